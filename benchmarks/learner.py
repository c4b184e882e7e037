"""How much a learner still knows when it is due, over a year of the bundled glossary (simulated).

The learner is simulated; the session, the queue, the scheduler and the store are the real ones, and
see nothing but ratings. The memory of the first two learners follows the curves of FSRS, so that
their retention should be what is aimed at: it shows that days, steps and intervals are kept
rightly. That of the third follows another law with other constants: it shows what happens to
someone whom FSRS does not know.

    python benchmarks/learner.py [--days 365] [--seed 1] [--picture docs/pictures/learner.svg]

prints a table and draws retention and answers a day. A year takes some minutes.
"""

from __future__ import annotations

import argparse
import random
from datetime import UTC, datetime, timedelta
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.order import learning_order
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from glossary_tui.study.asking import Asker
from glossary_tui.study.card import CardId, TermId
from glossary_tui.study.days import noon, study_day
from glossary_tui.study.scheduler import Memory, recall, review
from glossary_tui.study.session import Plan, Session
from glossary_tui.study.statistics import FORECAST, MATURE, retention
from glossary_tui.study.store import Review, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_EVENING = datetime(2026, 1, 1, 19, 30, tzinfo=UTC)
TARGET = 0.9
ANSWER = timedelta(seconds=12)
SPAN = FORECAST
"""Days that one point of the plot covers."""


class Character(NamedTuple):
    """What tells learners apart."""

    name: str
    mind: type[Mind]
    skipped: float
    """The share of days without study."""
    color: str


FIRST_RATINGS = (25, 15, 55, 5)
"""How often a card that is met for the first time is rated Again, Hard, Good, Easy."""
RECALLED = (12, 80, 8)
"""How often one that is recalled is rated Hard, Good, Easy."""


class Mind:
    """A memory that forgets as FSRS expects."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._memories: dict[CardId, Memory] = {}

    def answer(self, card: CardId, day: int) -> int:
        """The rating of *card* on *day*; what is remembered changes with it."""
        rating = self._rating(self._recall(card, day))
        moment = noon(day)
        self._memories[card] = review(self._memories.get(card), rating, moment, day)
        return rating

    def _recall(self, card: CardId, day: int) -> float | None:
        memory = self._memories.get(card)
        return None if memory is None else recall(memory, day)

    def _rating(self, share: float | None) -> int:
        if share is None:
            return self.chance.choices((1, 2, 3, 4), FIRST_RATINGS)[0]
        if self.chance.random() > share:
            return 1
        return self.chance.choices((2, 3, 4), RECALLED)[0]


class OtherMind(Mind):
    """A memory with a law of its own: a square root of time, and quicker to forget at first."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(chance)
        self._cards: dict[CardId, tuple[float, int, float]] = {}

    def answer(self, card: CardId, day: int) -> int:
        """The rating of *card* on *day*; what is remembered changes with it."""
        known = self._cards.get(card)
        if known is None:
            rating = self._rating(None)
            ease = min(max(self.chance.gauss(1.0, 0.25), 0.4), 1.6)
            self._cards[card] = ((0.4, 1.2, 2.6, 8.0)[rating - 1], day, ease)
            return rating
        stability, last, ease = known
        share = (1 + 0.2346 * (day - last) / stability) ** -0.5
        rating = self._rating(share * 0.995)
        gain = 4.4 * ease * stability**-0.12 * (exp(2.2 * (1 - share)) - 1)
        after = max(0.3, stability * 0.3) if rating == 1 else min(stability * (1 + gain), 3650.0)
        self._cards[card] = (after, day, ease)
        return rating


LEARNERS = (
    Character("as FSRS expects", Mind, 0.0, "#2a78d6"),
    Character("skips three days in ten", Mind, 0.3, "#1a9850"),
    Character("forgets by another law", OtherMind, 0.0, "#d6602a"),
)


class Year(NamedTuple):
    """What came of it."""

    character: Character
    days: int
    reviews: list[Review]
    mature: int
    met: int
    first_day: int


def studied(
    character: Character, asker: Asker, terms: tuple[TermId, ...], days: int, seed: int
) -> Year:
    chance = random.Random(seed)
    mind, store = character.mind(chance), Store(":memory:")
    plan = Plan(terms, retention=TARGET)
    for number in range(days):
        if chance.random() < character.skipped:
            continue
        now = FIRST_EVENING + timedelta(days=number)
        session = Session(asker, store, plan, now)
        while session.current is not None:
            now += ANSWER
            session.rate(mind.answer(session.current.card, study_day(now)), now)
    standings = store.standings(terms[0].glossary).values()
    met = [each.memory for each in standings if each.memory is not None]
    mature = sum(memory.stability >= MATURE for memory in met)
    reviews = store.reviews(terms[0].glossary)
    return Year(character, days, reviews, mature, len(met), study_day(FIRST_EVENING))


