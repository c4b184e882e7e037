"""The diagnostics of a glossary as a whole. A code never changes its meaning.

docs/writing.md explains each.
"""

from __future__ import annotations

from glossary_tui.model import Diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model.diagnostic import Severity

SEVERITIES: dict[str, Severity] = {
    "G101": "warning",  # a link in the text that leads to no entry
    "G102": "info",  # a related term without an entry
    "G103": "warning",  # a link that may mean several entries
    "G104": "info",  # an entry that no other one names
    "G105": "warning",  # a name that two entries have
    "G106": "info",  # a view that most entries have is missing
    "G107": "warning",  # a view without text
    "G108": "info",  # an ELI5 that is harder to read than the summary
    "G109": "info",  # an overlong summary
    "G110": "warning",  # a related term that is named twice
    "G111": "warning",  # an entry among its own related terms
}
"""What may be wrong. Normal in a growing glossary is an info, a likely mistake a warning."""


def finding(code: str, path: str, line: int, message: str) -> Diagnostic:
    """The diagnostic of this *code* about the file at *path*."""
    return Diagnostic(code, SEVERITIES[code], path, line, message)
