"""A typed answer: right, a slip of the keyboard, or wrong."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.scheduler import AGAIN, GOOD, HARD
from glossary_tui.text.distance import edits, slips
from glossary_tui.text.fold import fold, singular, squash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    Verdict = Literal["right", "slip", "wrong"]
    Mark = Literal["same", "missing", "extra"]

LETTERS_A_SLIP = 5
"""How many letters of the answer allow one slip; another one for each as many more."""
MOST_SLIPS = 3
"""A long answer allows no more than these."""
_RATINGS: dict[Verdict, int] = {"right": GOOD, "slip": HARD, "wrong": AGAIN}


class Piece(NamedTuple):
    """A run of letters of the answer beside what was typed."""

    text: str
    """The letters."""
    mark: Mark
    """same: in both; missing: only in the answer; extra: only in what was typed."""


class Grade(NamedTuple):
    """What a typed answer is worth. The learner may overrule it."""

    verdict: Verdict
    """right, a slip, or wrong."""
    answer: str
    """The accepted answer that comes nearest, as it is written."""
    pieces: tuple[Piece, ...]
    """What was typed and the answer, letter by letter; empty for a right one."""

    @property
    def rating(self) -> int:
        """The rating that it suggests, 1 to 4."""
        return _RATINGS[self.verdict]


def grade(typed: str, answers: Sequence[str], is_other: Callable[[str], bool]) -> Grade:
    """What *typed* is worth beside the accepted *answers*, the first of which is the title.

    Case, accents, hyphens and number do not count. *is_other* says whether a text is the name of
    another term: that is never a slip, however near it lies, and neither is another number.
    """
    folded = fold(typed)
    if folded:
        for answer in answers:
            if _same(folded, fold(answer)):
                return Grade("right", answer, ())
    nearest = min(answers, key=lambda answer: slips(folded, fold(answer)))
    distance = slips(folded, fold(nearest))
    is_slip = (
        0 < distance <= _allowed(nearest)
        and _digits(folded) == _digits(fold(nearest))
        and not is_other(typed)
    )
    return Grade("slip" if is_slip else "wrong", nearest, pieces(typed.strip(), nearest))


def _same(one: str, other: str) -> bool:
    return one == other or squash(singular(one)) == squash(singular(other))


def _allowed(answer: str) -> int:
    return min(len(fold(answer)) // LETTERS_A_SLIP, MOST_SLIPS)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def pieces(typed: str, answer: str) -> tuple[Piece, ...]:
    """*typed* beside *answer*, letter by letter; case is not told apart."""
    found: list[Piece] = []
    for kind, (start, end), (answer_start, answer_end) in edits(
        [letter.casefold() for letter in typed], [letter.casefold() for letter in answer]
    ):
        if kind == "equal":
            found.append(Piece(answer[answer_start:answer_end], "same"))
            continue
        if end > start:
            found.append(Piece(typed[start:end], "extra"))
        if answer_end > answer_start:
            found.append(Piece(answer[answer_start:answer_end], "missing"))
    return tuple(found)
