"""From a glossary that is open, and what the person wants of it, to a study session."""

from __future__ import annotations

from itertools import starmap

from glossary_tui.errors import NothingFound, TermNotFound
from glossary_tui.glossary.order import outward
from glossary_tui.model.record import NamedTuple
from glossary_tui.paths import study_file
from glossary_tui.study.asking import Asker
from glossary_tui.study.card import TermId
from glossary_tui.study.copies import store_to_read
from glossary_tui.study.days import study_day
from glossary_tui.study.homes import Homes
from glossary_tui.study.renames import follow_renames
from glossary_tui.study.session import Plan, Session
from glossary_tui.study.statistics import Statistics, statistics_of
from glossary_tui.study.store import Review, Store
from glossary_tui.text.fold import fold
from glossary_tui.user.marks import Marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from glossary_tui.model import Entry
    from glossary_tui.study.card import CardId, Kind
    from glossary_tui.study.history import Standing
    from glossary_tui.workspace.workspace import Workspace


class StudyWish(NamedTuple):
    """What the person wants to study, beside what the configuration says."""

    kinds: tuple[Kind, ...] = ()
    """The kinds of cards; none for those of the configuration."""
    around: str = ""
    """A term, to study its neighbourhood outward from it."""
    tags: tuple[str, ...] = ()
    """Tags, to study the entries that have all of them."""
    only: tuple[TermId, ...] | None = None
    """Terms in order, such as the bookmarks, to study these alone."""
    cram: bool = False
    """Whether to go through all of it once and leave the schedule alone."""


def asker_of(workspace: Workspace) -> Asker:
    """What makes questions of the open glossary."""
    return Asker(workspace.glossary, workspace.graph, workspace.home_of)


def open_store() -> Store:
    """The person's study database. Raises `StudyUnavailable`."""
    return Store(study_file())


def read_store() -> Store:
    """The person's study database, to look at: where there is none yet, an empty one in memory.

    To look at one's progress needs no place to write to. Raises `StudyUnavailable`.
    """
    return store_to_read(study_file())


def open_session(workspace: Workspace, wish: StudyWish, store: Store, moment: datetime) -> Session:
    """A session by *wish* and the configuration.

    Raises `TermNotFound` for a term or a tag that there is not, `StudyUnavailable` where the
    store cannot be read.
    """
    plan = plan_of(workspace, wish)
    if store.saves and not wish.cram:
        follow_renames(store, workspace.glossary, workspace.home_of, moment, plan.day_starts_at)
    return Session(asker_of(workspace), store, plan, moment)


def plan_of(workspace: Workspace, wish: StudyWish) -> Plan:
    """What *wish* and the configuration come to. Raises `TermNotFound`."""
    settings = workspace.configuration.study
    kinds: tuple[Kind, ...] = wish.kinds or settings.kinds  # type: ignore[assignment] # checked there
    terms = tuple(starmap(TermId, workspace.homes_of(_ids(workspace, wish))))
    return Plan(
        terms,
        kinds,
        settings.new_per_day,
        settings.reviews_per_day,
        settings.retention,
        settings.day_starts_at,
        wish.cram,
    )


def _ids(workspace: Workspace, wish: StudyWish) -> Iterable[str]:
    """The ids of the entries that *wish* means, in the order in which they are to be learnt."""
    if wish.around or wish.tags or wish.only is not None:
        return [entry.id for entry in _entries(workspace, wish)]
    return map(workspace.glossary.ids.__getitem__, workspace.learning_positions)


def _entries(workspace: Workspace, wish: StudyWish) -> Sequence[Entry]:
    if not wish.around:
        order = () if wish.only is not None else workspace.learning_order
        return entries_meant(workspace, wish, order)
    candidates = workspace.glossary.candidates(wish.around)
    if len(candidates) != 1:
        which = "it may mean several terms" if candidates else "there is no such term"
        raise TermNotFound(f"--around {wish.around}: {which}")
    order = outward(workspace.glossary, workspace.graph, candidates[0])
    return entries_meant(workspace, wish, order)


def entries_meant(
    workspace: Workspace, wish: StudyWish, entries: Sequence[Entry]
) -> Sequence[Entry]:
    """Those of *entries* that *wish* means by its terms and tags, in the order of the terms.

    Raises `NothingFound` for a tag that there is not.
    """
    if wish.only is not None:
        homes = Homes(workspace.glossary, workspace.home_of)
        found = map(homes.entry, dict.fromkeys(wish.only))
        entries = tuple(entry for entry in found if entry is not None)
    for tag in wish.tags:
        entries = _tagged(workspace, entries, tag)
    return entries


def _tagged(workspace: Workspace, entries: Sequence[Entry], tag: str) -> Sequence[Entry]:
    found = tuple(entry for entry in entries if fold(tag) in map(fold, entry.tags))
    by_tag = workspace.glossary.by_tag
    if not found and fold(tag) not in map(fold, by_tag):
        raise NothingFound(f"No entry has the tag “{tag}”. There are: {', '.join(by_tag)}")
    return found


def bookmarks() -> tuple[TermId, ...]:
    """The person's bookmarks, in the order in which they were set."""
    return tuple(TermId(*mark) for mark in Marks().bookmarks)


def recent_terms() -> tuple[TermId, ...]:
    """The terms that the person read last, the latest first."""
    return tuple(TermId(*mark) for mark in Marks().recent)


def study_statistics(workspace: Workspace, store: Store, moment: datetime) -> Statistics:
    """What there is to say about the progress in the glossaries that are open."""
    settings = workspace.configuration.study
    tags = {TermId(*workspace.home_of(entry)): entry.tags for entry in workspace.glossary}
    reviews: list[Review] = []
    standings: dict[CardId, Standing] = {}
    for glossary in glossaries_of(workspace):
        reviews += store.reviews(glossary)
        standings |= store.standings(glossary)
    today = study_day(moment, settings.day_starts_at)
    return statistics_of(reviews, standings, tags, today, settings.retention)


def glossaries_of(workspace: Workspace) -> tuple[str, ...]:
    """The names that the progress of the open glossaries is kept under."""
    return tuple(dict.fromkeys(source.identity for source in workspace.choice.sources))
