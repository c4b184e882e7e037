"""A way from term to term, walked from one to the next."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.messages import TermChosen
from glossary_tui.tui.widgets.focus_view import FocusView
from glossary_tui.tui.widgets.path_layout import NO_TERM, Term, lay_out_path
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType
    from textual.events import Click

    from glossary_tui.tui.widgets.path_layout import Line, PathPart, Run

_MARGIN = 2
_WIDEST = 96
"""Cells beyond which a line is hard to read."""


class PathView(FocusView, inherit_bindings=False):
    """The terms of a path under one another, and between them how each leads to the next."""

    CONTEXT = "path"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "path-view--term",
        "path-view--line",
        "path-view--said",
        "path-view--quote",
        "path-view--name",
        "path-view--cursor",
    }
    """A term; the line between two; what is said of it; a sentence, the name in it; the marked
    term."""

    cursor: reactive[int] = reactive(0)
    """The index of the marked term."""

    class Asked(Message):
        """The reader wants the way to another term."""

    class Left(Message):
        """The reader has walked enough."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._parts: Sequence[PathPart] = ()
        self._lines: list[Line] = []

    @property
    def terms(self) -> list[Term]:
        """The terms, from first to last."""
        return [part for part in self._parts if isinstance(part, Term)]

    def show(self, parts: Sequence[PathPart]) -> None:
        """Show *parts*, with the first term marked."""
        self._parts = parts
        self.set_reactive(PathView.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True)
        self._lay_out()

    def on_resize(self) -> None:
        """Lay the path out for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.size.width - 2 * _MARGIN, _WIDEST)
        self._lines = lay_out_path(self._parts, max(width, 8))
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def watch_cursor(self) -> None:
        """Keep the marked term in sight, with what leads to it and from it as far as it fits."""
        rows = [self._row_of(self.cursor + step) for step in (-1, 0, 1)]
        before, here, after = rows
        top = before if before >= 0 else here
        bottom = after if after >= 0 else len(self._lines) - 1
        for first, last in ((top, bottom), (here, here)):
            region = Region(0, first, 1, last - first + 1)
            self.scroll_to_region(region, animate=False, force=True)
        self.refresh()

    def _row_of(self, term: int) -> int:
        """The line that the term of that index stands on, or -1."""
        rows = (
            number
            for number, line in enumerate(self._lines)
            if term != NO_TERM and any(run.term == term for run in line)
        )
        return next(rows, -1)

    def in_words(self) -> str:
        """Which term is marked."""
        terms = self.terms
        if not terms:
            return "No way"
        return f"The way: {terms[self.cursor].title}, {self.cursor + 1} of {len(terms)}"

    def point(self) -> Offset:
        """Where the marked term is on the screen."""
        row = max(self._row_of(self.cursor), 0)
        return self.content_region.offset + Offset(_MARGIN, row - self.scroll_offset.y)

    def render_line(self, y: int) -> Strip:
        """A line of the path."""
        base = self.ground
        row = y + self.scroll_offset.y
        if row >= len(self._lines):
            return Strip.blank(self.size.width, base)
        segments = [Segment(" " * _MARGIN, base)]
        segments += [Segment(run.text, self._style(base, run)) for run in self._lines[row]]
        return filled(segments, self.line_width, base)

    def _style(self, base: Style, run: Run) -> Style:
        style = base + self.part(f"path-view--{run.style}")
        if run.term != NO_TERM and run.term == self.cursor and self.has_focus:
            style += self.part("path-view--cursor")
        return style

    def on_click(self, event: Click) -> None:
        """A click goes to a term."""
        at = event.get_content_offset(self)
        row = -1 if at is None else at.y + self.scroll_offset.y
        if 0 <= row < len(self._lines):
            found = [run.term for run in self._lines[row] if run.term != NO_TERM]
            if found:
                self.cursor = found[0]
                self.action_open()

    def _step(self, step: int) -> None:
        if self.terms:
            self.cursor = min(max(self.cursor + step, 0), len(self.terms) - 1)

    def action_up(self) -> None:
        """Mark the term above."""
        self._step(-1)

    def action_down(self) -> None:
        """Mark the term below."""
        self._step(1)

    def action_first(self) -> None:
        """Mark the first term."""
        self._step(-len(self.terms))

    def action_last(self) -> None:
        """Mark the last term."""
        self._step(len(self.terms))

    def action_open(self) -> None:
        """Go to the marked term."""
        if self.terms:
            self.post_message(TermChosen(self.terms[self.cursor].entry_id, exact=True))

    def action_ask(self) -> None:
        """Ask for another term."""
        self.post_message(self.Asked())

    def action_leave(self) -> None:
        """Close the way."""
        self.post_message(self.Left())
