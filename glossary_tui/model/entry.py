"""An entry and its sections."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from glossary_tui.model.link import Link

    Role = Literal["summary", "eli5", "in-depth", "references", "section"]
    """What a section is for. Only `section` may stand more than once in an entry."""

VIEWS = ("summary", "eli5", "in-depth")
"""The roles of the three depths, from short to long."""


class Section(NamedTuple):
    """One part of an entry's body: a tab on the screen."""

    role: Role
    """Which of the three depths it is, or `references`, or a `section` of the author's own."""
    title: str
    """What its tab says."""
    text: str
    """Its Markdown, without the heading, cleaned of control characters."""
    line: int
    """The line of the file on which the text begins, counted from 1; 0 for a made-up section."""


class Entry(NamedTuple):
    """One term: small fields held in memory, the body read from its file when it is wanted."""

    id: str
    """The path below the glossary's root, without ending, `/` between folders."""
    title: str
    """The term, as it is shown."""
    path: str
    """The file."""
    load: Callable[[Entry], tuple[Section, ...]]
    """Reads the sections from the file; see `sections`."""
    aliases: tuple[str, ...] = ()
    """Other names of the term."""
    tags: tuple[str, ...] = ()
    """The areas the term belongs to."""
    links: tuple[Link, ...] = ()
    """Every link to another term or out: related terms first, in the author's order."""
    old_paths: tuple[str, ...] = ()
    """Paths that once led here: links to them resolve, but they are no names of the term."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The ordered sections of the body, without the related terms, read from the file now.

        Raises `EntryUnreadable` if the file has gone or cannot be read.
        """
        return self.load(self)

    @property
    def stem(self) -> str:
        """The last part of the id."""
        return self.id.rpartition("/")[2]

    @property
    def related(self) -> tuple[Link, ...]:
        """The related terms as their author named them, from the section and the keys."""
        return tuple(link for link in self.links if link.origin != "text")

    @property
    def acronym(self) -> str:
        """What the title carries in its final parentheses if it looks like an acronym, else ''."""
        return acronym_of(self.title)


def acronym_of(title: str) -> str:
    """What *title* carries in its final parentheses if it looks like an acronym, else ''."""
    head, _, inside = title.rstrip(")").rpartition("(")
    if not head or not title.endswith(")") or " " in inside:
        return ""
    capitals = sum(letter.isupper() for letter in inside)
    return inside if capitals >= 2 or inside.isupper() else ""
