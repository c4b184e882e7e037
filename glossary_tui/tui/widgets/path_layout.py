"""A way from term to term → lines: each term, and under it how it leads to the next."""

from __future__ import annotations

from rich.cells import cell_len

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.wrap import wrapped
from glossary_tui.tui.widgets.cells import cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.glossary.links import Direction
    from glossary_tui.glossary.naming import Naming

NO_TERM = -1
_MOST_LINES = 3
"""Lines of a sentence that names the next term."""
_GUTTER = "  "


class Term(NamedTuple):
    """A term of a path, or of what is said where there is none."""

    entry_id: str
    title: str


class Passage(NamedTuple):
    """How a term leads to the next."""

    direction: Direction
    said: str
    """What is said of it in a few words."""
    naming: Naming | None = None
    """The sentence that names the one or the other."""


class Heading(NamedTuple):
    """Words between terms that are no path."""

    text: str


class Run(NamedTuple):
    """Letters of one line that look alike."""

    text: str
    style: str
    """`term`, `line`, `said`, `quote` or `name`."""
    term: int = NO_TERM
    """The index of the term that it is, or `NO_TERM`."""


PathPart = Term | Passage | Heading
Line = list[Run]


def lay_out_path(parts: Sequence[PathPart], width: int) -> list[Line]:
    """*parts* on lines of at most *width* cells."""
    lines: list[Line] = []
    terms = 0
    before: PathPart | None = None
    for part in parts:
        if isinstance(part, Term):
            mark = "• " if isinstance(before, Heading | Term) else "● "
            lines.append(
                [Run(mark, "line"), Run(cut(part.title, max(width - 2, 1)), "term", terms)]
            )
            terms += 1
        elif isinstance(part, Heading):
            if before is not None:
                lines.append([])
            lines += [[Run(line, "said")] for line in wrapped(part.text, max(width, 1))]
        else:
            lines += _passage(part, max(width - 4, 8))
        before = part
    return lines


def _passage(passage: Passage, width: int) -> list[Line]:
    """The line down to the next term, an arrow head where it is named, and what is said of it."""
    body: list[Line] = [[Run(line, "said")] for line in wrapped(passage.said, width)]
    if passage.naming is not None:
        body += _quotation(passage.naming, width)
    lines = [[Run("▴ ", "line")]] if passage.direction != "names" else []
    lines += [[Run(f"│ {_GUTTER}", "line"), *line] for line in body]
    return lines if passage.direction == "named by" else [*lines, [Run("▾ ", "line")]]


def _quotation(naming: Naming, width: int) -> list[Line]:
    """The sentence in quotes; cut around the name where it is long."""
    sentence, start, end = naming
    cells = cell_len(sentence)
    if cells > _MOST_LINES * width - 4:
        spare = max((_MOST_LINES * width - cell_len(sentence[start:end])) // 2 - 8, 0)
        room = spare * len(sentence) // cells
        head, tail = sentence[:start], sentence[end:]
        head = head if len(head) <= room else "…" + head[-room:].partition(" ")[2]
        tail = tail if len(tail) <= room else tail[:room].rpartition(" ")[0] + "…"
        sentence, start, end = (
            head + sentence[start:end] + tail,
            len(head),
            len(head) + end - start,
        )
    lines: list[Line] = []
    at = 0
    quoted = f"“{sentence}”"
    for row in wrapped(quoted, width):
        at = quoted.index(row, at)
        lines.append(_lit(row, start + 1 - at, end + 1 - at))
        at += len(row)
    return lines[: _MOST_LINES + 1]


def _lit(row: str, start: int, end: int) -> Line:
    """*row* with the letters from *start* to *end* told apart."""
    start, end = max(start, 0), max(end, 0)
    pieces = ((row[:start], "quote"), (row[start:end], "name"), (row[end:], "quote"))
    return [Run(text, style) for text, style in pieces if text]
