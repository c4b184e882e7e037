"""From a glossary that is open, and what the person wants of it, to a study session."""

from __future__ import annotations

from glossary_tui.errors import TermNotFound
from glossary_tui.glossary.order import learning_order, outward
from glossary_tui.model.record import NamedTuple
from glossary_tui.paths import study_file
from glossary_tui.study.asking import Asker
from glossary_tui.study.card import TermId
from glossary_tui.study.renames import follow_renames
from glossary_tui.study.session import Plan, Session
from glossary_tui.study.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from glossary_tui.model import Entry
    from glossary_tui.study.card import Kind
    from glossary_tui.workspace.workspace import Workspace


class StudyWish(NamedTuple):
    """What the person wants to study, beside what the configuration says."""

    kinds: tuple[Kind, ...] = ()
    """The kinds of cards; none for those of the configuration."""
    around: str = ""
    """A term, to study its neighbourhood outward from it."""
    tag: str = ""
    """A tag, to study its entries."""
    only: tuple[str, ...] = ()
    """Ids of entries in order, such as the bookmarks, to study these."""
    cram: bool = False
    """Whether to go through all of it once and leave the schedule alone."""


def asker_of(workspace: Workspace) -> Asker:
    """What makes questions of the open glossary."""
    return Asker(workspace.glossary, workspace.graph, workspace.home_of)


def open_store() -> Store:
    """The person's study database. Raises `StudyUnavailable`."""
    return Store(study_file())


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
    terms = tuple(TermId(*workspace.home_of(entry)) for entry in _entries(workspace, wish))
    return Plan(
        terms,
        kinds,
        settings.new_per_day,
        settings.reviews_per_day,
        settings.retention,
        settings.day_starts_at,
        wish.cram,
    )


def _entries(workspace: Workspace, wish: StudyWish) -> Iterable[Entry]:
    glossary, graph = workspace.glossary, workspace.graph
    if wish.only:
        chosen = (glossary.by_id(entry_id) for entry_id in dict.fromkeys(wish.only))
        entries = tuple(entry for entry in chosen if entry is not None)
    elif wish.around:
        candidates = glossary.candidates(wish.around)
        if len(candidates) != 1:
            which = "which of several entries is meant" if candidates else "no such term"
            raise TermNotFound(f"--around {wish.around}: {which}")
        entries = outward(glossary, graph, candidates[0])
    else:
        entries = learning_order(glossary, graph)
    if wish.tag:
        tagged = frozenset(tagged_with(workspace, wish.tag))
        entries = tuple(entry for entry in entries if entry.id in tagged)
    return entries


def tagged_with(workspace: Workspace, tag: str) -> tuple[str, ...]:
    """The ids of the entries of *tag*, in any case. Raises `TermNotFound` where there are none."""
    from glossary_tui.text.fold import fold

    by_tag = workspace.glossary.by_tag
    found = [entries for name, entries in by_tag.items() if fold(name) == fold(tag)]
    if not found:
        raise TermNotFound(f"No entry has the tag “{tag}”. The tags: {', '.join(by_tag)}")
    return tuple(entry.id for entries in found for entry in entries)
