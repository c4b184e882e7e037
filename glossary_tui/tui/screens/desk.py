"""What stands on the main screen, and what is shown and focused there."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Input

from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.linear import is_linear
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.screens.neighbours import neighbours
from glossary_tui.tui.trail import Trail
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.ground import EveryLineAlike, Row
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.tui.widgets.sidebar import Sidebar
from glossary_tui.user.marks import Marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import DescendantFocus

    from glossary_tui.glossary import Glossary
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.model import Diagnostic, Entry
    from glossary_tui.tui.choice import Choice
    from glossary_tui.tui.shelf import Wish
    from glossary_tui.tui.trail import Place
    from glossary_tui.tui.widgets.term_groups import Group
    from glossary_tui.workspace import Workspace

WIDE = 110
"""Columns from which on the neighbours stand beside the text."""


class Desk(PaintedAtOnce, EveryLineAlike, Screen[None]):
    """Sidebar, entry and key bar, with the glossary behind them. Its commands are in subclasses."""

    CONTEXT = "browse"
    """Where its commands stand in the help."""

    def __init__(
        self,
        workspace: Workspace,
        term: str = "",
        *,
        trail: Trail | None = None,
        marks: Marks | None = None,
        wish: Wish | None = None,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        """The glossary, opened."""
        self.term = term
        """What it is opened at; '' for nothing in particular."""
        self.trail = trail or Trail()
        """Where the reader has been."""
        self.marks = marks or Marks()
        """The reader's bookmarks, and the terms read last."""
        self.backlinks_ready = False
        """Whether it is known who names whom."""
        self.two_steps = False
        """Whether the neighbours' neighbours are shown too."""
        self.sidebar = Sidebar(workspace, self.marks, wish, id="sidebar")
        """Search box and list."""
        self.pane = EntryPane(self.glossary.shared_titles, id="entry")
        """Title, tabs, text and neighbours."""
        self.keys = KeyBar(id="keys")
        """The line at the bottom."""
        self._remarks: Sequence[Diagnostic] = ()
        self._problems = 0
        """How many of those that were counted last are more than a note."""
        self._graph: LinkGraph | None = None
        self._asked: object = None
        self._around: tuple[Group, ...] = ()
        """The neighbours that were shown last, and what of."""

    @property
    def glossary(self) -> Glossary:
        """Its entries, as they are known now."""
        return self.workspace.glossary

    @property
    def parting(self) -> str:
        """What stays in the terminal when the program has ended; '' for nothing."""
        return ""

    def compose(self) -> ComposeResult:
        """Sidebar, entry, keys; above them, what has the focus in words, where that is wanted."""
        if is_linear(self):
            yield RegionLine()
        with Row(id="desk"):
            yield self.sidebar
            yield self.pane
        yield self.keys

    def on_resize(self) -> None:
        """The neighbours stand beside the text where there is room."""
        self.pane.related.column = self.size.width >= WIDE or is_linear(self)

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something now: what would not is kept out of the palette."""
        number = _view_of(action)
        return not number or self.pane.has_view(number)

    def sentence_of(self, action: str) -> str:
        """What *action* does, in the words of the palette, where the entry knows better than the help."""
        number = _view_of(action)
        return f"Show {self.pane.view_called(number)}" if number else ""

    def choose(
        self, title: str, choices: Sequence[Choice], take: Callable[[str], None], present: str
    ) -> None:
        """Ask for one of *choices*, whose values are texts, beginning at *present*; *take* it."""
        from glossary_tui.tui.providers import ranked
        from glossary_tui.tui.screens.picker import PickerScreen

        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                take(str(choice.value))

        row = next((row for row, each in enumerate(choices) if each.value == present), 0)
        picker = PickerScreen(title, lambda text: ranked(choices, text), row=row)
        self.app.push_screen(picker, chosen)

    # What is shown

    def present(self, entry: Entry) -> Entry:
        """*entry* as it is to be shown now."""
        return entry

    def show(self, entry: Entry, place: Place | None = None) -> None:
        """Show *entry*, as *place* remembers it; writes no history."""
        self.pane.show(entry, place)
        self.note_bookmark(entry)
        self.two_steps = False
        self.show_neighbours()

    def note_bookmark(self, entry: Entry) -> None:
        """Say beside the title of *entry*, which is shown, whether it is bookmarked."""
        self.pane.note("bookmarked" if self.sidebar.is_bookmarked(entry) else "")

    def show_neighbours(self) -> None:
        """Show what is around the entry, as far as it is known yet."""
        entry = self.pane.entry
        if entry is None or self.glossary.position_of(entry.id) is None:
            return
        graph = self.workspace.graph
        asked = (entry, self.backlinks_ready, self.two_steps)
        if graph is not self._graph or asked != self._asked:  # most letters leave the entry
            self._graph, self._asked = graph, asked
            self._around = neighbours(
                graph, entry, named_by=self.backlinks_ready, two_steps=self.two_steps
            )
        self.pane.related.show(self._around)

    def show_emptiness(self) -> None:
        """Say where entries were looked for, and what to do."""
        from glossary_tui.tui.screens.emptiness import emptiness

        self.pane.show_message(*emptiness(self.workspace, live_keymap(self)))

    # Focus

    def focus_search(self) -> None:
        """Let the reader type."""
        self.add_class("-searching")
        self.set_focus(self.sidebar.search)

    def focus_text(self) -> None:
        """Let the reader read."""
        self.remove_class("-searching")
        self.set_focus(self.pane.text)

    def look_for(self, text: str) -> None:
        """Let the reader choose among what a search for *text* finds."""
        self.focus_search()
        self.sidebar.look_for(text)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Name the keys of where the reader is."""
        self.set_class(event.widget in (self.sidebar.search, self.sidebar.terms), "-searching")
        self.set_class(event.widget is self.pane.related, "-relating")
        self.name_keys()

    def name_keys(self) -> None:
        """Name the keys that help most now: those of what has the focus, or of what lies over it."""
        context = (
            self.pane.CONTEXT if self.pane.is_peeking else getattr(self.focused, "CONTEXT", "")
        )
        typing = isinstance(self.focused, Input)
        self.keys.show((context,) if typing else (context, self.CONTEXT), self.note())

    def note(self) -> str:
        """What stands at the end of the key bar."""
        if self._remarks is not self.workspace.diagnostics:
            self._remarks = self.workspace.diagnostics
            # What was left out on purpose is listed, and alarms nobody.
            self._problems = sum(each.severity != "info" for each in self._remarks)
        if not self._problems:
            return ""
        from glossary_tui.text.counting import counted

        return counted(self._problems, "problem")


def _view_of(action: str) -> int:
    """The number of the view that *action* shows; 0 where it does something else."""
    number = action.removeprefix("view('").removesuffix("')")
    return int(number) if number.isdecimal() else 0
