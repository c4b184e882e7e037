"""An entry on the screen: title, tabs, text and neighbours; it keeps the reader's chosen depth."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical

from glossary_tui.errors import EntryUnreadable
from glossary_tui.model.entry import VIEWS, Section
from glossary_tui.tui.markdown import parse
from glossary_tui.tui.markdown.blocks import Block, Paragraph, Span
from glossary_tui.tui.trail import Place
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.entry_title import EntryTitle
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from glossary_tui.tui.widgets.term_groups import Group
from glossary_tui.tui.widgets.view_tabs import ViewTabs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from textual.app import ComposeResult

    from glossary_tui.model import Entry

_NAMES = {"summary": "Summary", "eli5": "ELI5", "in-depth": "In-depth"}


class EntryPane(Vertical):
    """Shows one entry, at the view that the reader chose or the nearest that it has."""

    def __init__(
        self,
        shared_titles: Container[str] = (),
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self._shared_titles = shared_titles
        self.entry: Entry | None = None
        """The entry that is shown."""
        self.sections: tuple[Section, ...] = ()
        """Its sections."""
        self.index = 0
        """The index of the section that is shown."""
        self._wanted = ("summary", "")
        self._title = EntryTitle()
        self._tabs = ViewTabs()
        self.text = EntryText(id="text")
        """The widget of the text."""
        self.related = RelatedPanel(id="related")
        """The widget of the neighbours."""

    def compose(self) -> ComposeResult:
        """Title and tabs over the text, the neighbours below or beside it."""
        yield self._title
        yield self._tabs
        with Horizontal(id="reading"):
            yield self.text
            yield self.related

    def show(self, entry: Entry, place: Place | None = None) -> None:
        """Show *entry* at the reader's view, or exactly as *place* remembers it."""
        self.entry = entry
        self._title.show(entry, with_id=entry.title in self._shared_titles)
        trouble = ""
        try:
            self.sections = entry.sections
        except EntryUnreadable as error:
            self.sections, trouble = (), str(error)
        if place is not None:
            self._wanted = (place.role, place.title)
        self.index = _nearest(self.sections, self._wanted)
        self._draw(place, trouble)

    def show_message(self, title: str, lines: Iterable[str], groups: Sequence[Group] = ()) -> None:
        """Show a heading, paragraphs and terms to go on with where no entry can be shown."""
        self.entry = None
        self.sections = ()
        self._title.show(None)
        self._tabs.show((), 0)
        heading = Paragraph((Span(title, ("strong",)),))
        self.text.show([heading, *(Paragraph((Span(line),)) for line in lines)])
        self.related.show(groups)

    def choose(self, number: int) -> None:
        """Show the view of that number: 1 to 3 the depths, from 4 on the entry's own sections."""
        if number <= len(VIEWS):
            self._choose(VIEWS[number - 1], "")
        else:
            own = [section for section in self.sections if section.role not in VIEWS]
            if number - len(VIEWS) <= len(own):
                section = own[number - len(VIEWS) - 1]
                self._choose(section.role, section.title)

    def choose_index(self, index: int) -> None:
        """Show the view at *index* of those that the entry has, if it has so many."""
        if 0 <= index < len(self.sections):
            section = self.sections[index]
            self._choose(section.role, "" if section.role in VIEWS else section.title)

    def step_view(self, step: int) -> None:
        """Show the view to the left or right, as far as there is one."""
        self.choose_index(self.index + step)

    def _choose(self, role: str, title: str) -> None:
        if self.entry is None:
            return
        self._wanted = (role, title)
        index = _nearest(self.sections, self._wanted)
        self.index = index
        self._draw(None, "")

    def place(self) -> Place | None:
        """What the reader sees now, to come back to; None where no entry is shown."""
        if self.entry is None:
            return None
        role, title = self._wanted
        return Place(self.entry.id, role, title, self.text.first_line, self.text.link)

    def _draw(self, place: Place | None, trouble: str) -> None:
        self._tabs.show(_tab_names(self.sections), self.index)
        first_line, link = (place.scroll, place.link) if place else (0, -1)
        self.text.show(self._blocks(trouble), first_line=first_line, link=link)

    def _blocks(self, trouble: str) -> tuple[Block, ...]:
        if trouble:
            return (_note(f"The file cannot be read: {trouble}"),)
        if not self.sections:
            return (_note("Nothing is written in this entry yet."),)
        section = self.sections[self.index]
        blocks = parse(section.text) or (_note(f"Nothing is written under {section.title} yet."),)
        role, title = self._wanted
        if role != section.role or (title and title != section.title):
            missing = title or _NAMES.get(role, role)
            note = _note(f"This entry has no {missing}; this is its {section.title}.")
            blocks = (note, *blocks)
        return blocks

    def on_view_tabs_chosen(self, message: ViewTabs.Chosen) -> None:
        """A tab was clicked."""
        message.stop()
        self.choose_index(message.index)


def _note(text: str) -> Paragraph:
    return Paragraph((Span(text, ("note",)),))


def _tab_names(sections: tuple[Section, ...]) -> tuple[tuple[str, str], ...]:
    """Number and name of each tab: a depth keeps its number in an entry that lacks another."""
    names, own = [], len(VIEWS)
    for section in sections:
        if section.role in VIEWS:
            number = VIEWS.index(section.role) + 1
        else:
            own += 1
            number = own
        names.append((str(number) if number < 10 else "", section.title))
    return tuple(names)


def _nearest(sections: tuple[Section, ...], wanted: tuple[str, str]) -> int:
    """The index of the section that is *wanted*, or of the depth that is nearest to it."""
    role, title = wanted
    for index, section in enumerate(sections):
        if section.role == role and title in ("", section.title):
            return index
    depth = VIEWS.index(role) if role in VIEWS else 0
    depths = [
        (abs(VIEWS.index(section.role) - depth), index)
        for index, section in enumerate(sections)
        if section.role in VIEWS
    ]
    return min(depths)[1] if depths else 0
