"""Markdown as authors write it -> Markdown that any renderer draws, and its links.

Most texts are that already: what rewrites the others is imported for them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary_tui.model import Link

_SPECIAL = ("[", "]", "{", "<", "\\", "&#", "://", "==", "%%", ":::")
"""Marks of which one at least stands in a text that is to be rewritten."""


def normalise(
    text: str,
    line: int = 1,
    targets: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
) -> tuple[str, list[Link]]:
    """*text* as standard Markdown, and the links in it, in order, of origin `text`.

    *line* is the line of the file at which *text* begins; *targets* and *notes* are what
    `tidy.Tidy` collects from the whole body. Footnotes that *text* refers to follow at its end.
    """
    if not any(mark in text for mark in _SPECIAL):
        return text, []
    from glossary_tui.reader.rewriting import rewritten

    return rewritten(text, line, targets or {}, notes or {})
