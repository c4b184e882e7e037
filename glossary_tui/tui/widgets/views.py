"""The views of one entry: which there are, which is shown, and what stands in each."""

from __future__ import annotations

import os

from glossary_tui.errors import EntryUnreadable
from glossary_tui.model.entry import VIEWS
from glossary_tui.tui.markdown import parse
from glossary_tui.tui.markdown.blocks import Paragraph, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.model import Entry
    from glossary_tui.model.entry import Section
    from glossary_tui.tui.markdown import Block

    Blocks = tuple[Block, ...]
    LinkMentions = Callable[[Entry, Blocks], Blocks]
    Stamp = tuple[int, int, int]

_NAMES = {"summary": "Summary", "eli5": "ELI5", "in-depth": "In-depth"}


class Views:
    """An entry's sections as blocks, made when they are shown. The reader's chosen depth stays."""

    def __init__(self) -> None:
        self.entry: Entry | None = None
        """The entry; None where there is none to show."""
        self.sections: tuple[Section, ...] = ()
        """Its sections."""
        self.index = 0
        """The index of the section that is shown."""
        self.wanted = ("summary", "")
        """Role and title of the view that the reader chose; an empty title for any."""
        self.link_mentions: LinkMentions | None = None
        """What makes links of the terms that a text mentions, once it is known how."""
        self.stamp: Stamp | None = None
        """What told the file from any other state of it when it was read."""
        self._before: tuple[str, str] | None = None
        self._trouble = ""
        self._made: dict[tuple[int, bool], Blocks] = {}

    @property
    def name(self) -> str:
        """The title of the view that is shown; '' where there is none."""
        return self.sections[self.index].title if self.sections else ""

    def open(self, entry: Entry | None, wanted: tuple[str, str] | None = None) -> None:
        """Take *entry*, read anew, at the view *wanted*, else at the reader's."""
        before = self._before
        if before is not None and not (entry and self.entry and entry.id == self.entry.id):
            self.wanted, before = before, None
        self.entry = entry
        self.sections, self._trouble = (), ""
        self.stamp = stamp_of(entry.path) if entry is not None else None
        try:
            self.sections = entry.sections if entry is not None else ()
        except EntryUnreadable as error:
            self._trouble = str(error)
        self.forget()
        self.choose(*(wanted or self.wanted))
        self._before = None if wanted else before

    def forget(self) -> None:
        """Make all blocks anew when they are wanted."""
        self._made = {}

    def choose(self, role: str, title: str) -> None:
        """Choose the view of that *role* and *title*, or the nearest there is."""
        self.wanted, self._before = (role, title), None
        self.index = _nearest(self.sections, self.wanted)

    def choose_index(self, index: int, *, here: bool = False) -> None:
        """Choose the view at *index*, which must be one of those there are.

        Only *here*, the next entry is shown at the view that the reader chose before.
        """
        section = self.sections[index]
        self._before = (self._before or self.wanted) if here else None
        self.wanted = (section.role, "" if section.role in VIEWS else section.title)
        self.index = index

    def numbered(self, number: int) -> tuple[str, str] | None:
        """Role and title of the view of that number: 1 to 3 the depths, then the entry's own."""
        if number <= len(VIEWS):
            return VIEWS[number - 1], ""
        own = [section for section in self.sections if section.role not in VIEWS]
        index = number - len(VIEWS) - 1
        return (own[index].role, own[index].title) if index < len(own) else None

    def tabs(self) -> tuple[tuple[str, str], ...]:
        """Number and name of each tab: a depth keeps its number in an entry that lacks another."""
        names, own = [], len(VIEWS)
        for section in self.sections:
            if section.role in VIEWS:
                number = VIEWS.index(section.role) + 1
            else:
                own += 1
                number = own
            names.append((str(number) if number < 10 else "", section.title))
        return tuple(names)

    def called(self, number: int) -> str:
        """The name of the view of that number, which the entry need not have."""
        role, title = self.numbered(number) or ("", "")
        return dict(self.tabs()).get(str(number), "") or title or _NAMES.get(role, role)

    def blocks(self, index: int, *, linked: bool = True) -> Blocks:
        """What is written in the view at *index*, its mentions *linked*."""
        made = self._made.get((index, linked))
        if made is None:
            if not linked:
                made = parse(self.sections[index].text)
            else:
                made = self.blocks(index, linked=False)
                if self.link_mentions is not None and self.entry is not None:
                    made = self.link_mentions(self.entry, made)
            self._made[index, linked] = made
        return made

    def counts(self, query: str) -> list[int]:
        """How often *query* is found in each view."""
        from glossary_tui.tui.markdown.find import find

        return [
            find(self.blocks(index, linked=False), query).matches
            for index in range(len(self.sections))
        ]

    def shown(self, query: str = "", *, linked: bool = True) -> Blocks:
        """What stands on the screen, with its mentions *linked* and what reads like *query* marked."""
        if self._trouble:
            return (note(f"The file cannot be read: {self._trouble}"),)
        if not self.sections:
            return (note("Nothing is written in this entry yet."),)
        section = self.sections[self.index]
        blocks = self.blocks(self.index, linked=linked) or (
            note(f"Nothing is written under {section.title} yet."),
        )
        if query:
            from glossary_tui.tui.markdown.find import find

            blocks = find(blocks, query).blocks
        role, title = self.wanted
        if role != section.role or (title and title != section.title):
            missing = title or _NAMES.get(role, role)
            said = note(f"This entry has no {missing}; this is its {section.title}.")
            blocks = (said, *blocks)
        return blocks


def stamp_of(path: str) -> Stamp | None:
    """What tells the state of a file from any other; None where there is no file."""
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def note(text: str) -> Paragraph:
    """A remark of the program's own within a text."""
    return Paragraph((Span(text, ("note",)),))


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
