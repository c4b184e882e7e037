"""A term's surroundings → where each label and each line of their map stands.

The centre stands in the middle, or as far beside it as the labels of one side need what the other
side leaves. Its neighbours stand in a column at each side, the ones that it
names at the right, the ones that name it at the left, as far as the sides stay even. Where there
is room, what lies behind each neighbour stands in a column further out.
"""

from __future__ import annotations

from rich.cells import cell_len

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.wrap import wrapped
from glossary_tui.tui.widgets.cells import cut
from glossary_tui.tui.widgets.line_grid import Cell, LineGrid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary_tui.glossary.surroundings import Spoke, Surroundings
    from glossary_tui.model import Entry

NARROWEST = 56
"""Cells below which three columns of titles have no room beside one another."""
MOST = 120
"""How many neighbours a map shows."""
_MARGIN = 2
_STUB = 3
"""Cells from the centre to the line that joins a side's neighbours."""
_HEAD = 5
"""Cells from that line to a label: ├──▸ and a blank."""
_FORK = 4
"""Cells from the widest label of a column to the line that joins what lies behind it."""
_TWIG = 3
"""Cells from that line to a label: ├─ and a blank."""
_LEAST_OUTER = 34
"""Cells that two columns of one side must have to be drawn."""
_MOST_BEHIND = 6
_WIDEST = 34
"""Cells of the widest label."""
_MOST_LINES = 3
"""Lines of the centre's title."""
_GAPS = (2, 1)
"""Empty lines that there may be between two neighbours, the most pleasing first."""


class Node(NamedTuple):
    """A label of the map."""

    entry_id: str
    text: str
    """The title, cut to its column."""
    column: int
    """0 the centre, ±1 a neighbour at the right or left, ±2 what lies behind one."""
    row: int
    start: int
    """The first cell of the label on its row."""
    parent: int
    """The index of the node that it hangs on; -1 for the centre."""

    @property
    def end(self) -> int:
        """The cell after the last of the label."""
        return self.start + cell_len(self.text)


class MapLayout(NamedTuple):
    """A map drawn."""

    nodes: tuple[Node, ...]
    """The centre first; its text is what fits of its title on one line."""
    title: tuple[tuple[int, int, str], ...]
    """The lines of the centre's title: row, first cell, text."""
    lines: dict[Cell, tuple[str, frozenset[int]]]
    """The character of each cell that a line runs through, and the nodes that it leads to."""
    heads: dict[Cell, tuple[str, frozenset[int]]]
    """Arrow heads, drawn over the lines."""
    width: int
    height: int


class _Block(NamedTuple):
    """A neighbour with what is shown behind it."""

    spoke: Spoke
    behind: int

    @property
    def height(self) -> int:
        return max(self.behind, 1)


