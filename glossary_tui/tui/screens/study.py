"""A study session: one card after another, each graded and saved before the next."""

from __future__ import annotations

from datetime import datetime

from glossary_tui.errors import GlossaryError, StudyUnavailable
from glossary_tui.text.counting import counted
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.editor import edit
from glossary_tui.tui.messages import VisitWanted
from glossary_tui.tui.painting import renew_screens
from glossary_tui.tui.screens.table import Table
from glossary_tui.tui.widgets.answer_box import AnswerBox
from glossary_tui.tui.widgets.grade_bar import GradeBar
from glossary_tui.workspace.overlaying import changed
from glossary_tui.workspace.studying import asker_of, study_statistics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ClassVar

    from textual.binding import BindingType

    from glossary_tui.study.statistics import Statistics
    from glossary_tui.workspace import Workspace

MOST_MILLISECONDS = 600_000
"""An answer that took longer was interrupted: its time says nothing."""


def local_now() -> datetime:
    """The present moment, in the learner's own time zone."""
    return datetime.now().astimezone()


class StudyScreen(Table):
    """A session under the learner's keys."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Table.CONTEXT)

    def on_answer_box_answered(self, message: AnswerBox.Answered) -> None:
        """Grade what was typed, and show it beside the answer."""
        if self.hand is not None and not self.hand.is_answered:
            self.hand.answer(message.typed, self.session.grade(message.typed))
            self.set_focus(None)
            self.show_card()

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
        hand = self.hand
        if hand is None:
            return
        if hand.suggestion:
            self._rate(hand.suggestion)
        elif hand.question.kind == "meaning":
            if hand.reveal():
                self.show_card()
            else:
                self.notify("This is all there is to it: 1 to 4 grade.", timeout=2)
        elif hand.is_typed:
            self.box.focus()

    def action_rate(self, key: str) -> None:
        """Grade the card; in a card with options, choose one."""
        hand = self.hand
        if hand is None:
            return
        number = int(key)
        if hand.question.options and hand.chosen < 0:
            if hand.choose(number - 1):
                self.show_card()
        elif not hand.is_answered:
            self.notify("First the answer, then the grade.", timeout=2)
        elif number <= 4:
            self._rate(number)

    def _rate(self, rating: int) -> None:
        now = self.clock()
        spent = round((now - self.dealt_at).total_seconds() * 1000)
        milliseconds = spent if 0 < spent <= MOST_MILLISECONDS else 0
        self._attempt(lambda: self.session.rate(rating, now, milliseconds))

    def action_hint(self) -> None:
        """Show another text about the term, if there is one."""
        if self.hand is not None and self.hand.hint():
            self.show_card()
        else:
            self.notify("There is no further hint.", timeout=2)

    def action_undo(self) -> None:
        """Take back the last thing done, and put its card on the table again."""
        if self.session.done:
            self._attempt(lambda: self.session.undo(self.clock()))
        else:
            self.notify("There is nothing to take back.", timeout=2)

    def action_bury(self) -> None:
        """Keep the card for another day."""
        if self.hand is not None:
            self._attempt(lambda: self.session.bury(self.clock()))

    def action_suspend(self) -> None:
        """Keep the card from all sessions."""
        if self.hand is not None:
            self._attempt(lambda: self.session.suspend(self.clock()))

    def _attempt(self, deed: Callable[[], object]) -> None:
        """Do what is to be saved; ask whether to go on where it cannot be."""
        try:
            deed()
        except StudyUnavailable as error:
            self._ask_to_go_on(str(error), deed)
        else:
            self.deal()

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
            info = CardInfoScreen(self.session.current, self.session.plan, self.clock())
            self.app.push_screen(info)

    def action_entry(self) -> None:
        """Go to the card's entry; from there back to the very card."""
        if self.hand is None:
            return
        self.hand.look_up()
        self.show_card()
        entry = self.hand.question.entry
        self.post_message(VisitWanted(self.workspace, entry.id, self._come_back))

    def _come_back(self) -> None:
        """Go on with the card; its entries may have been edited in the meantime."""
        self.renew()

    def action_edit(self) -> None:
        """Edit the card's entry, and ask the card anew."""
        if self.hand is None:
            return
        trouble = edit(self.app, self.hand.question.entry.path)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
            return
        try:
            newer = changed(self.workspace, (self.hand.question.entry.path,))
            self.workspace.become(newer or self.workspace.reopen())
        except GlossaryError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            renew_screens(self.app)

    def renew(self) -> None:
        """Ask the card anew of what the files say now; it stays as it is turned."""
        before = self.hand
        self.session.reload(asker_of(self.workspace), self.clock())
        turn = self.session.current
        if before is None or turn is None or turn.question.entry.id != before.question.entry.id:
            if before is not None or turn is not None:
                self.deal()
        elif not turn.question.reads_like(before.question):
            self.hand = before.asked_anew(turn.question)
            self.show_card()

    def action_statistics(self) -> None:
        """Show what has been learnt so far."""
        from glossary_tui.tui.screens.statistics import StatisticsScreen

        def count(workspace: Workspace) -> Statistics:
            return study_statistics(workspace, self.session.store, self.clock())

        try:
            self.app.push_screen(StatisticsScreen(self.workspace, count))
        except StudyUnavailable as error:
            self.notify(str(error), severity="error", markup=False)

    def action_up(self) -> None:
        """Scroll up a line."""
        self.text.action_up()

    def action_down(self) -> None:
        """Scroll down a line."""
        self.text.action_down()

    def action_page_up(self) -> None:
        """Scroll up a page."""
        self.text.action_page_up()

    def action_page_down(self) -> None:
        """Scroll down a page."""
        self.text.action_page_down()

    def action_leave(self) -> None:
        """End the session; what was graded is saved already."""
        answered = self.session.progress(self.clock()).answered
        is_kept = self.session.store.saves and not self.session.plan.cram
        if self.hand is not None and answered and is_kept:
            self.app.notify(f"{counted(answered, 'answer')} saved.", timeout=2)
        self.dismiss()
