"""The page of keys."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from glossary_tui.search.operators import OPERATORS
from glossary_tui.text.fold import fold
from glossary_tui.text.wrap import wrapped
from glossary_tui.tui.bindings import bindings_of, live_keymap
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.user.commands import CONTEXTS, commands_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary_tui.user.keymap import Keymap

_KEY_COLUMN = 20
_WIDTH = 74
"""Cells of the page where the window has room for them."""
_NARROWEST = 16
"""Cells that it has at least; what is beyond the window is then broken once more."""
_AROUND = 10
"""Cells that frame, margins and scroll bar take beside it."""
_SEARCH = "What a search may say"


class HelpScreen(PaintedAtOnce, ModalScreen[None]):
    """Every key, by where it acts; *contexts* are where the reader is, the nearest first."""

    CONTEXT = "help"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help-box"

    def __init__(self, contexts: Sequence[str] = ()) -> None:
        super().__init__()
        self._contexts = tuple(dict.fromkeys((*contexts, *CONTEXTS)))
        self._page = Static(id="keys-page")
        self._window = VerticalScroll(self._page, id="help-window", can_focus=False)
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """A box that narrows the page, the page, the keys of this place."""
        yield RegionLine()
        with Vertical(id="help") as frame:
            frame.border_title = "Keys"
            yield Input(placeholder="Search the keys", compact=True, id="help-box")
            yield self._window
            yield self._keys

    def on_mount(self) -> None:
        """Show every key at first."""
        self._keys.show((self.CONTEXT,))
        self._fill()

    def on_resize(self) -> None:
        """Write the page anew for another width."""
        self._fill()

    def _fill(self) -> None:
        width = max(min(self.app.size.width - _AROUND, _WIDTH), _NARROWEST)
        wanted = self.query_one(Input).value
        self._page.update(keys_page(self._contexts, live_keymap(self), wanted, width))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave what answers to the words typed."""
        event.stop()
        if event.value == "?":  # the key that opened the help closes it
            self.dismiss()
        self._fill()
        self._window.scroll_to(y=0, animate=False)

    def in_words(self) -> str:
        """What this is, and how it is used."""
        return "Keys: type to search, the arrows scroll"

    def action_up(self) -> None:
        """Scroll up a line."""
        self._scroll(-1)

    def action_down(self) -> None:
        """Scroll down a line."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll up a page."""
        self._scroll(1 - self._window.size.height)

    def action_page_down(self) -> None:
        """Scroll down a page."""
        self._scroll(self._window.size.height - 1)

    def _scroll(self, lines: int) -> None:
        self._window.scroll_to(y=self._window.scroll_offset.y + lines, animate=False)

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()


def keys_page(
    contexts: Sequence[str], keymap: Keymap, wanted: str = "", width: int = _WIDTH
) -> Text:
    """The keys of *contexts* and the operators of the search, as far as they answer to *wanted*.

    What a key does is broken where it is wider than *width* leaves room for, and stands below keys
    that take that room.
    """
    column = min(_KEY_COLUMN, max(width // 2 - 4, 8))
    words = fold(wanted).split() or ([wanted.strip()] if wanted.strip() else [])
    page = Text()
    for title, rows in _groups(contexts, keymap):
        kept = [row for row in rows if _answers(title, row, words)]
        if kept:
            page.append("\n".join([*wrapped(title, width), ""]), style="bold")
            for key, meaning in kept:
                said = wrapped(meaning, max(width - column - 2, 8))
                first = said.pop(0) if cell_len(key) < column else ""
                page.append(f"  {key:<{column}}{first}".rstrip() + "\n")
                page.append("".join(f"{'':{column + 2}}{row}\n" for row in said))
            page.append("\n")
    page.rstrip()
    return page if page.plain else Text("No key of that name.")


def _groups(contexts: Sequence[str], keymap: Keymap) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for context in contexts:
        rows = []
        for command in commands_of(context):
            names = keymap.names(command)
            many = command.takes_key and len(names) > 2
            shown = f"{names[0]} … {names[-1]}" if many else "  ".join(names)
            rows.append((shown or "no key", command.help))
        yield CONTEXTS[context], rows
    yield _SEARCH, list(OPERATORS)


def _answers(title: str, row: tuple[str, str], words: Sequence[str]) -> bool:
    """Whether each of *words* begins one of the row's, or is its key."""
    keys = row[0].casefold().split()
    said = fold(f"{title} {row[1]}").split()
    return all(any(each.startswith(word) for each in (*said, *keys)) for word in words)
