"""From the folders that were asked for to a glossary that can be used."""

from __future__ import annotations

from functools import cached_property, partial

from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.records import Chosen
from glossary_tui.paths import configuration_file
from glossary_tui.user.configuration import key_remarks, load_configuration
from glossary_tui.user.preferences import Configuration
from glossary_tui.workspace.cache.store import Store
from glossary_tui.workspace.choosing import choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Literal

    from glossary_tui.errors import EntriesNotFound, GlossaryUnknown
    from glossary_tui.glossary import Glossary
    from glossary_tui.glossary.mentions import Mentions
    from glossary_tui.glossary.overlaid_links import Moves
    from glossary_tui.model import Diagnostic, Entry
    from glossary_tui.search import Searcher
    from glossary_tui.workspace.cache.extras import Extras
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.store import Opened
    from glossary_tui.workspace.choosing import Choice
    from glossary_tui.workspace.missing import Missing

    Way = Literal["surely", "quickly", "at once"]
    """How much is looked at before a workspace is there: see `open_workspace`."""


class Workspace:
    """A glossary, what can be asked of it, and where it came from."""

    def __init__(
        self,
        glossary: Glossary,
        diagnostics: tuple[Diagnostic, ...],
        choice: Choice,
        reopen: Callable[[], Workspace],
        configuration: Configuration | None = None,
        *,
        store: Store | None = None,
        is_checked: bool = True,
        is_partial: bool = False,
        missing: Missing | None = None,
    ) -> None:
        self.glossary = glossary
        """The entries."""
        self.diagnostics = diagnostics
        """What there is to say about the configuration and the files."""
        self.choice = choice
        """Which glossaries these are, and who asked for them."""
        self.folders = choice.folders
        """The folders that were read, in order."""
        self.reopen = reopen
        """Reads the same glossaries again. Raises `EntriesNotFound`."""
        self.configuration = configuration or Configuration({})
        """What the person has set."""
        self.store = store
        """What is kept of the glossary from run to run."""
        self.is_checked = is_checked
        """Whether every file has been looked at, and not only what is kept of them."""
        self.is_partial = is_partial
        """Whether there are more files, not read yet."""
        self.is_being_indexed = False
        """Whether another process finds out who names whom, and makes the index of the search."""
        self.beneath: Workspace | None = None
        """The workspace as it was stored, where a few entries have been laid over it."""
        self.moves: Moves | None = None
        """Which entry stands where in the two."""
        self.laid_over: frozenset[str] = frozenset()
        """The files that these come from, or came from before."""
        self.missing = missing
        """Why there are no entries, where what was asked for could not be opened."""

    def become(self, newer: Workspace) -> None:
        """Be *newer* from now on: who holds this workspace sees what the files say now."""
        # In one step: a thread that asks meanwhile gets the old or the new, and never neither.
        self.__dict__ = {**vars(newer)}

    def sure_of(self, term: str) -> Workspace:
        """A workspace that may be trusted about *term*: this one, or one read anew.

        Where what *term* leads to is in files that have not changed since they were read, no
        other file is looked at. Raises `EntriesNotFound`.
        """
        if self.is_checked:
            return self
        from glossary_tui.workspace.cache.files import are_fresh

        found = self.glossary.candidates(term)
        return self if found and are_fresh(self.glossary, found) else self.reopen()

    @cached_property
    def extras(self) -> Extras | None:
        """What has been worked out of a large glossary in an earlier run."""
        from glossary_tui.workspace.cache.place import WORTH_IT

        if self.store is None or len(self.glossary) < WORTH_IT:
            return None
        return self.store.worked_out.extras(self.glossary)

    @property
    def stored(self) -> StoredGlossary | None:
        """The glossary, if it is one out of a cache."""
        from glossary_tui.workspace.cache.index import StoredGlossary

        return self.glossary if isinstance(self.glossary, StoredGlossary) else None

    @property
    def is_large(self) -> bool:
        """Whether reading it anew takes so long that it is better done behind the screen."""
        from glossary_tui.workspace.cache.place import WORTH_IT

        return self.is_partial or len(self.glossary) >= WORTH_IT

    @property
    def awaits_extras(self) -> bool:
        """Whether there is much to be worked out, which is better done in another process."""
        from glossary_tui.workspace.cache.place import WORTH_IT

        if self.beneath is not None:
            return self.beneath.awaits_extras
        return self.store is not None and len(self.glossary) >= WORTH_IT and not self.extras

    def await_index(self) -> None:
        """Make do with titles and with whom each entry names, while another process finds out more."""
        from glossary_tui.glossary.outgoing import OutgoingLinks
        from glossary_tui.search.titles import TitleSearcher

        self.is_being_indexed = True
        self.searcher = TitleSearcher(self.glossary)
        self.graph = OutgoingLinks(self.glossary)

    def indexed_here(self) -> Workspace:
        """The same as it is stored, waiting for no other process: what is asked for is made here."""
        from copy import copy

        newer = copy(self.beneath or self)
        newer.is_being_indexed = False
        del newer.searcher, newer.graph
        return newer

    @cached_property
    def searcher(self) -> Searcher:
        """Finds entries by typed text. Made on first use: printing an entry needs none."""
        from glossary_tui.search import Searcher

        stored = self.extras.search if self.extras else None
        return Searcher(
            self.glossary,
            stored,
            partial(self.store.worked_out.text, self.glossary) if self.store else None,
        )

    def nearest(self, text: str, limit: int = 5) -> tuple[Entry, ...]:
        """What to offer where the search finds nothing: entries with a name like *text*."""
        return self.searcher.nearest(text, limit)

    @cached_property
    def graph(self) -> LinkGraph:
        """Which entry names which."""
        return LinkGraph(self.glossary, self.extras.graph if self.extras else None)

    @cached_property
    def mentions(self) -> Mentions:
        """Finds the terms that a text mentions, the common words of the configuration left out."""
        from glossary_tui.glossary.mentions import Mentions
        from glossary_tui.workspace.mentioning import common_words

        return Mentions(self.glossary, common_words(self.configuration, self.choice))

    @cached_property
    def learning_positions(self) -> Sequence[int]:
        """The positions of the entries in the order in which they are best learnt.

        Where a few entries are laid over what is stored, these come last.
        """
        if self.beneath is not None and self.moves is not None:
            held = self.moves.all_of(self.beneath.learning_positions)
            return [*held, *sorted(self.moves.added)]
        kept = self.store.worked_out.order(self.glossary) if self.store else None
        if kept is not None:
            return kept
        from glossary_tui.glossary.order import learning_positions

        return learning_positions(self.glossary, self.graph)

    @property
    def learning_order(self) -> Sequence[Entry]:
        """The entries in the order in which they are best learnt."""
        return Chosen(self.glossary.entries, self.learning_positions)

    @property
    def name(self) -> str:
        """What to call the glossary: its name, or its last folder's; several by each of theirs."""
        return " + ".join(source.label for source in self.choice.sources)

    @property
    def identity(self) -> str:
        """What tells the glossary from others: its name, `bundled`, or its absolute path."""
        return " + ".join(source.identity for source in self.choice.sources)

    def home_of(self, entry: Entry) -> tuple[str, str]:
        """The identity of the glossary that *entry* belongs to, and its id there.

        Both are the same whether that glossary is open by itself or beside others.
        """
        return self.homes_of((entry.id,))[0]

    def homes_of(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """The same of many entries, by their ids here."""
        parts = self.glossary.parts
        if not parts:
            identity = self.identity
            return [(identity, entry_id) for entry_id in ids]
        identities = dict(
            zip(parts, [source.identity for source in self.choice.sources], strict=True)
        )
        parted = [entry_id.partition("/") for entry_id in ids]
        return [(identities[part], own_id) for part, _, own_id in parted]


def open_workspace(
    entries: Iterable[str],
    environment: Mapping[str, str],
    *,
    glossaries: Iterable[str] = (),
    drafts: bool = False,
    way: Way = "surely",
) -> Workspace:
    """Read the folders *entries*, or the *glossaries* of these names, and join their entries up.

    *surely*, every file is looked at, and read if it has changed since it was last read. *quickly*,
    only the folders are looked at: see `Workspace.sure_of`. *at once*, there is something to show
    in any case, and an `Upkeep` has to follow. Raises `GlossaryUnknown`, and `EntriesNotFound` for
    a folder that does not exist or cannot be read; the message says where its name came from.
    """
    entries, glossaries = tuple(entries), tuple(glossaries)
    configuration = load_configuration(configuration_file())
    choice = choose(entries, glossaries, environment, configuration)
    store = Store(choice, configuration.headings, drafts=drafts)

    def again() -> Workspace:
        return open_workspace(entries, environment, glossaries=glossaries, drafts=drafts)

    if way == "surely":
        opened = store.open()
    else:
        opened = store.open_quickly() if way == "quickly" else store.open_at_once()
    return made_workspace(store, opened, configuration, again)


def made_workspace(
    store: Store, opened: Opened, configuration: Configuration, again: Callable[[], Workspace]
) -> Workspace:
    """The workspace of what *store* has *opened*; *again* opens it anew."""
    return Workspace(
        opened.glossary,
        all_remarks(configuration, opened.diagnostics),
        store.choice,
        again,
        configuration,
        store=store,
        is_checked=opened.is_checked,
        is_partial=opened.is_partial,
    )


def all_remarks(
    configuration: Configuration, of_files: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """What there is to say about a *configuration*, and about the files."""
    return (*configuration.warnings, *key_remarks(configuration), *of_files)


def workspace_without(
    error: GlossaryUnknown | EntriesNotFound,
    entries: Sequence[str],
    names: Sequence[str],
    environment: Mapping[str, str],
) -> Workspace:
    """A workspace that says what is missing where opening *entries* or *names* came to *error*.

    Its `reopen` tries again, and raises then what is the matter.
    """
    from glossary_tui.errors import EntriesNotFound
    from glossary_tui.glossary import Glossary
    from glossary_tui.workspace.choosing import Choice
    from glossary_tui.workspace.missing import missing

    configuration = load_configuration(configuration_file())
    choice = Choice(())
    if isinstance(error, EntriesNotFound):
        choice = choose(entries, names, environment, configuration)

    def again() -> Workspace:
        return open_workspace(entries, environment, glossaries=names)

    remarks = all_remarks(configuration, ())
    found = missing(error, choice.sources, configuration)
    return Workspace(Glossary(()), remarks, choice, again, configuration, missing=found)
