"""A driver that draws a few lines under the prompt and leaves the rest of the terminal alone."""

from __future__ import annotations

import asyncio
import signal

from textual.drivers.linux_inline_driver import LinuxInlineDriver
from textual.events import Resize
from textual.geometry import Offset, Size

from glossary_tui.tui import terminal
from glossary_tui.tui.driver import Listening

_WHERE_IS_THE_CURSOR = "\x1b[6n"


class InlineDriver(Listening, LinuxInlineDriver):
    """Draws where the cursor stands. The mouse stays the terminal's, for selecting and scrolling."""

    def start_application_mode(self) -> None:
        """Take the keyboard; a change of the window's size clears nothing above the reader."""
        super().start_application_mode()
        if terminal.original_attributes is not None:
            self.attrs_before = terminal.original_attributes
        loop = asyncio.get_running_loop()

        def resized(_number: int, _frame: object) -> None:
            loop.call_soon_threadsafe(self._redraw)

        signal.signal(signal.SIGWINCH, resized)

    def _redraw(self) -> None:
        """Clear what the reader drew, from its first line on, and let it be drawn anew."""
        app = self._app
        _, rows = app._previous_cursor_position  # noqa: SLF001 # Textual tells nobody else
        app._previous_cursor_position = Offset(0, 0)  # noqa: SLF001 # as above
        self.write(f"\x1b[{rows}A\r\x1b[J" if rows else "\r\x1b[J")
        size = Size(*self._get_terminal_size())
        app.post_message(Resize(size, size))

    def write(self, data: str) -> None:
        """Write to the terminal, without asking where the cursor is.

        Only the mouse would need the answer, and one that comes when the reader has closed would
        stand behind the prompt as if it had been typed.
        """
        super().write(data.replace(_WHERE_IS_THE_CURSOR, ""))

    def disable_input(self) -> None:
        """Stop listening. The input thread is woken instead of waited for."""
        self._wake()
        super().disable_input()
