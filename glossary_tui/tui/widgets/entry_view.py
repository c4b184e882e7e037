"""An entry on the screen: title, tabs, text and neighbours."""

from __future__ import annotations

from textual.geometry import Offset

from glossary_tui.tui.markdown.blocks import Paragraph, Span
from glossary_tui.tui.trail import Place, Spot
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.entry_title import EntryTitle
from glossary_tui.tui.widgets.ground import Column, Row
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from glossary_tui.tui.widgets.term_groups import Group
from glossary_tui.tui.widgets.view_tabs import ViewTabs
from glossary_tui.tui.widgets.views import Views, stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from textual.app import ComposeResult

    from glossary_tui.model import Entry
    from glossary_tui.model.entry import Section
    from glossary_tui.tui.widgets.views import LinkMentions, Stamp

_REST = 0.06
"""Seconds that a preview stands before its mentions are linked: the next key may come first."""
_BESIDE = 10
"""Cells between a full line of the text and the neighbours beside it."""
_NEIGHBOURS = 36
"""Cells that the neighbours take at most beside it: beyond them the head of the entry does not go."""


class EntryView(Column):
    """Shows one entry, at the view that the reader chose or the nearest that it has."""

    def __init__(
        self,
        shared_titles: Container[str] = (),
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self.shared_titles = shared_titles
        """Titles that are told apart by what stands beside them."""
        self._views = Views()
        self._title = EntryTitle()
        self._tabs = ViewTabs()
        self.text = EntryText(id="text")
        """The widget of the text."""
        self.related = RelatedPanel(id="related")
        """The widget of the neighbours."""

    def on_mount(self) -> None:
        """Get ready to notice that the reader rests."""
        self._rest = self.set_interval(_REST, self.link_now, pause=True)

    def compose(self) -> ComposeResult:
        """Title and tabs over the text, the neighbours below or beside it."""
        yield self._title
        yield self._tabs
        with Row(id="reading"):
            yield self.text
            yield self.related

    @property
    def entry(self) -> Entry | None:
        """The entry that is shown."""
        return self._views.entry

    def in_words(self) -> str:
        """Which link or related term has the focus, and what is shown."""
        if self.related.has_focus:
            return self.related.cursor_in_words()
        if self.entry is None:
            return "A message"
        said = self.entry.title
        if self.sections:
            number = f"view {self.index + 1} of {len(self.sections)}"
            said = f"{said}, {self.sections[self.index].title}, {number}"
        link, links = self.text.link, self.text.links
        if self.text.focused_link is not None:
            said = f"Link {link + 1} of {len(links)}: {self.text.link_text}. {said}"
        return said

    def point(self) -> Offset:
        """Where on the screen that is."""
        if self.related.has_focus:
            return self.related.cursor_place()
        return self.text.place_in_sight()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its sections."""
        return self._views.sections

    @property
    def stamp(self) -> Stamp | None:
        """The state of the file that is shown."""
        return self._views.stamp

    @property
    def is_stale(self) -> bool:
        """Whether the file says something else by now than what is shown."""
        return self.entry is not None and stamp_of(self.entry.path) not in (None, self.stamp)

    @property
    def view_name(self) -> str:
        """The title of the section that is shown; '' where there is none."""
        return self._views.name

    @property
    def wanted(self) -> tuple[str, str]:
        """Role and title of the view that the reader chose."""
        return self._views.wanted

    @property
    def index(self) -> int:
        """The index of the section that is shown."""
        return self._views.index

    def show(self, entry: Entry, place: Place | None = None) -> None:
        """Show *entry* at the reader's view, or exactly as *place* remembers it."""
        before = self.entry
        self._title.show(entry, with_id=entry.title in self.shared_titles)
        self._views.open(entry, (place.role, place.title) if place else None)
        if place is None or before is None or before.id != entry.id:
            self.end_find()
        self._draw(place.spot if place else Spot(), linked=False)
        if self._views.link_mentions is not None:
            self._rest.reset()
            self._rest.resume()

    def read_again(self) -> None:
        """Show what the file says now, at the same place."""
        place = self.place()
        if self.entry is None or place is None:
            return
        self._views.open(self.entry)
        self._draw(place.spot)

    def note(self, text: str) -> None:
        """Say *text* beside the title; '' for nothing."""
        self._title.note(text)

    def show_message(self, title: str, lines: Iterable[str], groups: Sequence[Group] = ()) -> None:
        """Show a heading, paragraphs and terms to go on with where no entry can be shown."""
        self._title.show(None)
        self._title.note("")
        self._views.open(None)
        self.end_find()
        self._tabs.show((), 0)
        heading = Paragraph((Span(title, ("strong",)),))
        self.text.show([heading, *(Paragraph((Span(line),)) for line in lines)])
        self.related.show(groups)

    def link_mentions(self, link: LinkMentions | None) -> None:
        """Make links of the terms that the text mentions, by *link*; nothing moves."""
        self._views.link_mentions = link
        self._views.forget()
        self.link_now()

    def link_now(self) -> None:
        """Link the mentions of what is shown without waiting until the reader rests."""
        self._rest.pause()
        if self.entry is not None:
            self.text.show_anew(self._views.shown(self.query_shown))

    def place(self) -> Place | None:
        """What the reader sees now, to come back to; None where no entry is shown."""
        if self.entry is None:
            return None
        role, title = self._views.wanted
        return Place(self.entry.id, role, title, self.text.spot)

    def set_text_width(self, width: int) -> None:
        """Let the lines of the text be *width* cells long; the reading place stays."""
        self.text.styles.max_width = width + _BESIDE
        for head in (self._title, self._tabs):
            head.styles.max_width = width + _BESIDE + _NEIGHBOURS
        self.text.text_width = width

    @property
    def query_shown(self) -> str:
        """What is marked in the text; '' for nothing."""
        return ""

    def end_find(self) -> None:
        """Mark nothing in the text any more."""

    # The view

    def choose(self, number: int) -> None:
        """Show the view of that number: 1 to 3 the depths, from 4 on the entry's own sections."""
        view = self._views.numbered(number)
        if view is not None and self.entry is not None:
            self._views.choose(*view)
            self._draw(Spot())

    def has_view(self, number: int) -> bool:
        """Whether a view has that number; a depth that is missing is shown by its nearest."""
        return self.entry is not None and self._views.numbered(number) is not None

    def view_called(self, number: int) -> str:
        """What the view of that number is called, whether the entry has it or not."""
        return self._views.called(number)

    def choose_index(self, index: int, *, here: bool = False) -> None:
        """Show the view at *index*, if the entry has so many; of other entries, too, if not only *here*."""
        if 0 <= index < len(self.sections):
            self._views.choose_index(index, here=here)
            self._draw(Spot())

    def step_view(self, step: int) -> None:
        """Show the view to the left or right, as far as there is one."""
        self.choose_index(self.index + step)

    def on_view_tabs_chosen(self, message: ViewTabs.Chosen) -> None:
        """A tab was clicked."""
        message.stop()
        self.choose_index(message.index)

    def _draw(self, spot: Spot, *, linked: bool = True) -> None:
        self._tabs.show(self._views.tabs(), self.index)
        self.text.show_match(-1)
        self.text.show(self._views.shown(self.query_shown, linked=linked), spot)
