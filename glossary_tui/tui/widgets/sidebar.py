"""The sidebar: a search box and the terms that it leaves."""

from __future__ import annotations

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from glossary_tui.tui.messages import TermChosen, TermPreviewed
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.term_list import TermList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import ComposeResult

    from glossary_tui.model import Entry
    from glossary_tui.workspace import Workspace


class Sidebar(Vertical):
    """Lists every term, or what a search finds of them, best first."""

    class NothingFound(Message):
        """No term answers to what was typed."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query
            """What was typed."""

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._workspace = workspace
        self._glossary = workspace.glossary
        self._count = Static(id="count")
        self.search = SearchBox(id="search")
        """The box."""
        self.terms = TermList(self._glossary.shared_titles, id="terms")
        """The list."""

    def compose(self) -> ComposeResult:
        """Box, number, list."""
        yield self.search
        yield self._count
        yield self.terms

    def list_all(self, at: Entry | None) -> None:
        """List every term, with the highlight on *at*."""
        row = self._glossary.position(at) if at is not None else 0
        self.terms.show_entries(self._glossary.entries, row)
        total = len(self._glossary)
        self._count.update(f"{total:,} {'term' if total == 1 else 'terms'}")

    def look_for(self, text: str) -> None:
        """Search for *text* as if it had been typed."""
        self.search.value = text
        self.search.cursor_position = len(text)

    def highlight(self, entry: Entry) -> None:
        """Show in the list where the reader is. Sends no message."""
        if self.search.value.strip():
            self.terms.highlight(entry)
        else:
            self.terms.cursor = self._glossary.position(entry)

    def step(self, step: int) -> Entry | None:
        """Move the highlight *step* rows, silently; the entry there, None if it did not move."""
        before = self.terms.cursor
        self.terms.cursor = min(max(before + step, 0), max(len(self.terms) - 1, 0))
        return self.terms.highlighted if self.terms.cursor != before else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list and preview its best term."""
        event.stop()
        self._narrow(event.value.strip())

    def search_again(self) -> None:
        """Answer a query of the texts anew, now that they have all been read."""
        query = self.search.value.strip()
        if query.startswith("/"):
            self._narrow(query)

    def _narrow(self, query: str) -> None:
        if not query:
            self.list_all(self.terms.highlighted)
            return
        hits = self._workspace.searcher.find(query, limit=None)
        self.terms.show_hits(hits)
        self._count.update(f"{len(hits):,} of {len(self._glossary):,}")
        if len(hits):
            self.post_message(TermPreviewed(hits[0].entry.id))
        else:
            self.post_message(self.NothingFound(query))

    def on_search_box_moved(self, message: SearchBox.Moved) -> None:
        """The list moves under the search box."""
        message.stop()
        # In the list's own context: a message does not pass beyond the widget that it was made in.
        self.terms.call_later(self.terms.move, message.step, page=message.page)

    def on_search_box_opened(self, message: SearchBox.Opened) -> None:
        """Go to the highlighted term."""
        message.stop()
        entry = self.terms.highlighted
        if entry is not None:
            self.post_message(TermChosen(entry.id, exact=True))
        else:
            self.search.release()
