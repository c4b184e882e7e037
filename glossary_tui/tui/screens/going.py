"""Going from term to term, and back."""

from __future__ import annotations

from glossary_tui.text.clean import clean_line
from glossary_tui.tui.shelf import mark_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.events import Paste

    from glossary_tui.model import Entry
    from glossary_tui.tui.messages import TermChosen, TermPreviewed, TextLeft
    from glossary_tui.tui.screens.desk import Desk
    from glossary_tui.tui.trail import Place

    _Base = Desk
else:
    _Base = object  # to Textual each layer would be a screen of its own: milliseconds of a start

OPENABLE = ("http://", "https://", "mailto:")
"""How the only links begin that can be opened outside the glossary."""


class Going(_Base):
    """A desk whose reader goes about: by links, by the list, along the trail."""

    url_shown = ""
    """Where a link out of the glossary leads that the reader has been told of."""

    def remember_place(self) -> None:
        """Note in the trail how the present place looks, if it is the one that is shown."""
        place = self.pane.place()
        current = self.trail.current
        if place is not None and current is not None and current.entry_id == place.entry_id:
            self.trail.update(place)

    def go(self, entry: Entry) -> None:
        """Show *entry*, write it into the trail, and read."""
        self.remember_place()
        if self.pane.entry is None or self.pane.entry.id != entry.id:
            self.show(entry)
        place = self.pane.place()
        if place is not None:
            self.trail.go(place)
        self.marks.visit(mark_of(self.workspace, entry))
        self.sidebar.highlight(entry)
        self.focus_text()

    def come_back(self, place: Place) -> None:
        """Show *place* exactly as it was left."""
        entry = self.glossary.by_id(place.entry_id)
        if entry is None:
            self.notify(f"The entry {place.entry_id} is no longer here.", markup=False)
            if self.glossary.entries:
                self.show(self.glossary.entries[0])
            self.focus_search()
            return
        self.show(entry, place)
        self.sidebar.highlight(entry)
        self.focus_text()

    def go_along(self, step: int) -> None:
        """Go to the term that is *step* rows further down the list."""
        entry = self.sidebar.step(step)
        if entry is not None:
            self.go(entry)

    def on_term_previewed(self, message: TermPreviewed) -> None:
        """Show a highlighted term, without writing history."""
        message.stop()
        entry = self.glossary.by_id(message.entry_id)
        if entry is not None:
            self.remember_place()
            self.show(entry)

    def on_term_chosen(self, message: TermChosen) -> None:
        """Go where a link or a term of a list leads."""
        if message.exact:
            entry = self.glossary.by_id(message.target)
            candidates: tuple[Entry, ...] = (entry,) if entry else ()
        elif message.target.lower().startswith(OPENABLE):
            self._open_outside(message.target)
            return
        else:
            candidates = self.glossary.candidates(message.target, self.pane.entry)
        if len(candidates) == 1:
            self.go(candidates[0])
            if message.sought:
                self.call_next(self.pane.find_words, message.sought)
        else:
            if not candidates:
                self.notify(f"No entry here for “{message.target}”.", timeout=4, markup=False)
            self.look_for(message.target)

    def _open_outside(self, url: str) -> None:
        """Show where a link leads; open it when it is followed again."""
        if url == self.url_shown:
            self.url_shown = ""
            self.app.open_url(url)
            return
        self.url_shown = url
        self.notify(f"{url}\nEnter again opens it.", title="Out of the glossary", markup=False)

    def on_paste(self, event: Paste) -> None:
        """Search for what is pasted where nothing is typed."""
        pasted = clean_line(" ".join(event.text.split()))
        if pasted:
            self.look_for(pasted)

    def on_text_left(self, message: TextLeft) -> None:
        """Walking the links went past the end of the text."""
        if message.forward and self.pane.related.items:
            self.set_focus(self.pane.related)
        else:
            self.focus_search()

    def on_search_box_left(self) -> None:
        """Leave the search box."""
        self.leave_list()

    def on_term_list_left(self) -> None:
        """Leave the list."""
        self.leave_list()

    def leave_list(self) -> None:
        """Read what is shown: going to it, if it was only a preview."""
        self.action_text()

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something now: what would not is kept out of the palette."""
        match action:
            case "back":
                return self.trail.can_go_back
            case "forward":
                return self.trail.can_go_forward
            case "text" | "edit":
                return self.pane.entry is not None
            case "related":
                return bool(self.pane.related.items)
            case "remarks":
                return bool(self.workspace.diagnostics)
            case _:
                return super().is_possible(action)

    # Commands

    def action_text(self) -> None:
        """Read what is shown."""
        entry = self.pane.entry
        if entry is not None:
            self.go(entry)
        else:
            self.focus_text()

    def action_back(self) -> None:
        """Go back to where the reader was."""
        self.remember_place()
        place = self.trail.back()
        if place is None:
            self.notify("This is where you began.", timeout=2)
        else:
            self.come_back(place)

    def action_forward(self) -> None:
        """Go forward again."""
        self.remember_place()
        place = self.trail.forward()
        if place is None:
            self.notify("There is nothing further on.", timeout=2)
        else:
            self.come_back(place)

    def action_next_term(self) -> None:
        """Go to the next term of the list."""
        self.go_along(1)

    def action_previous_term(self) -> None:
        """Go to the term before in the list."""
        self.go_along(-1)
