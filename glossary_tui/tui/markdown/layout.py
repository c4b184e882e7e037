"""Blocks → lines for a width, and where on them the links stand."""

from __future__ import annotations

from rich.cells import cell_len

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.markdown.blocks import (
    NO_MARK,
    Block,
    Code,
    Heading,
    Items,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from glossary_tui.tui.markdown.wrap import NO_LINK, Line, Piece, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


Region = tuple[int, int, int]
"""Cells of a line: (line, first cell, cell after the last)."""


class LinkPlace(NamedTuple):
    """A link of the text and where it is drawn."""

    target: str
    """Where it leads, as written: a term of the glossary or a URL."""
    text: str
    """What is shown for it."""
    regions: tuple[Region, ...]
    """One for each line that it stands on."""
    exact: bool = False
    """Whether `target` is the id of an entry."""


class Layout(NamedTuple):
    """A laid-out text."""

    lines: tuple[Line, ...]
    links: tuple[LinkPlace, ...]
    """In reading order; a piece's `link` is an index into it."""
    marks: tuple[tuple[Region, ...], ...] = ()
    """Where each match of a search stands; a piece's `mark` is an index into it."""


def lay_out(blocks: Iterable[Block], width: int) -> Layout:
    """*blocks* on lines of at most *width* cells; code and tables may be wider."""
    writer = _Writer()
    writer.blocks(blocks, max(width, 4), ())
    lines = writer.lines
    places = _regions(lines, len(writer.targets), lambda piece: piece.link)
    links = (
        LinkPlace(span.link, span.text, where, span.exact)
        for span, where in zip(writer.targets, places, strict=True)
    )
    return Layout(tuple(lines), tuple(links), _marks(lines))


class _Writer:
    """Collects lines, and the targets of the links met on the way."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.targets: list[Span] = []

    def blocks(self, blocks: Iterable[Block], width: int, indent: tuple[Piece, ...]) -> None:
        """Write *blocks* with an empty line between them, each line behind *indent*."""
        for number, block in enumerate(blocks):
            if number:
                self.lines.append([*indent])
            self._block(block, width, indent)

    def _block(self, block: Block, width: int, indent: tuple[Piece, ...]) -> None:
        if isinstance(block, Paragraph):
            self._write(wrap(self._linked(block.spans), width), indent)
        elif isinstance(block, Heading):
            style = "heading" if block.level < 4 else "subheading"
            spans = [span._replace(styles=(style, *span.styles)) for span in block.spans]
            self._write(wrap(self._linked(spans), width), indent)
        elif isinstance(block, Code):
            self._code(block, width, indent)
        elif isinstance(block, Items):
            self._items(block, width, indent)
        elif isinstance(block, Quote):
            bar = Piece("▎ ", ("quote-bar",))
            self.blocks(block.blocks, width - 2, (*indent, bar))
        elif isinstance(block, Table):
            self._table(block, width, indent)
        elif isinstance(block, Rule):
            self.lines.append([*indent, Piece("─" * min(width, 24), ("rule",))])

    def _write(self, lines: list[Line], indent: tuple[Piece, ...]) -> None:
        self.lines.extend([*indent, *line] for line in lines)

    def _items(self, block: Items, width: int, indent: tuple[Piece, ...]) -> None:
        widest = max(cell_len(item.marker) for item in block.items)
        gutter = widest + 1 if widest else 0
        for number, item in enumerate(block.items):
            if number and not block.tight:
                self.lines.append([*indent])
            first = len(self.lines)
            inner = (*indent, Piece(" " * gutter))
            if block.tight:
                for child in item.blocks:
                    self._block(child, width - gutter, inner)
            else:
                self.blocks(item.blocks, width - gutter, inner)
            if len(self.lines) == first:
                self.lines.append([*inner])
            marker = item.marker.rjust(widest) + " " if widest else ""
            self.lines[first][len(indent)] = Piece(marker, ("marker",))

    def _code(self, block: Code, width: int, indent: tuple[Piece, ...]) -> None:
        from glossary_tui.tui.markdown.highlight import highlighted
        from glossary_tui.tui.markdown.marks import marked_lines

        lines = marked_lines(highlighted(block.text, block.language), block.marks)
        inner = max((sum(cell_len(piece.text) for piece in line) for line in lines), default=0)
        box = max(width, inner + 2)
        for line in lines:
            used = sum(cell_len(piece.text) for piece in line)
            padding = Piece(" " * (box - used - 1), ("block",))
            self.lines.append([*indent, Piece(" ", ("block",)), *line, padding])

    def _table(self, block: Table, width: int, indent: tuple[Piece, ...]) -> None:
        from glossary_tui.tui.markdown.table import table_lines

        head = [list(self._linked(cell)) for cell in block.head]
        rows = [[list(self._linked(cell)) for cell in row] for row in block.rows]
        self._write(table_lines(head, rows, block.alignments, width), indent)

    def _linked(self, spans: Iterable[Span]) -> list[tuple[Span, int]]:
        """*spans* with the index of each one's link.

        Neighbours of one target are one link; one with nothing to see is none.
        """
        linked = []
        before = ""
        for span in spans:
            begins = span.link != before
            if not span.link or (begins and not span.text.strip()):
                linked.append((span, NO_LINK))
                before = ""
                continue
            if begins:
                self.targets.append(span)
            else:
                last = self.targets[-1]
                self.targets[-1] = last._replace(text=last.text + span.text)
            linked.append((span, len(self.targets) - 1))
            before = span.link
        return linked


def _marks(lines: list[Line]) -> tuple[tuple[Region, ...], ...]:
    count = 1 + max((piece.mark for line in lines for piece in line), default=NO_MARK)
    return _regions(lines, count, lambda piece: piece.mark) if count else ()


def _regions(
    lines: list[Line], count: int, number_of: Callable[[Piece], int]
) -> tuple[tuple[Region, ...], ...]:
    """Where each of *count* numbered things stands, of which *number_of* tells a piece's."""
    if not count:
        return ()
    regions: list[list[Region]] = [[] for _ in range(count)]
    for number, line in enumerate(lines):
        at = 0
        for piece in line:
            end = at + cell_len(piece.text)
            index = number_of(piece)
            if index >= 0:
                found = regions[index]
                if found and found[-1][0] == number and found[-1][2] == at:
                    found[-1] = (number, found[-1][1], end)
                else:
                    found.append((number, at, end))
            at = end
    return tuple(map(tuple, regions))
