"""The screen that one lives in: the list of terms, and the entry beside it."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.screen import Screen

from glossary_tui.errors import GlossaryError
from glossary_tui.text.clean import clean_line
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.editor import edit
from glossary_tui.tui.messages import TermChosen, TermPreviewed, TextLeft
from glossary_tui.tui.screens.neighbours import neighbours
from glossary_tui.tui.trail import Place, Trail
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.related_panel import Group, Item
from glossary_tui.tui.widgets.sidebar import Sidebar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import DescendantFocus

    from glossary_tui.model import Entry
    from glossary_tui.workspace import Workspace

_WIDE = 110
OPENABLE = ("http://", "https://", "mailto:")
"""How the only links begin that can be opened outside the glossary."""
_PAUSE = 0.02
"""Seconds between the parts of what is prepared behind the screen."""


class BrowseScreen(Screen[None]):
    """Search, list, entry, neighbours; and the trail of where the reader has been."""

    CONTEXT = "browse"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "browse.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 # Textual declares it
        (0, "-narrow"),
        (60, "-medium"),
        (_WIDE, "-wide"),
        (150, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 # as above
        (0, "-low"),
        (18, "-medium-high"),
        (30, "-tall"),
    ]
    AUTO_FOCUS = None

    def __init__(self, workspace: Workspace, term: str = "", trail: Trail | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._glossary = workspace.glossary
        self._term = term
        self._trail = trail or Trail()
        self._backlinks_ready = False
        self._shown_url = ""
        self._sidebar = Sidebar(workspace, id="sidebar")
        self._pane = EntryPane(self._glossary.shared_titles, id="entry")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """Sidebar, entry, keys."""
        with Horizontal(id="desk"):
            yield self._sidebar
            yield self._pane
        yield self._keys

    def on_mount(self) -> None:
        """Open at the term that was asked for, else with the search box ready."""
        self._sidebar.list_all(None)
        candidates = self._glossary.candidates(self._term) if self._term else ()
        if not self._glossary.entries:
            self._show_emptiness()
            self._focus_search()
        elif self._trail.current is not None:
            self._come_back(self._trail.current)
        elif len(candidates) == 1:
            self._go(candidates[0])
        elif self._term:
            self._look_for(self._term)
        else:
            self._show(self._glossary.entries[0])
            self._focus_search()
        self.call_after_refresh(self.set_timer, _PAUSE, self._prepare)

    # What is shown

    def _show(self, entry: Entry, place: Place | None = None) -> None:
        self._pane.show(entry, place)
        self._show_neighbours()

    def _show_neighbours(self) -> None:
        if self._pane.entry is not None:
            graph = self._workspace.graph
            groups = neighbours(graph, self._pane.entry, named_by=self._backlinks_ready)
            self._pane.related.show(groups)

    def _prepare(self) -> None:
        """What is not needed for the first screen: who names whom, then the search's index."""
        self.run_worker(self._read_backlinks, thread=True)
        self._prepare_search()

    def _prepare_search(self) -> None:
        """Do a part of what the search needs, and leave the keys time before the next."""
        if self._workspace.searcher.step():
            self.set_timer(_PAUSE, self._prepare_search)
        else:
            self._sidebar.search_again()

    def _read_backlinks(self) -> None:
        if self._glossary.entries:
            self._workspace.graph.referenced_by(self._glossary.entries[0])
        # Posted, not waited for: a thread that waits would keep a program that ends from ending.
        self.call_later(self._backlinks_found)

    def _backlinks_found(self) -> None:
        self._backlinks_ready = True
        self._show_neighbours()

    def _show_emptiness(self) -> None:
        folders = clean_line(", ".join(self._workspace.folders))
        self._pane.show_message(
            "There are no entries here",
            [
                f"Looked in {folders}.",
                (
                    "An entry is a Markdown file (.md) with a title in its front matter and the "
                    "sections Summary, ELI5, In-depth explanation and Related terms."
                ),
                "Another folder is opened with glossary --entries DIR.",
            ],
        )

    # Going about

    def _remember_place(self) -> None:
        """Note in the trail how the present place looks, if it is the one that is shown."""
        place = self._pane.place()
        current = self._trail.current
        if place is not None and current is not None and current.entry_id == place.entry_id:
            self._trail.update(place)

    def _go(self, entry: Entry) -> None:
        """Show *entry*, write it into the trail, and read."""
        self._remember_place()
        if self._pane.entry is None or self._pane.entry.id != entry.id:
            self._show(entry)
        place = self._pane.place()
        if place is not None:
            self._trail.go(place)
        self._sidebar.highlight(entry)
        self._focus_text()

    def _come_back(self, place: Place) -> None:
        """Show *place* exactly as it was left."""
        entry = self._glossary.by_id(place.entry_id)
        if entry is None:
            self.notify(f"The entry {place.entry_id} is no longer here.", markup=False)
            if self._glossary.entries:
                self._show(self._glossary.entries[0])
            self._focus_search()
            return
        self._show(entry, place)
        self._sidebar.highlight(entry)
        self._focus_text()

    def on_term_previewed(self, message: TermPreviewed) -> None:
        """Show a highlighted term, without writing history."""
        entry = self._glossary.by_id(message.entry_id)
        if entry is not None:
            self._remember_place()
            self._show(entry)

    def on_sidebar_nothing_found(self, message: Sidebar.NothingFound) -> None:
        """Say that no term answers."""
        if self._glossary.entries:
            near = self._workspace.nearest(message.query)
            self._pane.show_message(
                f"No entry for “{message.query}”",
                ["Try fewer letters, or another name of the term.", "Ctrl+l empties the search."],
                (Group("Nearest", tuple(Item(each.title, each.id, exact=True) for each in near)),),
            )

    def on_term_chosen(self, message: TermChosen) -> None:
        """Go where a link or a term of a list leads."""
        if message.exact:
            entry = self._glossary.by_id(message.target)
            candidates: tuple[Entry, ...] = (entry,) if entry else ()
        elif message.target.lower().startswith(OPENABLE):
            self._open_outside(message.target)
            return
        else:
            candidates = self._glossary.candidates(message.target)
        if len(candidates) == 1:
            self._go(candidates[0])
        else:
            if not candidates:
                self.notify(f"No entry here for “{message.target}”.", timeout=4, markup=False)
            self._look_for(message.target)
        self._sidebar.search.release()

    def _open_outside(self, url: str) -> None:
        """Show where a link leads; open it when it is followed again."""
        if url == self._shown_url:
            self._shown_url = ""
            self.app.open_url(url)
            return
        self._shown_url = url
        self.notify(f"{url}\nEnter again opens it.", title="Out of the glossary", markup=False)

    def _look_for(self, text: str) -> None:
        """Let the reader choose among what a search for *text* finds."""
        self._focus_search()
        self._sidebar.look_for(text)

    # Focus

    def _focus_search(self) -> None:
        self.add_class("-searching")
        self.set_focus(self._sidebar.search)

    def _focus_text(self) -> None:
        self.remove_class("-searching")
        self.set_focus(self._pane.text)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Name the keys of where the reader is."""
        context = getattr(event.widget, "CONTEXT", "")
        self.set_class(event.widget in (self._sidebar.search, self._sidebar.terms), "-searching")
        self.set_class(event.widget is self._pane.related, "-relating")
        note = ""
        if self._workspace.diagnostics:
            number = len(self._workspace.diagnostics)
            note = f"{number} remark{'' if number == 1 else 's'}"
        self._keys.show((context,) if context == "search" else (context, self.CONTEXT), note)

    def on_resize(self) -> None:
        """The neighbours stand beside the text where there is room."""
        self._pane.related.column = self.size.width >= _WIDE

    def on_text_left(self, message: TextLeft) -> None:
        """Walking the links went past the end of the text."""
        if message.forward and self._pane.related.items:
            self.set_focus(self._pane.related)
        else:
            self._focus_search()

    def on_search_box_left(self) -> None:
        """Read what is shown: going to it, if it was only a preview."""
        self.action_text()
        self._sidebar.search.release()

    # Commands

    def action_search(self) -> None:
        """Go to the search box."""
        self._focus_search()

    def action_list(self) -> None:
        """Go to the list of terms."""
        self.add_class("-searching")
        self.set_focus(self._sidebar.terms)

    def action_related(self) -> None:
        """Go to the related terms."""
        if self._pane.related.items:
            self.add_class("-relating")
            self.set_focus(self._pane.related)
        else:
            self.notify("This entry names no related terms.", timeout=2)

    def action_text(self) -> None:
        """Read what is shown."""
        entry = self._pane.entry
        if entry is not None:
            self._go(entry)
        else:
            self._focus_text()

    def action_back(self) -> None:
        """Go back to where the reader was."""
        self._remember_place()
        place = self._trail.back()
        if place is None:
            self.notify("This is where you began.", timeout=2)
        else:
            self._come_back(place)

    def action_forward(self) -> None:
        """Go forward again."""
        self._remember_place()
        place = self._trail.forward()
        if place is None:
            self.notify("There is nothing further on.", timeout=2)
        else:
            self._come_back(place)

    def action_view(self, key: str) -> None:
        """Show the view of that number."""
        self._pane.choose(int(key))

    def action_previous_view(self) -> None:
        """Show the view to the left."""
        self._pane.step_view(-1)

    def action_next_view(self) -> None:
        """Show the view to the right."""
        self._pane.step_view(1)

    def action_next_term(self) -> None:
        """Go to the next term of the list."""
        self._go_along(1)

    def action_previous_term(self) -> None:
        """Go to the term before in the list."""
        self._go_along(-1)

    def _go_along(self, step: int) -> None:
        entry = self._sidebar.step(step)
        if entry is not None:
            self._go(entry)

    def action_theme(self) -> None:
        """Change between the dark and the light theme."""
        dark = self.app.current_theme.dark
        self.app.theme = "glossary-light" if dark else "glossary-dark"

    def action_edit(self) -> None:
        """Edit the entry that is shown, then read it anew."""
        entry = self._pane.entry
        if entry is None:
            self.notify("There is no entry to edit.", timeout=2)
            return
        trouble = edit(self.app, entry.path)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
        else:
            self.action_reload()

    def action_reload(self) -> None:
        """Read the files again and come back to the same place."""
        try:
            workspace = self._workspace.reopen()
        except GlossaryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._remember_place()
        self.app.switch_screen(BrowseScreen(workspace, trail=self._trail))

    def action_remarks(self) -> None:
        """Show what there is to say about the files."""
        from glossary_tui.tui.screens.remarks import RemarksScreen

        if self._workspace.diagnostics:
            self.app.push_screen(RemarksScreen(self._workspace.diagnostics), self._remarks_closed)
        else:
            self.notify("There is nothing to remark upon.", timeout=2)

    def _remarks_closed(self, edited: bool | None) -> None:  # noqa: FBT001 # the screen's result
        if edited:
            self.action_reload()

    def action_help(self) -> None:
        """Show all the keys."""
        from glossary_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
