"""Progress follows an entry that got another id: through the names that the entry still answers to."""

from __future__ import annotations

from glossary_tui.study.card import CardId, TermId
from glossary_tui.study.history import line_of
from glossary_tui.study.homes import Homes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.study.history import Record
    from glossary_tui.study.store import Store


def follow_renames(
    store: Store,
    glossary: Glossary,
    home_of: Callable[[Entry], tuple[str, str]],
    now: datetime,
    day_starts_at: int,
) -> int:
    """Move the progress of ids that have gone to the entries that answer to them; how many.

    An id that no entry or more than one answers to keeps its history and waits.
    """
    homes = Homes(glossary, home_of)
    moved = 0
    for name in sorted(homes.names):
        for entry_id in sorted({card.entry for card in store.standings(name)}):
            if homes.entry(TermId(name, entry_id)) is not None:
                continue
            found = {home_of(entry) for entry in glossary.candidates(entry_id)}
            here = [own_id for identity, own_id in found if identity == name]
            if len(here) == 1:
                record = move(CardId(name, entry_id, "meaning"), name, now, day_starts_at)
                store.move(record._replace(to_entry=here[0]))
                moved += 1
    return moved


def move(source: CardId, new: str, now: datetime, day_starts_at: int) -> Record:
    """The record that moves the progress of *source* to the glossary's name *new*.

    Where the entry of *source* is '', that is all the progress under its glossary's name.
    """
    return line_of("move", source, now, day_starts_at)._replace(to_glossary=new)