def spans(year: Year) -> Iterator[tuple[int, float | None, float]]:
    """For each span: its last day, the share remembered, answers a day."""
    for end in range(SPAN, year.days + 1, SPAN):
        last = year.first_day + end - 1
        share = retention(year.reviews, last, SPAN).share
        answers = sum(last - SPAN < each.day <= last for each in year.reviews) / SPAN
        yield end, share, answers


def table(years: list[Year]) -> str:
    rows = [("learner", "cards met", "mature", "answers a day", "retention", "in the last quarter")]
    for year in years:
        last = year.first_day + year.days - 1
        whole, quarter = (retention(year.reviews, last, days).share or 0 for days in (0, 90))
        rows.append(
            (
                year.character.name,
                str(year.met),
                str(year.mature),
                f"{len(year.reviews) / year.days:.0f}",
                f"{whole:.1%}",
                f"{quarter:.1%}",
            )
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


WIDTH, LEFT, RIGHT = 760, 58, 196
PANELS = ((34, 190, 0.6, 1.0), (262, 130, 0.0, 0.0))
"""Top, height and the values at both ends of the axis; (0, 0) for as high as is needed."""


def picture(years: list[Year]) -> str:
    """Two panels as SVG: the share remembered, and answers a day, by spans of four weeks."""
    points = [(year.character, list(spans(year))) for year in years]
    days = max(year.days for year in years)
    most = max(answers for _, found in points for *_, answers in found)
    (top, height, low, high), (lower, lower_height, *_) = PANELS
    scale = -(-int(most) // 20) * 20 or 20

    def across(day: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * day / days

    def share_at(share: float) -> float:
        return top + height * (high - min(max(share, low), high)) / (high - low)

    def answers_at(answers: float) -> float:
        return lower + lower_height * (1 - answers / scale)

    parts = [HEAD.format(width=WIDTH, height=lower + lower_height + 40)]
    parts.append(f'<text class="head" x="{LEFT}" y="{top - 14}">Remembered when due</text>')
    parts.append(f'<text class="head" x="{LEFT}" y="{lower - 14}">Answers a day</text>')
    parts += [
        _rule(share_at(share), f"{share:.0%}", "target" if share == TARGET else "rule")
        for share in (0.6, 0.7, 0.8, 0.9, 1.0)
    ]
    parts += [_rule(answers_at(value), f"{value:.0f}", "rule") for value in (0, scale / 2, scale)]
    for month in range(0, days + 1, 91):
        y = lower + lower_height + 20
        parts.append(
            f'<text class="tick" text-anchor="middle" x="{across(month):.0f}" y="{y}">'
            f"day {month}</text>"
        )
    for number, (character, found) in enumerate(points):
        shares = [(across(day), share_at(share)) for day, share, _ in found if share is not None]
        loads = [(across(day), answers_at(answers)) for day, _, answers in found]
        parts += [_line(each, character.color) for each in (shares, loads)]
        y = top + 24 + 22 * number
        x = WIDTH - RIGHT + 18
        parts.append(
            f'<rect x="{x}" y="{y - 9}" width="14" height="3" fill="{character.color}"/>'
            f'<text class="tick" x="{x + 20}" y="{y - 3}">{character.name}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">
<style>
text {{ fill: #333 }} .head {{ font-size: 13px; font-weight: bold }} .tick {{ font-size: 12px }}
.rule {{ stroke: #8885; }} .target {{ stroke: #888; stroke-dasharray: 4 3 }}
@media (prefers-color-scheme: dark) {{ text {{ fill: #ddd }} }}
</style>"""


def _rule(y: float, label: str, kind: str) -> str:
    return (
        f'<line class="{kind}" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text class="tick" text-anchor="end" x="{LEFT - 8}" y="{y + 4:.1f}">{label}</text>'
    )


def _line(points: list[tuple[float, float]], color: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline fill="none" stroke="{color}" stroke-width="2" points="{path}"/>'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    glossary = Glossary(read_entries([bundled_entries()]).entries)
    graph = LinkGraph(glossary)
    asker = Asker(glossary, graph, lambda entry: ("bundled", entry.id))
    terms = tuple(TermId("bundled", entry.id) for entry in learning_order(glossary, graph))
    years = [
        studied(character, asker, terms, options.days, options.seed + number)
        for number, character in enumerate(LEARNERS)
    ]
    print(table(years))
    if options.picture:
        options.picture.write_text(picture(years), encoding="utf-8")


if __name__ == "__main__":
    main()
