"""The page of remarks about files."""

from __future__ import annotations

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from glossary_tui.text.clean import clean_line
from glossary_tui.text.counting import counted
from glossary_tui.tui.editor import edit
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.tui.widgets.remark_list import RemarkList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from textual.app import App, ComposeResult

    from glossary_tui.model import Diagnostic


_KINDS = ("error", "warning", "info")
"""The severities, the gravest first."""


class RemarksScreen(PaintedAtOnce, ModalScreen[bool]):
    """What there is to say about the files. Its result is whether one was edited."""

    CSS_PATH = "remarks.tcss"

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__()
        self._list = RemarkList(diagnostics, id="remarks")
        self._where = Static(id="where", markup=False)
        self._keys = KeyBar()
        self._diagnostics = diagnostics
        self._edited = False

    def compose(self) -> ComposeResult:
        """The list, the whole path of the highlighted remark, the keys."""
        yield RegionLine()
        with Vertical(id="remarks-box") as box:
            box.border_title = _title(self._diagnostics)
            yield self._list
            yield self._where
            yield self._keys

    def on_mount(self) -> None:
        """Let the arrows move at once, and name the file of each remark that they reach."""
        self._list.focus()
        self._keys.show((RemarkList.CONTEXT,))
        self.watch(self._list, "cursor", self._show_where)

    def in_words(self) -> str:
        """Which remark has the highlight."""
        row, number = self._list.cursor, len(self._diagnostics)
        return f"Remarks: {self._diagnostics[row].message} {row + 1:,} of {number:,}"

    def _show_where(self, row: int) -> None:
        found = self._diagnostics[row]
        self._where.update(f"{found.message}\n{clean_line(found.path)}")

    def on_remark_list_chosen(self, message: RemarkList.Chosen) -> None:
        """Open the file in the person's editor."""
        trouble = edit(self.app, message.diagnostic.path, message.diagnostic.line)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
        else:
            self._edited = True

    def on_remark_list_closed(self) -> None:
        """Close the list."""
        self.dismiss(self._edited)


def _title(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are, and how many of them are more than notes."""
    kinds = [sum(each.severity == kind for each in diagnostics) for kind in _KINDS[:2]]
    graver = [counted(n, kind) for n, kind in zip(kinds, _KINDS, strict=False) if n]
    total = counted(len(diagnostics), "remark")
    return f"{total}: {', '.join(graver)}" if graver else total


def show_remarks(
    app: App[Any], diagnostics: Sequence[Diagnostic], edited: Callable[[], None]
) -> None:
    """Show what there is to say, and call *edited* afterwards if a file was edited."""

    def closed(was_edited: bool | None) -> None:  # noqa: FBT001 # the screen's result
        if was_edited:
            edited()

    if diagnostics:
        gravest_first = sorted(diagnostics, key=lambda each: _KINDS.index(each.severity))
        app.push_screen(RemarksScreen(gravest_first), closed)
    else:
        app.notify("No remarks: nothing is wrong with the files.", timeout=2)
