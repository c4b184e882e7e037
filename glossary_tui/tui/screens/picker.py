"""A box and a list under it, to choose one of several things."""

from __future__ import annotations

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.choice import Choice
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.widgets.choice_list import ChoiceList
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

_LEAST, _MOST = 5, 16
"""How many rows the list may have."""
_AROUND = 6
"""How many rows its frame, the box and the keys take."""


class PickerScreen(PaintedAtOnce, ModalScreen[Choice | None]):
    """Asks which one; its result is the choice, or None.

    *choices* answers to what is typed, and is asked again at every letter. *highlighted* hears of
    each choice that the highlight reaches, for a preview. *row* is where the highlight begins.
    """

    CONTEXT = "picker"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "picker.tcss"
    AUTO_FOCUS = "#picker-box"

    def __init__(
        self,
        title: str,
        choices: Callable[[str], Sequence[Choice]],
        *,
        highlighted: Callable[[Choice], None] | None = None,
        nothing: str = "Nothing of that name.",
        row: int = 0,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._tell = highlighted
        self._first_row = row
        self._box = Input(placeholder="Type to narrow the list", compact=True, id="picker-box")
        self._list = ChoiceList(nothing, id="picker-list")
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """The box over the list, the keys below."""
        yield RegionLine()
        with Vertical(id="picker") as frame:
            frame.border_title = self._title
            yield self._box
            yield self._list
            yield self._keys

    def on_mount(self) -> None:
        """List everything at first."""
        self._keys.show((self.CONTEXT,))
        choices = self._choices("")
        # As high as it will ever be: a frame that follows its list would jump at every letter.
        rows = min(max(len(choices), _LEAST), _MOST)
        self.query_one("#picker").styles.height = rows + _AROUND
        self._list.show(choices, self._first_row)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._list.show(self._choices(event.value.strip()))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the highlighted choice."""
        event.stop()
        self.action_open()

    def on_choice_list_highlighted(self, message: ChoiceList.Highlighted) -> None:
        """Preview the choice."""
        if self._tell is not None:
            self._tell(message.choice)

    def on_choice_list_chosen(self) -> None:
        """A click takes the choice."""
        self.action_open()

    def in_words(self) -> str:
        """Which choice has the highlight."""
        choice, number = self._list.highlighted, len(self._list)
        if choice is None:
            return f"{self._title}: nothing of that name"
        said = " ".join(filter(None, (choice.text, choice.aside, choice.key)))
        return f"{self._title}: {said}, {self._list.cursor + 1:,} of {number:,}"

    def action_up(self) -> None:
        """Move the highlight up."""
        self._list.move(-1)

    def action_down(self) -> None:
        """Move the highlight down."""
        self._list.move(1)

    def action_page_up(self) -> None:
        """Move the highlight up a page."""
        self._list.move(-1, page=True)

    def action_page_down(self) -> None:
        """Move the highlight down a page."""
        self._list.move(1, page=True)

    def action_open(self) -> None:
        """Take the highlighted choice."""
        if self._list.highlighted is not None:
            self.dismiss(self._list.highlighted)

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
