"""The question whether to study where progress cannot be saved."""

from __future__ import annotations

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary_tui.text.clean import clean_line
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.widgets.key_bar import KeyBar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType


class UnsavedScreen(PaintedAtOnce, ModalScreen[bool]):
    """Says what is the matter. Its result is whether to study without saving."""

    CONTEXT = "unsaved"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "unsaved.tcss"

    def __init__(self, trouble: str) -> None:
        super().__init__()
        self._trouble = f"{clean_line(trouble).rstrip('.')}."
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """The trouble, the question, the keys."""
        with Vertical(id="unsaved") as box:
            box.border_title = "Progress cannot be saved"
            yield Static(self._trouble, markup=False)
            yield Static(
                "You can study all the same: then nothing of it is kept when you leave.",
                markup=False,
            )
            yield self._keys

    def on_mount(self) -> None:
        """Name the keys."""
        self._keys.show((self.CONTEXT,))

    def action_go_on(self) -> None:
        """Study without saving."""
        self.dismiss(True)

    def action_cancel(self) -> None:
        """Do not."""
        self.dismiss(False)
