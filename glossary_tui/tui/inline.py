"""The interface in a few lines under the prompt."""

from __future__ import annotations

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.inline import InlineScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.driver import Driver

    from glossary_tui.workspace import Workspace


class InlineApp(GlossaryApp):
    """A small reader: what it cannot do it says; what was read last stays when it has closed."""

    INLINE_PADDING = 0
    CSS = """
    Screen:inline { height: 15; border: none; }
    Toast { margin: 0; }
    """

    def __init__(self, workspace: Workspace, term: str = "", *, linear: bool = False) -> None:
        super().__init__(workspace, term, linear=linear, reader=InlineScreen)

    @staticmethod
    def own_driver() -> type[Driver] | None:
        """The driver that draws under the prompt; the whole screen where that does not work."""
        try:
            from glossary_tui.tui.inline_driver import InlineDriver
        except ImportError:
            return None
        return InlineDriver
