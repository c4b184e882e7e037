"""The box that a term is typed into."""

from __future__ import annotations

from textual.message import Message

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.widgets.line_box import LineBox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.binding import BindingType


class SearchBox(LineBox):
    """An input whose vertical keys move through the list that it narrows."""

    CONTEXT = "search"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    class Moved(Message):
        """The highlight of the list is to move."""

        def __init__(self, step: int, *, page: bool = False) -> None:
            super().__init__()
            self.step = step
            """How far, down is positive."""
            self.page = page
            """Whether in pages instead of lines."""

    class Opened(Message):
        """The highlighted term is to be gone to."""

    class Left(Message):
        """The reader wants to be in the text."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(placeholder="Search", compact=True, select_on_focus=True, id=id)

    def action_up(self) -> None:
        """Move the list's highlight up."""
        self.post_message(self.Moved(-1))

    def action_down(self) -> None:
        """Move the list's highlight down."""
        self.post_message(self.Moved(1))

    def action_page_up(self) -> None:
        """Move the list's highlight up a page."""
        self.post_message(self.Moved(-1, page=True))

    def action_page_down(self) -> None:
        """Move the list's highlight down a page."""
        self.post_message(self.Moved(1, page=True))

    def action_open(self) -> None:
        """Go to the highlighted term."""
        self.post_message(self.Opened())

    def action_leave(self) -> None:
        """Go to the text."""
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Empty the box."""
        self.value = ""
