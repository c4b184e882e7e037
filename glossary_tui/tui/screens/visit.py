"""The reading screen, visited from elsewhere: one reads on, and comes back to where one was."""

from __future__ import annotations

from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.screens.browse import BrowseScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.tui.messages import GlossaryOpened
    from glossary_tui.tui.trail import Trail
    from glossary_tui.user.marks import Marks
    from glossary_tui.workspace import Workspace


class VisitScreen(BrowseScreen):
    """Opened at an entry, until the reader comes back.

    The key that leads to the text leads out when it is pressed in the text, and so does going
    back from the first entry. *came_back* is told of it.
    """

    def __init__(
        self,
        workspace: Workspace,
        term: str,
        came_back: Callable[[], None],
        marks: Marks,
        trail: Trail | None = None,
    ) -> None:
        super().__init__(workspace, term, trail=trail, marks=marks)
        self._came_back = came_back

    def on_glossary_opened(self, message: GlossaryOpened) -> None:
        """Go on with the glossary that was read anew, and stay a visit."""
        message.stop()
        self.take(message.workspace)

    def watch_files(self) -> None:
        """Leave that to the screen that the workspace is from, which lies below."""

    def note(self) -> str:
        """How to come back."""
        key = live_keymap(self).name_of("browse.text")
        return f"{key} leads back" if key else super().note()

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something now: the session goes on with its own glossary."""
        return action not in ("study", "glossaries") and super().is_possible(action)

    def action_study(self) -> None:
        """Go back to the session."""
        self._return()

    def action_glossaries(self) -> None:
        """Say that the session comes first."""
        self.notify("First come back to the card.", timeout=2)

    def action_text(self) -> None:
        """Read what is shown; in the text, come back."""
        if self.focused is self.pane.text:
            self._return()
        else:
            super().action_text()

    def action_back(self) -> None:
        """Go back to where the reader was; from the first entry, out."""
        if self.trail.can_go_back:
            super().action_back()
        else:
            self._return()

    def _return(self) -> None:
        self.app.pop_screen()
        self._came_back()
