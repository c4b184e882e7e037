"""The sidebar: a search box and the terms that it leaves."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Input

from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.messages import TermPreviewed
from glossary_tui.tui.shelf import ORDERS, SHELVES, Shelf, Wish, mark_of
from glossary_tui.tui.widgets.ground import Column
from glossary_tui.tui.widgets.list_head import ListHead
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.term_list import TermList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import ComposeResult

    from glossary_tui.model import Entry
    from glossary_tui.search.hits import Hits
    from glossary_tui.user.marks import Marks
    from glossary_tui.workspace import Workspace

_SEARCHED_IN_FULL, _MOST = 1_000, 500
"""Terms up to which every answer is listed; how many are where there are more terms: to put all
in order that a single letter finds among 100,000 takes a tenth of a second."""
_LOOKED_THROUGH = 100
"""Answers among which a term is looked for that is to stay highlighted."""


class Sidebar(Column):
    """Lists the terms of a shelf, or what a search finds of them, best first."""

    class NothingFound(Message):
        """No term answers to what was typed."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query
            """What was typed."""

    def __init__(
        self,
        workspace: Workspace,
        marks: Marks,
        wish: Wish | None = None,
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self._workspace = workspace
        self._marks = marks
        self.shelf = Shelf(workspace, marks, wish or Wish())
        """The terms that are listed where nothing is searched for."""
        self._head = ListHead(id="count")
        self.search = SearchBox(id="search")
        """The box."""
        self.terms = TermList(workspace.glossary.shared_titles, id="terms")
        """The list."""
        self.terms.is_marked = self.is_bookmarked
        self._held: Entry | None = None
        """The term highlighted before a search found nothing."""

    def is_bookmarked(self, entry: Entry) -> bool:
        """Whether the reader has bookmarked *entry*."""
        # Asked for every row that is drawn: mostly there are no bookmarks, and nothing to reckon.
        return bool(self._marks.bookmarks) and self._marks.is_bookmarked(
            mark_of(self._workspace, entry)
        )

    def compose(self) -> ComposeResult:
        """Box, head, list."""
        yield self.search
        yield self._head
        yield self.terms

    @property
    def asked(self) -> str:
        """What is searched for: what was typed, unless it only says that more will be."""
        return "" if self._awaited() else self.search.value.strip()

    def _awaited(self) -> str:
        """What to say where nothing has been typed but an operator of the search; '' elsewhere."""
        typed = self.search.value.strip()
        if not typed:
            return ""
        from glossary_tui.search.operators import AWAITED
        from glossary_tui.search.query import parse

        said = AWAITED.get(parse(typed).awaited, "")
        return "" if said and self._workspace.glossary.candidates(typed) else said

    def fill(self, at: Entry | None = None) -> None:
        """List the terms of the shelf, with the highlight on *at* if it is among them."""
        entries = self.shelf.entries
        if at is None or not self.terms.lists(entries) or at != self.terms.highlighted:
            row = max(self.shelf.row_of(at), 0) if at is not None else 0
            self.terms.show_entries(entries, row)
        self._say_how_many()

    def _say_how_many(self) -> None:
        number = len(self.shelf.entries)
        said = f"{number:,} {'term' if number == 1 else 'terms'}"
        if self._workspace.is_being_indexed:
            said += ", being indexed"
        if not number and self.shelf.wish.shelf == "bookmarks":
            key = live_keymap(self).name_of("browse.bookmark")
            said = f"{key} adds the term" if key else said
        self._say(self._awaited() or said)

    def wish(self, wish: Wish) -> None:
        """List what *wish* asks for, or what the search finds of it."""
        at = self.terms.highlighted
        self.shelf = Shelf(self._workspace, self._marks, wish)
        if self.asked:
            self._narrow()
        else:
            self.fill(at)

    def in_words(self) -> str:
        """What has the focus, and which term is highlighted."""
        typed = self.search.value.strip()
        place = "List" if self.terms.has_focus else "Search box"
        asked = f", {typed}" if typed and not self.terms.has_focus else ""
        entry = self.terms.highlighted
        number = f"{self.terms.cursor + 1:,} of {len(self.terms):,}"
        found = f"{entry.title}, {number}" if entry is not None else "no term"
        awaited = self._awaited()
        found = f"{awaited}. {found}" if awaited and asked else found
        narrowed = f" ({self._head.narrowed})" if self._head.narrowed else ""
        return f"{place}{narrowed}{asked}: {found}"

    @property
    def head(self) -> str:
        """What the line over the list says."""
        return self._head.said

    def _say(self, number: str) -> None:
        wish = self.shelf.wish
        narrowed = [SHELVES[wish.shelf]] if wish.shelf != "all" else []
        narrowed += [f"tag:{wish.tag}"] if wish.tag else []
        sorted_so = wish.shelf != "recent" and wish.order != "title" and not self.search.value
        order = ORDERS[wish.order].lower() if sorted_so else ""
        self._head.show(" ".join(narrowed), number, order)

    def renew(self) -> None:
        """List anew, with the highlight where it is, now that the workspace knows more."""
        glossary = self._workspace.glossary
        self.terms.shared_titles = glossary.shared_titles
        self.shelf = Shelf(self._workspace, self._marks, self.shelf.wish)
        if self.asked:
            self._answer_anew()
            return
        held, row = self.terms.highlighted, self.terms.cursor
        now = glossary.by_id(held.id) if held is not None else None
        there = self.shelf.row_of(now) if now is not None else -1
        last = max(len(self.shelf.entries) - 1, 0)
        row = there if there >= 0 else min(row, last)
        self.terms.show_entries(self.shelf.entries, row, stays=True)
        self._say_how_many()

    def _answer_anew(self) -> None:
        """Answer the query again, now that more is known.

        Who has only typed is shown the best term; who has moved on keeps the one that is highlighted.
        """
        held, row = self.terms.highlighted, self.terms.cursor
        hits = self._find(self.asked)
        if held is not None and (row or not self.search.has_focus):
            near = range(min(len(hits), _LOOKED_THROUGH))
            last = max(len(hits) - 1, 0)
            self.terms.cursor = next(
                (n for n in near if hits[n].entry.id == held.id), min(row, last)
            )
        now = self.terms.highlighted
        is_reading = held is not None and not (self.search.has_focus or self.terms.has_focus)
        if now is None and not is_reading:
            self.post_message(self.NothingFound(self.asked))
        elif now is not None and not is_reading and (held is None or now.id != held.id):
            self._preview()

    def _preview(self) -> None:
        """Show the highlighted term."""
        entry = self.terms.highlighted
        if entry is not None:
            self.post_message(TermPreviewed(entry.id))

    def show_progress(self, read: int, total: int) -> None:
        """Say how many files have been read of all that there are."""
        if not self.search.value.strip():
            all_read = f"{total:,} files, being indexed"
            self._say(f"{read:,} of {total:,} read" if read < total else all_read)

    def look_for(self, text: str) -> None:
        """Search for *text* as if it had been typed."""
        self.search.value = text
        self.search.cursor_position = len(text)

    def highlight(self, entry: Entry) -> None:
        """Show in the list where the reader is. Sends no message."""
        if self.asked:
            self.terms.highlight(entry)
        else:
            row = self.shelf.row_of(entry)
            if row >= 0:
                self.terms.cursor = row

    def step(self, step: int) -> Entry | None:
        """Move the highlight *step* rows, silently; the entry there, None if it did not move."""
        before = self.terms.cursor
        self.terms.cursor = min(max(before + step, 0), max(len(self.terms) - 1, 0))
        return self.terms.highlighted if self.terms.cursor != before else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list and preview its best term."""
        event.stop()
        self._narrow()

    def search_again(self) -> None:
        """Answer a query of the texts anew, now that they have all been read."""
        if self.asked.startswith("/"):
            self._answer_anew()

    def _narrow(self) -> None:
        query, held = self.asked, self.terms.highlighted
        if not query:
            self.fill(held or self._held)
            if held is None:
                self._preview()
            return
        self._held = held or self._held
        hits = self._find(query)
        if len(hits):
            self.post_message(TermPreviewed(hits[0].entry.id))
        else:
            self.post_message(self.NothingFound(query))

    def _find(self, query: str) -> Hits:
        """List what answers *query*."""
        total = len(self.shelf.entries)
        most = None if total <= _SEARCHED_IN_FULL else _MOST
        hits = self.shelf.searcher.find(query, limit=most)
        self.terms.show_hits(hits)
        self._say(f"{len(hits):,}{'+' if len(hits) == most else ''} of {total:,}")
        return hits

    def on_search_box_moved(self, message: SearchBox.Moved) -> None:
        """The list moves under the search box."""
        message.stop()
        # In the list's own context: a message does not pass beyond the widget that it was made in.
        self.terms.call_later(self.terms.move, message.step, page=message.page)

    def on_search_box_opened(self, message: SearchBox.Opened) -> None:
        """Go to the highlighted term."""
        message.stop()
        self.terms.call_later(self.terms.action_open)  # as above
