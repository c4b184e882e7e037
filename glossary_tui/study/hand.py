"""The card on the table: how far it is turned over, and what was answered. No interface."""

from __future__ import annotations

from glossary_tui.study.scheduler import AGAIN, GOOD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.study.grading import Grade
    from glossary_tui.study.question import Question


class Hand:
    """A question on its way from being asked to being graded."""

    def __init__(self, question: Question) -> None:
        self.question = question
        """What is asked."""
        self.shown = 0
        """How many of the question's `reveals` are turned over."""
        self.grade: Grade | None = None
        """What a typed answer is worth; None before one, and for kinds that are not typed."""
        self.typed = ""
        """The typed answer as it was given."""
        self.chosen = -1
        """The index of the chosen option; -1 before, and for kinds without options."""
        self.hinted = False
        """Whether the hint is shown too."""
        self.looked_up = False
        """Whether the learner went to the entry before answering."""

    @property
    def is_typed(self) -> bool:
        """Whether the answer is typed."""
        return self.question.kind == "name"

    @property
    def is_answered(self) -> bool:
        """Whether it may be rated."""
        if self.question.kind == "meaning":
            return self.shown > 0
        return self.grade is not None or self.chosen >= 0 or self.looked_up

    @property
    def suggestion(self) -> int:
        """The rating, 1 to 4, that the answer earns; 0 where only the learner can tell."""
        if self.grade is not None:
            return self.grade.rating
        if self.chosen >= 0:
            return GOOD if self.chosen == self.question.right else AGAIN
        return AGAIN if self.looked_up else 0

    def reveal(self) -> bool:
        """Turn over the next view of a card that is recalled; whether there was one."""
        if self.shown >= len(self.question.reveals):
            return False
        self.shown += 1
        return True

    def hint(self) -> bool:
        """Show the hint; whether there is one that was not shown yet."""
        if self.hinted or not self.question.hint or self.is_answered:
            return False
        self.hinted = True
        return True

    def answer(self, typed: str, worth: Grade) -> None:
        """Take what was *typed* as the answer, and what it is worth."""
        self.typed, self.grade = typed.strip(), worth
        self.shown = max(self.shown, 1)

    def choose(self, index: int) -> bool:
        """Take the option at *index* as the answer; whether there is such an option."""
        if self.is_answered or not 0 <= index < len(self.question.options):
            return False
        self.chosen = index
        self.shown = max(self.shown, 1)
        return True

    def look_up(self) -> None:
        """The learner goes to the entry: without an answer before it, that tells the answer."""
        if not self.is_answered:
            self.looked_up = True
            self.shown = max(self.shown, 1)

    def asked_anew(self, question: Question) -> Hand:
        """The same hand with *question*, whose texts were edited.

        It is turned over as far; where options are others now, nothing is chosen yet.
        """
        hand = Hand(question)
        same = [each.id for each in question.options] == [each.id for each in self.question.options]
        hand.typed, hand.grade = self.typed, self.grade
        hand.hinted, hand.looked_up = self.hinted, self.looked_up
        hand.chosen = self.chosen if same else -1
        hand.shown = min(self.shown, len(question.reveals)) if same else 0
        return hand
