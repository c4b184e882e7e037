"""Links that no author made: looked for behind the screen, shown when they are known."""

from __future__ import annotations

import time
from functools import partial

from textual.worker import WorkerCancelled, get_current_worker

from glossary_tui.tui.screens.going import Going

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.glossary.mentions import Mentions
    from glossary_tui.model import Entry
    from glossary_tui.tui.markdown import Block
    from glossary_tui.tui.trail import Place
    from glossary_tui.workspace.choosing import Source

_BREATH = 0.0005
"""Seconds that the thread rests after every millisecond or so of work."""


class Mentioning(Going):
    """A desk whose texts lead to every term that they mention."""

    _learning: Mentions | None = None
    """What learns names now."""

    def go(self, entry: Entry) -> None:
        """Show *entry* with all its links: the reader stays."""
        super().go(entry)
        self.pane.link_now()

    def come_back(self, place: Place) -> None:
        """Show *place* with all its links: one of them may have the focus."""
        super().come_back(place)
        self.pane.link_now()

    def prepare_mentions(self) -> None:
        """Learn the names of all terms in a thread, then make links of their mentions."""
        if any(map(self._are_wanted, self.workspace.choice.sources)):
            self.learn_names()

    def learn_names(self) -> None:
        """Begin to learn the names of all terms; those of a glossary before are not learnt any more."""
        mentions = self.workspace.mentions
        if mentions is not self._learning:
            self._learning = mentions
            self.run_worker(partial(self._learn_names, mentions), thread=True)

    def _are_wanted(self, source: Source) -> bool:
        """Whether mentions in the entries of *source* are to be links."""
        configuration = self.workspace.configuration
        own = configuration.glossaries.get(source.name)
        if own is not None and own.mentions is not None:
            return own.mentions
        return configuration.mentions.links

    def _learn_names(self, mentions: Mentions) -> None:
        if self.are_names_learnt(mentions):
            # Posted, not waited for: a thread that waits would keep a program that ends from ending.
            self.call_later(self._names_known)

    def are_names_learnt(self, mentions: Mentions) -> bool:
        """Learn all names, in a worker's thread; whether that was done, and not given up."""
        worker = get_current_worker()

        def breathe() -> None:
            """Let a key come first; end with the app, which would wait, and with the glossary."""
            time.sleep(_BREATH)
            if worker.is_cancelled or mentions is not self.workspace.mentions:
                raise WorkerCancelled

        try:
            breathe()
            mentions.prepare(breathe)
        except WorkerCancelled:
            return False
        finally:
            if self._learning is mentions:
                self._learning = None
        return True

    def _names_known(self) -> None:
        self.pane.link_mentions(self._link_mentions)

    def _link_mentions(self, entry: Entry, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """*blocks* of *entry* with what they mention linked, if its glossary wants that."""
        part = self.glossary.part_of(entry)
        sources = self.workspace.choice.sources
        source = sources[self.glossary.parts.index(part)] if part else sources[0]
        if not self._are_wanted(source) or not self.workspace.mentions.is_prepared:
            return blocks

        def named(target: str) -> Iterable[Entry]:
            return self.glossary.candidates(target, near=entry)

        def meant(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
            """Those of its own glossary first, and never itself."""
            near = tuple(each for each in entries if self.glossary.part_of(each) == part)
            found = near or entries
            # By its id: what is shown may be of a glossary that has become another since.
            return () if any(each.id == entry.id for each in found) else found

        from glossary_tui.tui.markdown.linking import link_mentions

        return link_mentions(blocks, self.workspace.mentions.find, named, meant)
