"""A view without anything around it, for the mouse to select from."""

from __future__ import annotations

from textual.screen import Screen

from glossary_tui.tui.mouse import release_mouse, take_mouse
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.widgets.plain_text import PlainText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import ComposeResult


class PlainScreen(PaintedAtOnce, Screen[None]):
    """Shows a text plainly; while it is shown, the terminal has the mouse."""

    CSS_PATH = "plain.tcss"

    def __init__(self, markdown: str, width: int) -> None:
        super().__init__()
        self._text = PlainText(markdown, width)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def on_screen_resume(self) -> None:
        """Let the terminal select."""
        release_mouse(self.app._driver)  # noqa: SLF001 # Textual has no public name for it

    def on_screen_suspend(self) -> None:
        """Take the mouse back, for the palette or the help."""
        take_mouse(self.app._driver)  # noqa: SLF001 # as above

    def on_unmount(self) -> None:
        """Take the mouse back, and what was said of it."""
        self.app.clear_notifications()
        take_mouse(self.app._driver)  # noqa: SLF001 # as above
