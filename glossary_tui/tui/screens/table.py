"""The table of a study session: the card on it, how far the session is, the four buttons."""

from __future__ import annotations

from textual.containers import Vertical
from textual.screen import Screen

from glossary_tui.study.hand import Hand
from glossary_tui.study.scheduler import RATING_NAMES
from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.screens.card_blocks import card_blocks
from glossary_tui.tui.screens.session_end import end_blocks
from glossary_tui.tui.widgets.answer_box import AnswerBox
from glossary_tui.tui.widgets.card_text import CardText
from glossary_tui.tui.widgets.grade_bar import GradeBar
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.tui.widgets.session_bar import SessionBar, progress_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.app import ComposeResult

    from glossary_tui.study.card import TermId
    from glossary_tui.study.session import Session
    from glossary_tui.workspace import Workspace


_OF_A_CARD = ("reveal", "rate", "bury", "suspend", "entry", "info", "hint", "edit")
"""What one does to the card on the table, and not where there is none."""


class Table(PaintedAtOnce, Screen[None]):
    """Shows a session. What the learner does is in a subclass."""

    CONTEXT = "study"
    """Where its commands stand in the help."""
    CSS_PATH = "study.tcss"
    AUTO_FOCUS = ""

    def __init__(
        self,
        workspace: Workspace,
        session: Session,
        title: str,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.workspace = workspace
        """The glossary, opened."""
        self.session = session
        """What is studied. Whoever pushes this screen closes the session's store."""
        self.clock = clock
        """Gives the present moment, in the learner's own time zone."""
        self.hand: Hand | None = None
        """The card on the table, as far as it is turned over; None at the end."""
        self.dealt_at = clock()
        """When the learner began to look at it."""
        self._bar = SessionBar(title, id="session")
        self.text = CardText(id="card")
        """The card, or the end."""
        self.box = AnswerBox(id="answer")
        """Where an answer is typed."""
        self._grades = GradeBar(id="grades")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """How far it is, the card, the answer, the buttons, the keys."""
        yield RegionLine()
        with Vertical(id="table"):
            yield self._bar
            yield self.text
            yield self.box
            yield self._grades
        yield self._keys

    def on_mount(self) -> None:
        """Show the first card."""
        self.deal()

    def deal(self) -> None:
        """Show the card that is on the table now, or the end."""
        turn = self.session.current
        self.hand = Hand(turn.question) if turn else None
        self.dealt_at = self.clock()
        self.box.value = ""
        self.show_card()
        if self.hand is not None and self.hand.is_typed:
            self.box.focus()
        else:
            self.set_focus(None)

    def show_card(self) -> None:
        """Show the card as far as it is turned over now."""
        now = self.clock()
        hand = self.hand
        self._bar.show(self.session.progress(now))
        self.box.display = hand is not None and hand.is_typed and not hand.is_answered
        self._grades.display = hand is not None
        if hand is None:
            self.text.show(end_blocks(self.session, self._title_of, now))
        else:
            self.text.show(card_blocks(hand))
            self._show_buttons(hand, now)
        self._name_keys()

    def _title_of(self, term: TermId) -> str:
        """What *term* is called; its id where its entry has gone."""
        entry = self.session.asker.entry(term)
        return entry.title if entry is not None else term.entry

    def _show_buttons(self, hand: Hand, now: datetime) -> None:
        if hand.is_answered:
            self._grades.offer(self.session.choices(now), hand.suggestion)
            return
        keymap = live_keymap(self)
        if hand.question.kind == "meaning":
            self._grades.wait(f"{keymap.name_of('study.reveal')} turns the card over.")
        elif hand.is_typed:
            give = keymap.name_of("answer.give")
            self._grades.wait(f"{give} gives the answer; nothing typed is “I do not know”.")
        else:
            self._grades.wait(f"1 to {len(hand.question.options)} choose.")

    def in_words(self) -> str:
        """What is on the table, for those who listen."""
        hand = self.hand
        progress = progress_text(self.session.progress(self.clock())).replace(" · ", ", ")
        if hand is None:
            return f"The end of the session. {progress}."
        if not hand.is_answered:
            state = "to be answered"
        elif hand.suggestion:
            state = f"answered, {RATING_NAMES[hand.suggestion]} is suggested"
        else:
            state = f"{hand.shown} of {len(hand.question.reveals)} views shown"
        return f"Card: {hand.question.kind}, {state}. {progress}."

    def point(self) -> tuple[int, int]:
        """Where the cursor stands: at the beginning of the card."""
        return self.text.content_region.offset

    def _name_keys(self) -> None:
        typing = self.focused is self.box
        of_a_card = tuple(f"{self.CONTEXT}.{action}" for action in _OF_A_CARD)
        self._keys.show(
            (AnswerBox.CONTEXT,) if typing else (self.CONTEXT,),
            without=() if self.hand is not None else of_a_card,
        )

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something now: what would not is kept out of the palette."""
        name = action.partition("(")[0]
        if name == "rate":
            return bool(self.sentence_of(action))
        return self.hand is not None or name not in _OF_A_CARD

    def sentence_of(self, action: str) -> str:
        """What a number does to the card on the table; '' where it does nothing."""
        number = action.removeprefix("rate('").removesuffix("')")
        hand = self.hand
        if hand is None or not number.isdecimal():
            return ""
        if hand.question.options and hand.chosen < 0:
            options = hand.question.options[int(number) - 1 : int(number)]
            return f"Choose {options[0].title}" if options else ""
        grade = RATING_NAMES.get(int(number), "") if hand.is_answered else ""
        return f"Grade the card {grade}" if grade else ""

    def on_descendant_focus(self) -> None:
        """Name the keys of where the learner is."""
        self._name_keys()

    def on_descendant_blur(self) -> None:
        """Name the keys of where the learner is."""
        self._name_keys()

    def on_screen_resume(self) -> None:
        """Time spent elsewhere is no time spent on the card."""
        self.dealt_at = self.clock()
