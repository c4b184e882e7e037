"""A table's lines."""

from __future__ import annotations

from rich.cells import cell_len

from glossary_tui.tui.markdown.wrap import Line, Piece, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.tui.markdown.blocks import Span

    Cell = Sequence[tuple[Span, int]]

_GAP = 2
_NARROWEST = 6


def table_lines(
    head: Sequence[Cell], rows: Sequence[Sequence[Cell]], alignments: Sequence[str], width: int
) -> list[Line]:
    """The table's lines: a bold head, a rule, the rows; cells wrap where *width* asks for it."""
    columns = len(head)
    wanted = [
        max(_cell_width(row[column]) for row in (head, *rows) if column < len(row))
        for column in range(columns)
    ]
    widths = _shared(wanted, width - _GAP * (columns - 1))
    bold = [
        [(span._replace(styles=("strong", *span.styles)), link) for span, link in cell]
        for cell in head
    ]
    lines = _row_lines(bold, widths, alignments)
    lines.append([Piece("─" * (sum(widths) + _GAP * (columns - 1)), ("rule",))])
    for row in rows:
        lines += _row_lines(row, widths, alignments)
    return lines


def _cell_width(cell: Cell) -> int:
    return max(1, sum(cell_len(span.text) for span, _ in cell))


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Widths of columns: what each wants, the widest made narrower until all fit *room*."""
    widths = list(wanted)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        second = max((w for w in widths if w < widths[widest]), default=_NARROWEST)
        over = sum(widths) - room
        widths[widest] -= max(1, min(over, widths[widest] - max(second, _NARROWEST)))
    return widths


def _row_lines(row: Sequence[Cell], widths: Sequence[int], alignments: Sequence[str]) -> list[Line]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=False)]
    lines: list[Line] = []
    for number in range(max(map(len, cells), default=0)):
        line: Line = []
        for column, cell in enumerate(cells):
            pieces = cell[number] if number < len(cell) else []
            spare = widths[column] - sum(cell_len(piece.text) for piece in pieces)
            left = {"right": spare, "center": spare // 2}.get(alignments[column], 0)
            gap = _GAP if column + 1 < len(cells) else 0
            line += [Piece(" " * left), *pieces, Piece(" " * (spare - left + gap))]
        lines.append([piece for piece in line if piece.text])
    return lines
