"""The page of keys."""

from __future__ import annotations

from rich.text import Text
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary_tui.search.operators import OPERATORS
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.user.commands import CONTEXTS, commands_of, key_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

_KEY_COLUMN = 20


class HelpScreen(ModalScreen[None]):
    """Every key, by where it acts."""

    CONTEXT = "help"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "help.tcss"

    def compose(self) -> ComposeResult:
        """One column, scrolled with the arrows."""
        with VerticalScroll(id="help"):
            yield Static(_keys_page(), id="keys-page")

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#help").focus()

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()


def _keys_page() -> Text:
    page = Text()
    for context, title in CONTEXTS.items():
        page.append(f"{title}\n", style="bold")
        for command in commands_of(context):
            keys = command.keys.split(",")
            shown = "1 … 9" if command.takes_key else "  ".join(map(key_name, keys))
            page.append(f"  {shown:<{_KEY_COLUMN}}")
            page.append(f"{command.help}\n")
        page.append("\n")
    page.append("What a search may say\n", style="bold")
    for example, meaning in OPERATORS:
        page.append(f"  {example:<{_KEY_COLUMN}}")
        page.append(f"{meaning}\n")
    page.rstrip()
    return page
