"""The diagnostics of the reader. A code never changes its meaning; docs/format.md explains each."""

from __future__ import annotations

from glossary_tui.model import Diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model.diagnostic import Severity

SEVERITIES: dict[str, Severity] = {
    "G001": "error",  # not a regular file
    "G002": "error",  # cannot be read
    "G003": "warning",  # a link that leaves the root, loops or leads nowhere
    "G004": "info",  # hidden
    "G005": "info",  # index page, template, README
    "G006": "info",  # draft
    "G007": "warning",  # cut at the size limit
    "G008": "warning",  # not UTF-8
    "G009": "warning",  # control characters or escape sequences
    "G010": "warning",  # front matter that does not parse
    "G011": "info",  # no front matter
    "G012": "warning",  # front matter that is refused
    "G013": "warning",  # text before the front matter
    "G014": "warning",  # front matter without an end
    "G015": "info",  # no text
    "G016": "warning",  # replaced by an entry of a later folder
    "G017": "warning",  # two files of one id
    "G018": "info",  # a redirect: its names lead to its destination
    "G019": "warning",  # a redirect without a destination here
    "G020": "warning",  # a key of an unexpected shape
    "G021": "warning",  # over a limit: names or links are left out
}
"""What the reader may remark upon."""


def remark(code: str, path: str, message: str, line: int = 0) -> Diagnostic:
    """The diagnostic of this *code* about the file at *path*."""
    return Diagnostic(code, SEVERITIES[code], path, line, message)
