"""What one does to the text that one reads: finding in it, and how wide its lines are."""

from __future__ import annotations

from glossary_tui.tui.screens.copying import Copying
from glossary_tui.tui.screens.watching import Watching
from glossary_tui.user.settings import NARROWEST, WIDEST
from glossary_tui.user.state import load_state, remember

_STEP = 4


class Reading(Copying, Watching):
    """A desk whose text can be searched and set wider or narrower."""

    def set_remembered_width(self) -> None:
        """Set the text as wide as the reader left it, else as the configuration says."""
        remembered = load_state().get("text-width", "")
        wanted = self.workspace.configuration.reading.width
        width = int(remembered) if remembered.isdecimal() else wanted
        self.pane.set_text_width(min(max(width, NARROWEST), WIDEST))

    def action_text(self) -> None:
        """Close the pane of a link, else leave the search in the entry, else read what is shown."""
        if self.pane.is_peeking:
            self.close_peek()
        elif self.pane.is_finding:
            self.pane.end_find()
            self.focus_text()
        else:
            super().action_text()

    async def action_find(self) -> None:
        """Find in all views of the entry."""
        await self.pane.open_find()

    async def action_next_match(self) -> None:
        """Go to the next match."""
        await self.pane.step_match(1)

    async def action_previous_match(self) -> None:
        """Go to the match before."""
        await self.pane.step_match(-1)

    def action_wider(self) -> None:
        """Make the lines of the text longer."""
        self._widen(_STEP)

    def action_narrower(self) -> None:
        """Make the lines of the text shorter."""
        self._widen(-_STEP)

    def _widen(self, cells: int) -> None:
        before = self.pane.text.text_width
        width = min(max(before + cells, NARROWEST), WIDEST)
        if width != before:
            self.pane.set_text_width(width)
            remember({"text-width": str(width)})
        self.notify(_saying(width, self.pane.text.room), timeout=2)


def _saying(width: int, room: int) -> str:
    """How wide the text is now, in words."""
    if width == WIDEST:
        return f"Lines of up to {width} letters: no longer ones."
    if width == NARROWEST:
        return f"Lines of up to {width} letters: no shorter ones."
    said = f"Lines of up to {width} letters."
    return said if width <= room else f"{said} The window has room for {room}."