def lay_out_map(around: Surroundings, width: int, height: int) -> MapLayout:
    """The map of *around* for a window of *width* and *height* cells; it may be higher."""
    shown = around.spokes[:MOST]
    half = (len(shown) + 1) // 2
    sides = (shown[:half], shown[half:])
    title = _folded(around.centre.title, max(min(_WIDEST, width // 5), 8))
    box = max(map(cell_len, title)) + 4
    half = (width - 2 * _MARGIN - box) // 2 - _STUB - _HEAD
    outer = half - _FORK - _TWIG
    blocks = [_blocks(side, height, far=outer >= _LEAST_OUTER) for side in sides]
    rows = max(height, len(title) + 3, *(_height(each) for each in blocks))
    right, left = _shared(half, *map(_wanted, blocks))
    drawing = _Drawing(rows // 2, (width - box) // 2 + left - half, box)
    drawing.centre(around.centre, title)
    drawing.side(1, blocks[0], right)
    drawing.side(-1, blocks[1], left)
    return MapLayout(
        tuple(drawing.nodes),
        drawing.title,
        drawing.grid.drawn(),
        drawing.heads,
        width,
        rows,
    )


def _blocks(spokes: Sequence[Spoke], height: int, *, far: bool) -> list[_Block]:
    """*spokes*, each with as much behind it as *height* rows leave room for, shared out evenly."""
    behind = [0] * len(spokes)
    spare = height - (2 * len(spokes) - 1)
    progress = far
    while progress:
        progress = False
        for number, spoke in enumerate(spokes):
            cost = 1 if behind[number] else 0
            if behind[number] < min(len(spoke.beyond), _MOST_BEHIND) and cost <= max(spare, 0):
                behind[number] += 1
                spare -= cost
                progress = True
    return [_Block(spoke, each) for spoke, each in zip(spokes, behind, strict=True)]


def _height(blocks: Sequence[_Block], gap: int = 0) -> int:
    return sum(block.height for block in blocks) + gap * max(len(blocks) - 1, 0)


def _gap(blocks: Sequence[_Block], rows: int) -> int:
    """The empty lines between *blocks* on so many *rows*. Two lie at the same distance from 0."""
    fitting = [gap for gap in _GAPS if _height(blocks, gap) <= rows]
    if len(blocks) == 2:
        fitting = [gap for gap in fitting if _height(blocks, gap) % 2] or fitting
    return fitting[0] if fitting else 0


class _Drawing:
    """The map while it is drawn, from the centre outward."""

    def __init__(self, middle: int, left: int, box: int) -> None:
        self.grid = LineGrid()
        self.heads: dict[Cell, tuple[str, frozenset[int]]] = {}
        self.nodes: list[Node] = []
        self.title: tuple[tuple[int, int, str], ...] = ()
        self._middle = middle
        self._edges = {-1: left, 1: left + box - 1}

    def centre(self, entry: Entry, title: Sequence[str]) -> None:
        """The box in the middle, *title* in it."""
        left, right = self._edges[-1], self._edges[1]
        top = self._middle - (len(title) - 1) // 2
        for row in (top - 1, top + len(title)):
            self.grid.across(row, left, right, 0)
        for edge in (left, right):
            self.grid.down(edge, top - 1, top + len(title), 0)
        room = right - left - 3
        self.title = tuple(
            (top + number, left + 2 + (room - cell_len(line)) // 2, line)
            for number, line in enumerate(title)
        )
        self.nodes.append(Node(entry.id, cut(entry.title, room), 0, self._middle, left + 2, -1))

    def side(self, side: int, blocks: Sequence[_Block], room: int) -> None:
        """The neighbours at the right (*side* 1) or left (-1), in *room* cells beyond the heads."""
        gap = _gap(blocks, 2 * self._middle + 1)
        near, far = _widths(blocks, room)
        row = self._middle - _height(blocks, gap) // 2
        for block in blocks:
            self._block(side, block, row, near, far)
            row += block.height + gap

    def _block(self, side: int, block: _Block, top: int, near: int, far: int) -> None:
        edge = self._edges[side]
        trunk = edge + side * _STUB
        row = top + (block.height - 1) // 2
        index = len(self.nodes)
        owners = range(index, index + block.behind + 1)
        for owner in owners:
            self.grid.across(self._middle, edge, trunk, owner)
            self.grid.down(trunk, self._middle, row, owner)
            self.grid.across(row, trunk, trunk + side * (_HEAD - 2), owner)
        self._point(side, row, trunk, block.spoke.direction, frozenset(owners))
        start = trunk + side * _HEAD
        label = cut(block.spoke.entry.title, near)
        self.nodes.append(_node(block.spoke.entry, label, side, row, start, 0))
        fork = start + side * (near + _FORK - 1)
        for number, entry in enumerate(block.spoke.beyond[: block.behind]):
            owner = len(self.nodes)
            there = top + number
            self.grid.across(row, start + side * (cell_len(label) + 1), fork, owner)
            self.grid.down(fork, row, there, owner)
            self.grid.across(there, fork, fork + side * (_TWIG - 2), owner)
            text = cut(entry.title, far)
            self.nodes.append(_node(entry, text, 2 * side, there, fork + side * _TWIG, index))

    def _point(
        self, side: int, row: int, trunk: int, direction: str, owners: frozenset[int]
    ) -> None:
        """Arrow heads where one names the other: outward at the label, inward at the line."""
        outward, inward = ("▸", "◂") if side > 0 else ("◂", "▸")
        if direction in ("names", "both"):
            self.heads[Cell(row, trunk + side * (_HEAD - 2))] = (outward, owners)
        if direction in ("named by", "both"):
            self.heads[Cell(row, trunk + side)] = (inward, owners)


def _node(entry: Entry, text: str, column: int, row: int, near_end: int, parent: int) -> Node:  # noqa: PLR0917 # where a label stands
    """A label whose end towards the centre stands at *near_end*."""
    start = near_end if column > 0 else near_end - cell_len(text) + 1
    return Node(entry.id, text, column, row, start, parent)


def _folded(title: str, width: int) -> list[str]:
    """*title* on up to three lines of *width* cells."""
    lines = wrapped(title, width)
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES - 1] = " ".join(lines[_MOST_LINES - 1 :])
    return [cut(line, width) for line in lines[:_MOST_LINES]]


def _wanted(blocks: Sequence[_Block]) -> int:
    """The cells that a side takes where nothing of it is cut."""
    near, far = _widths(blocks, 3 * _WIDEST)
    return near + (_FORK + _TWIG + far if far else 0)


def _shared(half: int, right: int, left: int) -> tuple[int, int]:
    """The cells of both sides, which want *right* and *left* of twice *half*."""
    more = max(min(max(right, left), 2 * half - min(right, left)), half)
    return (more, 2 * half - more) if right > left else (2 * half - more, more)


def _widths(blocks: Sequence[_Block], room: int) -> tuple[int, int]:
    """The cells of the labels of neighbours, and of what lies behind them."""
    near = max(_cells(block.spoke.entry.title for block in blocks), default=0)
    far = max(
        _cells(entry.title for block in blocks for entry in block.spoke.beyond[: block.behind]),
        default=0,
    )
    if not far:
        return min(near, room, _WIDEST), 0
    room -= _FORK + _TWIG
    near = min(near, max(room * 3 // 5, room - far), _WIDEST)
    return near, min(far, room - near, _WIDEST)


def _cells(titles: Iterator[str]) -> Iterator[int]:
    return map(cell_len, titles)
