"""A row of letters, to go to one of them in the list."""

from __future__ import annotations

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.shelf import OTHERS
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Key


class LettersScreen(PaintedAtOnce, ModalScreen[str | None]):
    """Asks for one of *letters*: typed, or walked to from *present*. Its result is the letter, or None."""

    CONTEXT = "letters"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "letters.tcss"

    def __init__(self, letters: Sequence[str], present: str = "") -> None:
        super().__init__()
        self._letters = letters
        self._at = letters.index(present) if present in letters else 0
        self._row = Static(id="letters-row")
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """The letters that the list has, the keys below."""
        yield RegionLine()
        with Vertical(id="letters") as frame:
            frame.border_title = "Type a letter"
            yield self._row
            yield self._keys

    def on_mount(self) -> None:
        """Draw the row."""
        self._keys.show((self.CONTEXT,))
        self._draw()

    def _draw(self) -> None:
        row = Text()
        for number, letter in enumerate(self._letters):
            row.append(letter, style="reverse" if number == self._at else "")
            row.append(" ")
        self._row.update(row)

    def on_key(self, event: Key) -> None:
        """A letter is gone to; anything that is none stands for the row's last sign."""
        if event.character is None or not event.is_printable:
            return
        letter = event.character.upper()
        wanted = letter if letter in self._letters else "" if letter.isalpha() else OTHERS
        if wanted in self._letters:
            event.stop()
            self.dismiss(wanted)

    def in_words(self) -> str:
        """Which letter would be gone to."""
        return (
            f"Type a letter. Enter goes to {self._letters[self._at]}"
            if self._letters
            else "No letter"
        )

    def action_previous(self) -> None:
        """Move to the letter before."""
        self._at = max(self._at - 1, 0)
        self._draw()

    def action_next(self) -> None:
        """Move to the letter after."""
        self._at = min(self._at + 1, len(self._letters) - 1)
        self._draw()

    def action_open(self) -> None:
        """Go to the letter."""
        self.dismiss(self._letters[self._at] if self._letters else None)

    def action_close(self) -> None:
        """Stay."""
        self.dismiss(None)
