"""Where a card stands: what the scheduler believes of it, and what was answered so far."""

from __future__ import annotations

from datetime import date, datetime

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary_tui.study import scheduler
from glossary_tui.study.days import moment_of, offset_seconds, study_day
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.widgets.key_bar import KeyBar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary_tui.study.session import Plan, Turn

_STAGES = {
    "new": "new",
    "learning": "being learnt, in steps of minutes",
    "review": "known, reviewed by days",
    "relearning": "forgotten once, in steps of minutes",
}
_KINDS = {
    "meaning": "recall the meaning",
    "name": "name the term",
    "choice": "choose the term",
    "related": "choose what belongs to it",
}


class CardInfoScreen(PaintedAtOnce, ModalScreen[None]):
    """A small page about the card on the table."""

    CONTEXT = "card-info"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "card_info.tcss"

    def __init__(self, turn: Turn, plan: Plan, now: datetime) -> None:
        super().__init__()
        self._rows = tuple(info_rows(turn, plan, now))
        self._title = turn.question.entry.title
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """Names and values, the keys."""
        with Vertical(id="card-info") as box:
            box.border_title = self._title
            widest = max(len(name) for name, _ in self._rows)
            lines = "\n".join(f"{name:<{widest}}  {value}" for name, value in self._rows)
            yield Static(lines, id="card-info-page", markup=False)
            yield self._keys

    def on_mount(self) -> None:
        """Name the keys."""
        self._keys.show((self.CONTEXT,))

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss()


def info_rows(turn: Turn, plan: Plan, now: datetime) -> Iterator[tuple[str, str]]:
    """What is known of the card of *turn* at *now*, as names and values."""
    standing = turn.standing
    today = study_day(now, plan.day_starts_at)
    yield "card", _KINDS[turn.card.kind]
    yield "stage", _STAGES[standing.stage]
    memory = standing.memory
    if memory is not None:
        chance = scheduler.recall(memory, today, plan.retention)
        yield "stability", f"{memory.stability:.1f} days until recall falls to 90 %"
        yield "difficulty", f"{memory.difficulty:.1f} of 10"
        yield "retrievability", f"{chance:.0%} today".replace("%", " %")
        yield "due", _due(memory, now)
        yield "last review", _day(memory.day)
    yield "reviews", f"{standing.reviews:,}"
    yield "lapses", f"{standing.lapses:,}"
    if standing.first_day:
        yield "first review", _day(standing.first_day)
    yield "entry", turn.card.entry


def _due(memory: scheduler.Memory, now: datetime) -> str:
    if memory.due_at:
        return f"{moment_of(memory.due_at, offset_seconds(now)):%H:%M}"
    return _day(memory.due_day)


def _day(day: int) -> str:
    return f"{date.fromordinal(day):%d %B %Y}".lstrip("0")
