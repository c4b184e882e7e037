"""A study session: one card after another, each graded and saved before the next."""

from __future__ import annotations

from datetime import datetime

from textual.containers import Vertical
from textual.screen import Screen

from glossary_tui.errors import GlossaryError, StudyUnavailable
from glossary_tui.study.hand import Hand
from glossary_tui.study.scheduler import RATING_NAMES
from glossary_tui.tui.bindings import bindings_of, live_keymap
from glossary_tui.tui.editor import edit
from glossary_tui.tui.messages import VisitWanted
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.screens.card_blocks import card_blocks
from glossary_tui.tui.screens.session_end import end_blocks
from glossary_tui.tui.widgets.answer_box import AnswerBox
from glossary_tui.tui.widgets.card_text import CardText
from glossary_tui.tui.widgets.grade_bar import GradeBar
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.tui.widgets.session_bar import SessionBar, progress_text
from glossary_tui.workspace.studying import asker_of, study_statistics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary_tui.study.card import TermId
    from glossary_tui.study.session import Session
    from glossary_tui.study.statistics import Statistics
    from glossary_tui.workspace import Workspace

MOST_MILLISECONDS = 600_000
"""An answer that took longer was interrupted: its time says nothing."""


def local_now() -> datetime:
    """The present moment, in the learner's own time zone."""
    return datetime.now().astimezone()


