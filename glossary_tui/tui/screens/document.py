"""A text of the person's own on the reading screen, its terms linked."""

from __future__ import annotations

from itertools import groupby

from glossary_tui.model import Entry, Section
from glossary_tui.tui.markdown import parse
from glossary_tui.tui.markdown.blocks import Heading
from glossary_tui.tui.markdown.linking import link_mentions
from glossary_tui.tui.markdown.rewrite import runs_of
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.tui.trail import Place
from glossary_tui.tui.widgets.term_groups import Group, Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary_tui.glossary.mentions import Mention, Mentions
    from glossary_tui.text.document import Document
    from glossary_tui.tui.markdown import Block
    from glossary_tui.tui.shelf import Wish
    from glossary_tui.tui.trail import Trail
    from glossary_tui.user.marks import Marks
    from glossary_tui.workspace import Workspace

_ID = "\0text"
"""The id of the text: no file's path, so no entry's."""
_VIEW = ("summary", "")
"""Role and title of its only view, as the trail knows them."""
_PART = 12
"""Blocks of a text without headings after which a term is linked again."""


class DocumentScreen(BrowseScreen):
    """Opened at a text: its terms are links, and are listed where an entry's neighbours are.

    The text is the first place of the trail; in all else the screen is the ordinary one.
    """

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        term: str = "",
        *,
        everything: bool = False,
        trail: Trail | None = None,
        marks: Marks | None = None,
        wish: Wish | None = None,
    ) -> None:
        super().__init__(workspace, term, trail=trail, marks=marks, wish=wish)
        section = Section("summary", "Text", document.markdown, 1)
        self._text = Entry(_ID, document.name, document.path, lambda _: (section,))
        self._everything = everything
        self._blocks: tuple[Block, ...] | None = None
        self._terms: tuple[Item, ...] = ()
        self._depth: tuple[str, str] | None = None

    @property
    def _in_text(self) -> bool:
        return self.pane.entry is not None and self.pane.entry.id == _ID

    def begin(self) -> None:
        """Open at the text, or where the reader was."""
        if self.trail.current is not None:
            self.come_back(self.trail.current)
        else:
            self.go(self._text)

    # Going between the text and the entries

    def show(self, entry: Entry, place: Place | None = None) -> None:
        """Show the text or an entry; the depth that was chosen for entries outlasts the text."""
        if entry.id == _ID:
            if not self._in_text:
                self._depth = self.pane.wanted
            place = place or Place(_ID, *_VIEW)
        elif self._in_text and self._depth is not None:
            place = place or Place(entry.id, *self._depth)
        super().show(entry, place)

    def go(self, entry: Entry) -> None:
        """Go to an entry, or to the text."""
        if entry.id != _ID:
            super().go(entry)
            return
        self.remember_place()
        if not self._in_text:
            self.show(entry)
        place = self.pane.place()
        if place is not None:
            self.trail.go(place)
        self._read_text()

    def come_back(self, place: Place) -> None:
        """Show *place* exactly as it was left, be it in the text."""
        if place.entry_id != _ID:
            super().come_back(place)
            return
        self.show(self._text, place)
        self._read_text()

    def _read_text(self) -> None:
        self.pane.link_now()
        self.focus_text()

    # The terms of the text

    def show_neighbours(self) -> None:
        """List the terms of the text beside it."""
        if self._in_text:
            note = "" if self._blocks is not None else "looking for terms …"
            self.pane.related.show((Group("In this text", self._terms, note=note),))
        else:
            super().show_neighbours()

    def prepare_mentions(self) -> None:
        """Find the terms of the text, whatever is wanted of entries."""
        self.learn_names()

    def _learn_names(self, mentions: Mentions) -> None:
        """Learn all names and link the text, in a thread: it may be long."""
        if not self.are_names_learnt(mentions):
            return
        blocks = parse(self._text.sections[0].text)
        self._terms = tuple(self._listed(blocks))
        self._blocks = tuple(self._linked(blocks))
        self.call_later(self._names_known)

    def _names_known(self) -> None:
        super()._names_known()
        self.show_neighbours()
        if not self._terms and self._in_text:
            self.notify("The text uses no term of the glossary.", timeout=4)

    def _link_mentions(self, entry: Entry, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The text as it was linked in the thread; entries as everywhere."""
        if entry.id == _ID:
            return self._blocks or blocks
        wanted = any(map(self._are_wanted, self.workspace.choice.sources))
        return super()._link_mentions(entry, blocks) if wanted else blocks

    def _find(self, text: str) -> list[Mention]:
        return self.workspace.mentions.find(text, everything=self._everything)

    def _linked(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        """*blocks* with the first mention of each term in each part linked."""
        for part in _parts(blocks):
            yield from link_mentions(
                part, self._find, self.glossary.candidates, lambda found: found
            )

    def _listed(self, blocks: tuple[Block, ...]) -> Iterator[Item]:
        """Every term of *blocks* once, in order of appearance."""
        seen = set()
        for spans in runs_of(blocks):
            text = "".join(span.text if "code" not in span.styles else "\0" for span in spans)
            for mention in self._find(text):
                if mention.entries in seen:
                    continue
                seen.add(mention.entries)
                entry, *others = mention.entries
                if others:
                    name = text[mention.start : mention.end]
                    yield Item(f"{name} …", name, exact=False)
                else:
                    yield Item(entry.title, entry.id, exact=True)

    # What is of no use in the text

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something now."""
        return not (self._in_text and action in _FOR_ENTRIES) and super().is_possible(action)

    def _explore(self, look: object) -> None:
        if self._in_text:
            self._say_no_term()
        else:
            super()._explore(look)  # type: ignore[arg-type] # passed on as it came

    def action_bookmark(self) -> None:
        """Bookmark an entry."""
        if self._in_text:
            self._say_no_term()
        else:
            super().action_bookmark()

    def action_edit(self) -> None:
        """Edit an entry."""
        if self._in_text:
            self.notify("Only entries are edited here.", timeout=2)
        else:
            super().action_edit()

    def _say_no_term(self) -> None:
        self.notify("This is a text, no term: go to one of its terms first.", timeout=3)


_FOR_ENTRIES = ("bookmark", "edit", "map", "path", "two_steps")


def _parts(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """*blocks* in parts: each begins with a heading, or after so many blocks without one."""
    numbers = _numbers(blocks)
    for _, group in groupby(numbers, key=lambda pair: pair[0]):
        yield [block for _, block in group]


def _numbers(blocks: Iterable[Block]) -> Iterator[tuple[int, Block]]:
    """Each of *blocks* with the number of its part."""
    part = size = 0
    for block in blocks:
        if isinstance(block, Heading) or size == _PART:
            part, size = part + 1, 0
        size += 1
        yield part, block
