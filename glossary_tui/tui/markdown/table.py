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
    cells = [
        [row[column] for row in (head, *rows) if column < len(row)] for column in range(columns)
    ]
    wanted = [max(map(_cell_width, column)) for column in cells]
    words = [max(map(_longest_word, column)) for column in cells]
    widths = _shared(wanted, words, width - _GAP * (columns - 1))
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


def _longest_word(cell: Cell) -> int:
    words = "".join(span.text for span, _ in cell).split()
    return max(map(cell_len, words), default=1)


def _shared(wanted: Sequence[int], words: Sequence[int], room: int) -> list[int]:
    """Widths of columns: what each wants; where *room* is less, what its *words* need.

    What is left over goes to those that want more, by how much more; what is missing is taken from
    the widest.
    """
    if sum(wanted) <= room:
        return [*wanted]
    more = [want - word for want, word in zip(wanted, words, strict=True)]
    spare = room - sum(words)
    if spare >= 0:
        widths = [word + spare * each // sum(more) for word, each in zip(words, more, strict=True)]
        widths[more.index(max(more))] += room - sum(widths)
        return widths
    widths = [*words]
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
