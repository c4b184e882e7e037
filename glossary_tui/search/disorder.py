"""How far the words of a name are from those that were typed, each of which it holds."""

from __future__ import annotations

from glossary_tui.search.names import FULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.search.columns import Columns

_UNFINISHED = 0.2
_MOVED = 0.1
_ASIDE = 0.5


def asides(columns: Columns, names: Sequence[int]) -> list[float]:
    """What titles cost whose words may stand in parentheses: a shorter name lacks them."""
    kind = columns.kind
    return [_ASIDE if kind[name] == FULL else 0.0 for name in names]


def disorder(columns: Columns, names: Sequence[int], words: list[str]) -> list[float]:
    """How many words each of *names* has too many; more where words are unfinished or moved."""
    typed = [(columns.word(word), *columns.words_beginning(word)) for word in words]
    starts, sequence = columns.starts, columns.sequence
    aside = asides(columns, names)
    if len(typed) == 1:
        whole = typed[0][0]
        return [
            starts[name + 1] - starts[name] - 1 + cost
            if whole in sequence[starts[name] : starts[name + 1]]
            else starts[name + 1] - starts[name] - 1 + cost + _UNFINISHED
            for name, cost in zip(names, aside, strict=True)
        ]
    return [
        _of_several(sequence[starts[name] : starts[name + 1]].tolist(), typed, cost)
        for name, cost in zip(names, aside, strict=True)
    ]


def _of_several(own: list[int], typed: list[tuple[int | None, int, int]], aside: float) -> float:
    """The same of a name of the words *own*, for typed words as they are and as they begin others."""
    penalty = len(own) - len(typed) + aside
    last = -1
    for whole, first, end in typed:
        if whole in own:
            at = own.index(whole)
        else:
            penalty += _UNFINISHED
            at = next((at for at, word in enumerate(own) if first <= word < end), last)
        if at < last:
            penalty += _MOVED
        last = at
    return penalty
