"""The program as one would write it in an afternoon: the libraries' own parts, put together.

    python -m benchmarks.references.obvious FOLDER

frontmatter reads every file, WRatio ranks every title, an OptionList shows the answers, and three
Markdown widgets under tabs show the entry. Nothing is made slower than it has to be.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import frontmatter
from rapidfuzz import fuzz, process
from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Input, Markdown, OptionList, TabbedContent, TabPane
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from textual.app import ComposeResult

_SHOWN = 100
_VIEWS = ("Summary", "ELI5", "In-depth explanation")


class Entry(NamedTuple):
    """A file, read."""

    title: str
    sections: dict[str, str]


def read(folder: Path) -> list[Entry]:
    """Every entry, by title."""
    entries = []
    for path in folder.glob("*.md"):
        post = frontmatter.load(str(path))
        parts = re.split(r"^### (.+)$", post.content, flags=re.MULTILINE)
        entries.append(Entry(str(post["title"]), dict(zip(parts[1::2], parts[2::2], strict=True))))
    return sorted(entries)


class Obvious(App[None]):
    """Search box and list at the left, the entry at the right."""

    CSS = "#left { width: 30; } OptionList { height: 1fr; }"

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._titles = [entry.title for entry in entries]

    def compose(self) -> ComposeResult:
        """All of it."""
        with Horizontal():
            with Vertical(id="left"):
                yield Input(placeholder="Search")
                yield OptionList()
            with TabbedContent():
                for name in _VIEWS:
                    with TabPane(name):
                        yield Markdown()
        yield Footer()

    async def on_mount(self) -> None:
        """Everything is listed."""
        self.query_one(Input).focus()
        await self._show(range(len(self._entries)))

    async def on_input_changed(self, event: Input.Changed) -> None:
        """The list holds what answers, best first."""
        if not event.value:
            await self._show(range(len(self._entries)))
            return
        found = process.extract(event.value, self._titles, scorer=fuzz.WRatio, limit=_SHOWN)
        await self._show([index for _, _, index in found])

    async def _show(self, rows: range | list[int]) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(self._titles[row], id=str(row)) for row in rows)
        if rows:
            options.highlighted = 0

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The highlighted entry is shown."""
        entry = self._entries[int(event.option.id or 0)]
        for widget, name in zip(self.query(Markdown), _VIEWS, strict=True):
            await widget.update(entry.sections.get(name, ""))

    async def on_input_submitted(self) -> None:
        """Into the list."""
        self.query_one(OptionList).focus()


if __name__ == "__main__":
    Obvious(read(Path(sys.argv[1]))).run()
