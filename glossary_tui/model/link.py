"""A link as an author wrote it."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    LinkOrigin = Literal["related", "key", "text"]
    """Where a link was found: the related-terms section, a front-matter key, or running text."""


class Link(NamedTuple):
    """A pointer from an entry to another term, or out to a URL."""

    target: str
    """What the author points to, as written: a title, an alias, a slug, a path or a URL."""
    text: str
    """What the reader sees."""
    origin: LinkOrigin
    """Where the link was found."""
    line: int
    """The line of the file that the link stands on, counted from 1."""

    @property
    def is_external(self) -> bool:
        """Whether the link leaves the glossary (http, https or mailto)."""
        return self.target.lower().startswith(("http://", "https://", "mailto:", "//"))
