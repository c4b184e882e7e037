"""The list of remarks about files."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message

from glossary_tui.text.clean import clean_line
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.widgets.cells import cut
from glossary_tui.tui.widgets.row_list import RowList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType

    from glossary_tui.model import Diagnostic

_SIGNS = {"error": "!", "warning": "▲", "info": "·"}


class RemarkList(RowList):
    """Diagnostics, one a line: how grave, which code, what, and where."""

    CONTEXT = "remarks"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "remark-list--error",
        "remark-list--warning",
        "remark-list--info",
    }
    """The sign and code of a remark of each severity; of the last, also where it is."""

    class Chosen(Message):
        """A remark's file is to be edited."""

        def __init__(self, diagnostic: Diagnostic) -> None:
            super().__init__()
            self.diagnostic = diagnostic
            """The remark."""

    class Closed(Message):
        """The list is to be closed."""

    def __init__(self, diagnostics: Sequence[Diagnostic], *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._diagnostics = diagnostics

    def __len__(self) -> int:
        return len(self._diagnostics)

    def on_mount(self) -> None:
        """Show the first remark."""
        self.rows_changed()

    def draw_row(self, row: int, base: Style, width: int) -> Iterable[Segment]:
        """Sign, code, message, and at the end the file and the line."""
        found = self._diagnostics[row]
        sign = base + self.part(f"remark-list--{found.severity}")
        aside = base + self.part("remark-list--info")
        head = f"{_SIGNS[found.severity]} {found.code}  "
        yield Segment(head, sign)
        name = clean_line(found.path).replace("\\", "/").rpartition("/")[2]
        where = cut(f"{name}:{found.line}" if found.line else name, max(width // 3, 8))
        message = cut(found.message, max(width - cell_len(head) - cell_len(where) - 2, 8))
        gap = max(width - cell_len(head) - cell_len(message) - cell_len(where), 1)
        yield Segment(message + " " * gap, base)
        yield Segment(where, aside)

    def action_open(self) -> None:
        """Edit the file of the highlighted remark."""
        self.action_edit()

    def action_edit(self) -> None:
        """Edit the file of the highlighted remark."""
        if self.cursor < len(self._diagnostics):
            self.post_message(self.Chosen(self._diagnostics[self.cursor]))

    def action_close(self) -> None:
        """Close the list."""
        self.post_message(self.Closed())
