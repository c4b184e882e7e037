"""The line in which one says what to find in the entry."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.widgets.line_box import LineBox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input


class FindBox(LineBox):
    """What is looked for; each letter finds anew."""

    CONTEXT = "find"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    class Stepped(Message):
        """Another match is to be gone to."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step
            """1 for the next, -1 for the one before."""

    class Left(Message):
        """The reader has done with typing."""

        def __init__(self, *, kept: bool) -> None:
            super().__init__()
            self.kept = kept
            """Whether to stay with the match, instead of where the reader was before."""

    def action_next(self) -> None:
        """Go to the next match."""
        self.post_message(self.Stepped(1))

    def action_previous(self) -> None:
        """Go to the match before."""
        self.post_message(self.Stepped(-1))

    def action_keep(self) -> None:
        """Read on at the match."""
        self.post_message(self.Left(kept=True))

    def action_cancel(self) -> None:
        """Go back to where the reader was."""
        self.post_message(self.Left(kept=False))


class FindBar(Horizontal):
    """The box, and how many matches there are. It stays while there is something to walk through."""

    class Changed(Message):
        """Something else is looked for."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query
            """What."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self.display = False
        self.box = FindBox(placeholder="Find in this entry", compact=True, select_on_focus=True)
        """Where it is typed."""
        self._count = Static(classes="count")

    def compose(self) -> ComposeResult:
        """A sign, the box, the number."""
        yield Static("Find", classes="sign")
        yield self.box
        yield self._count

    def say(self, number: int, total: int) -> None:
        """Show that match *number* of *total* is the present one."""
        self._count.set_class(not total, "-none")
        if not self.box.value.strip():
            self._count.update("")
        else:
            self._count.update(f"{number} of {total:,}" if total else "not in this entry")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what is typed now."""
        event.stop()
        self.post_message(self.Changed(event.value))
