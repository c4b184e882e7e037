"""What a Markdown text is made of, as data."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

NO_MARK = -1


class Span(NamedTuple):
    """A run of letters that look alike."""

    text: str
    """The letters; a line break is a span of its own with the text `\\n`."""
    styles: tuple[str, ...] = ()
    """Names of styles: `strong`, `emphasis`, `code`, `strike`, `image` …"""
    link: str = ""
    """Where it leads: a target within the glossary or a URL; empty for plain text."""
    exact: bool = False
    """Whether `link` is the id of an entry, as the program makes links of mentions."""
    mark: int = NO_MARK
    """The index of the match of a search that it belongs to, or `NO_MARK`."""


class Paragraph(NamedTuple):
    """Running text."""

    spans: tuple[Span, ...]


class Heading(NamedTuple):
    """A heading within a section."""

    level: int
    spans: tuple[Span, ...]


class Code(NamedTuple):
    """Preformatted lines."""

    text: str
    language: str
    """The word after the fence, or empty."""
    marks: tuple[tuple[int, int, int], ...] = ()
    """The matches of a search: (first letter, letter after the last, index)."""


class Item(NamedTuple):
    """One item of a list."""

    marker: str
    """A bullet, or the number with its point."""
    blocks: tuple[Block, ...]


class Items(NamedTuple):
    """A list."""

    items: tuple[Item, ...]
    tight: bool
    """Whether its items stand without empty lines between them."""


class Quote(NamedTuple):
    """Quoted blocks."""

    blocks: tuple[Block, ...]


class Table(NamedTuple):
    """Rows of cells."""

    head: tuple[tuple[Span, ...], ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    alignments: tuple[str, ...]
    """left, center or right, for each column."""


class Rule(NamedTuple):
    """A thematic break."""


Block = Paragraph | Heading | Code | Items | Quote | Table | Rule
"""Anything that stands on lines of its own."""
