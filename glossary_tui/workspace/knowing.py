"""Which terms the person knows already, as far as study can tell."""

from __future__ import annotations

from glossary_tui.paths import study_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.model import Entry
    from glossary_tui.workspace.workspace import Workspace


def unknown(workspace: Workspace, entries: Iterable[Entry]) -> list[Entry]:
    """Those of *entries* that study does not hold as known.

    A term is known when it has been learnt: one of its cards at least is asked by days, and none
    is in its first steps or was forgotten the last time. The database is only read; where it
    cannot be, nothing is known.
    """
    from contextlib import closing

    from glossary_tui.study.copies import unsaved_store

    stages: dict[tuple[str, str], set[str]] = {}
    with closing(unsaved_store(study_file())) as store:
        for glossary in {source.identity for source in workspace.choice.sources}:
            for card, standing in store.standings(glossary).items():
                stages.setdefault((card.glossary, card.entry), set()).add(standing.stage)
    return [
        entry
        for entry in entries
        if stages.get(workspace.home_of(entry), set()) - {"new"} != {"review"}
    ]
