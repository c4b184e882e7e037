"""The box that an answer is typed into."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Input

from glossary_tui.tui.bindings import bindings_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.binding import BindingType


class AnswerBox(Input):
    """An input for the name of a term."""

    CONTEXT = "answer"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    class Answered(Message):
        """An answer was given; an empty one means that the learner does not know."""

        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed
            """What was typed."""

    class Left(Message):
        """The learner wants the keys of the card."""

        def __init__(self, *, out: bool) -> None:
            super().__init__()
            self.out = out
            """Whether out of the session altogether."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(placeholder="Type the term", compact=True, id=id)

    def action_give(self) -> None:
        """Let the answer be graded."""
        self.post_message(self.Answered(self.value))

    def action_keys(self) -> None:
        """Leave the box for the keys of the card."""
        self.post_message(self.Left(out=False))

    def action_out(self) -> None:
        """Leave the session."""
        self.post_message(self.Left(out=True))