class StudyScreen(PaintedAtOnce, Screen[None]):
    """The card on the table, how far the session is, and the four buttons."""

    CONTEXT = "study"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
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
        self._clock = clock
        self._hand: Hand | None = None
        self._dealt_at = clock()
        self._bar = SessionBar(title, id="session")
        self._text = CardText(id="card")
        self._box = AnswerBox(id="answer")
        self._grades = GradeBar(id="grades")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """How far it is, the card, the answer, the buttons, the keys."""
        yield RegionLine()
        with Vertical(id="table"):
            yield self._bar
            yield self._text
            yield self._box
            yield self._grades
        yield self._keys

    def on_mount(self) -> None:
        """Show the first card."""
        self._deal()

    # What is shown

    def _deal(self) -> None:
        """Show the card that is on the table now, or the end."""
        turn = self.session.current
        self._hand = Hand(turn.question) if turn else None
        self._dealt_at = self._clock()
        self._box.value = ""
        self._show()
        if self._hand is not None and self._hand.is_typed:
            self._box.focus()
        else:
            self.set_focus(None)

    def _show(self) -> None:
        now = self._clock()
        hand = self._hand
        self._bar.show(self.session.progress(now))
        self._box.display = hand is not None and hand.is_typed and not hand.is_answered
        self._grades.display = hand is not None
        if hand is None:
            self._text.show(end_blocks(self.session, self._title_of, now))
        else:
            self._text.show(card_blocks(hand))
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
            self._grades.wait("Enter gives the answer; nothing typed is “I do not know”.")
        else:
            self._grades.wait(f"1 to {len(hand.question.options)} choose.")

    def in_words(self) -> str:
        """What is on the table, for those who listen."""
        hand = self._hand
        progress = progress_text(self.session.progress(self._clock())).replace(" · ", ", ")
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
        return self._text.content_region.offset

    def _name_keys(self) -> None:
        typing = self.focused is self._box
        self._keys.show((AnswerBox.CONTEXT,) if typing else (self.CONTEXT,))

    def on_descendant_focus(self) -> None:
        """Name the keys of where the learner is."""
        self._name_keys()

    def on_descendant_blur(self) -> None:
        """Name the keys of where the learner is."""
        self._name_keys()

    def on_screen_resume(self) -> None:
        """Time spent elsewhere is no time spent on the card."""
        self._dealt_at = self._clock()

    # What the learner does

    def on_answer_box_answered(self, message: AnswerBox.Answered) -> None:
        """Grade what was typed, and show it beside the answer."""
        if self._hand is not None and not self._hand.is_answered:
            self._hand.answer(message.typed, self.session.grade(message.typed))
            self.set_focus(None)
            self._show()

    def on_answer_box_left(self, message: AnswerBox.Left) -> None:
        """Give the keys to the card, or leave."""
        if message.out:
            self.action_leave()
        else:
            self.set_focus(None)

    def on_grade_bar_rated(self, message: GradeBar.Rated) -> None:
        """A button was clicked."""
        self._rate(message.rating)

    def action_reveal(self) -> None:
        """Turn the card over, or take the suggested grade."""
        hand = self._hand
        if hand is None:
            return
        if hand.suggestion:
            self._rate(hand.suggestion)
        elif hand.question.kind == "meaning":
            if hand.reveal():
                self._show()
            else:
                self.notify("This is all there is to it: 1 to 4 grade.", timeout=2)
        elif hand.is_typed:
            self._box.focus()

    def action_rate(self, key: str) -> None:
        """Grade the card; in a card with options, choose one."""
        hand = self._hand
        if hand is None:
            return
        number = int(key)
        if hand.question.options and hand.chosen < 0:
            if hand.choose(number - 1):
                self._show()
        elif not hand.is_answered:
            self.notify("First the answer, then the grade.", timeout=2)
        elif number <= 4:
            self._rate(number)

    def _rate(self, rating: int) -> None:
        now = self._clock()
        spent = round((now - self._dealt_at).total_seconds() * 1000)
        milliseconds = spent if 0 < spent <= MOST_MILLISECONDS else 0
        self._attempt(lambda: self.session.rate(rating, now, milliseconds))

    def action_hint(self) -> None:
        """Show another text about the term, if there is one."""
        if self._hand is not None and self._hand.hint():
            self._show()
        else:
            self.notify("There is no further hint.", timeout=2)

    def action_undo(self) -> None:
        """Take back the last thing done, and put its card on the table again."""
        if self.session.done:
            self._attempt(lambda: self.session.undo(self._clock()))
        else:
            self.notify("There is nothing to take back.", timeout=2)

    def action_bury(self) -> None:
        """Keep the card for another day."""
        if self._hand is not None:
            self._attempt(lambda: self.session.bury(self._clock()))

    def action_suspend(self) -> None:
        """Keep the card from all sessions."""
        if self._hand is not None:
            self._attempt(lambda: self.session.suspend(self._clock()))

    def _attempt(self, deed: Callable[[], object]) -> None:
        """Do what is to be saved; ask whether to go on where it cannot be."""
        try:
            deed()
        except StudyUnavailable as error:
            self._ask_to_go_on(str(error), deed)
        else:
            self._deal()

    def _ask_to_go_on(self, trouble: str, deed: Callable[[], object]) -> None:
        from glossary_tui.tui.screens.unsaved import UnsavedScreen

        def answered(go_on: bool | None) -> None:  # noqa: FBT001 # the screen's result
            if go_on:
                self.session.go_on_unsaved()
                self._attempt(deed)

        self.app.push_screen(UnsavedScreen(trouble), answered)

    def action_info(self) -> None:
        """Show where the card stands."""
        from glossary_tui.tui.screens.card_info import CardInfoScreen

        if self.session.current is not None:
            info = CardInfoScreen(self.session.current, self.session.plan, self._clock())
            self.app.push_screen(info)

    def action_entry(self) -> None:
        """Go to the card's entry; from there back to the very card."""
        if self._hand is None:
            return
        self._hand.look_up()
        self._show()
        entry = self._hand.question.entry
        self.post_message(VisitWanted(self.workspace, entry.id, self._come_back))

    def _come_back(self, workspace: Workspace) -> None:
        """Go on with the card; its entries may have been edited in the meantime."""
        if workspace is not self.workspace:
            self._read_anew(workspace)

    def action_edit(self) -> None:
        """Edit the card's entry, and ask the card anew."""
        if self._hand is None:
            return
        trouble = edit(self.app, self._hand.question.entry.path)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
            return
        try:
            self._read_anew(self.workspace.reopen())
        except GlossaryError as error:
            self.notify(str(error), severity="error", markup=False)

    def _read_anew(self, workspace: Workspace) -> None:
        """Go on with *workspace*, whose texts may be others; the card stays as it is turned."""
        before = self._hand
        self.workspace = workspace
        self.session.reload(asker_of(workspace), self._clock())
        turn = self.session.current
        if before is None or turn is None or turn.question.entry.id != before.question.entry.id:
            self._deal()
            return
        self._hand = before.asked_anew(turn.question)
        self._show()

    def action_statistics(self) -> None:
        """Show what has been learnt so far."""
        from glossary_tui.tui.screens.statistics import StatisticsScreen

        def count(workspace: Workspace) -> Statistics:
            return study_statistics(workspace, self.session.store, self._clock())

        try:
            self.app.push_screen(StatisticsScreen(self.workspace, count))
        except StudyUnavailable as error:
            self.notify(str(error), severity="error", markup=False)

    def action_up(self) -> None:
        """Scroll up a line."""
        self._text.action_up()

    def action_down(self) -> None:
        """Scroll down a line."""
        self._text.action_down()

    def action_page_up(self) -> None:
        """Scroll up a page."""
        self._text.action_page_up()

    def action_page_down(self) -> None:
        """Scroll down a page."""
        self._text.action_page_down()

    def action_leave(self) -> None:
        """End the session; what was graded is saved already."""
        self.dismiss()
