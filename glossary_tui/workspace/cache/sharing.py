"""Entries that several files make together: their id is claimed twice, or a redirect names them."""

from __future__ import annotations

from glossary_tui.model.fields import ALIASES, ID, OLD_PATHS, PATH, TITLE, unpacked
from glossary_tui.reader.redirects import names_for_destinations
from glossary_tui.workspace.cache.rows import RECORD, stored_fields, stored_stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from glossary_tui.model.fields import Fields
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.known import Difference
    from glossary_tui.workspace.cache.rows import Row, RowMaker


def shared_files(base: StoredGlossary, changes: Difference) -> dict[str, int] | None:
    """The files that have gone or changed whose entries others have a part in, and where these are.

    None where one of them is no entry itself: a redirect, a file that another one replaces.
    """
    tied = base.tied
    found: dict[str, int] = {}
    for path, position in changes.gone:
        if position >= 0 and base.fields(position)[ID] in tied.ids:
            found[path] = position
        elif path in tied.paths:
            places = map(base.position_of, tied.ids) if path in changes.alone else ()
            for place in places:
                if place is not None and base.fields(place)[PATH] == path:
                    found[path] = place
            if path not in found:
                return None
    return found


def shared_row(entry: Fields, before: Fields, row: Row, part: str, maker: RowMaker) -> Row | None:
    """The row of *entry*, whose file alone said *before* and says *row* now.

    The id and the names that it has from others are as they were; None where its own are not.
    """
    after = stored_fields(row[RECORD])
    if _names(before) != _names(after):
        return None
    own = entry[ID].removeprefix(f"{part}/") if part else entry[ID]
    between = after[ALIASES + 1 : OLD_PATHS]
    made = (own, *after[1:ALIASES], entry[ALIASES], *between, entry[OLD_PATHS])
    return maker.row(made, stored_stamp(row[RECORD]), part)


def others_decide(
    base: StoredGlossary,
    before: Mapping[str, Fields],
    rows: Mapping[str, Row],
    settled: AbstractSet[str],
) -> bool:
    """Whether other files have a part in what becomes of the entries *before*, by *rows* in their stead.

    The ids *settled* are known to be those of the same files.
    """
    tied = base.tied
    claimed = tied.ids - settled
    if not claimed.isdisjoint((*before, *rows)):
        return True
    if any(entry_id not in before and base.by_id(entry_id) is not None for entry_id in rows):
        return True
    after = {entry_id: stored_fields(row[RECORD]) for entry_id, row in rows.items()}
    return bool(tied.names) and not tied.names.isdisjoint(_renamed(base, before, after))


def _renamed(
    base: StoredGlossary, before: Mapping[str, Fields], after: Mapping[str, Fields]
) -> Iterator[str]:
    """The names that entries have lost or got by which a redirect might lead to one of them."""
    for entry_id in before.keys() | after.keys():
        both = [fields for each in (before, after) if (fields := each.get(entry_id))]
        if len(both) == 2 and _names(both[0]) == _names(both[1]):
            continue
        own = entry_id.partition("/")[2] if base.parts else entry_id
        yield own
        for fields in both:
            for names in names_for_destinations(unpacked((own, *fields[1:]), base.load)):
                yield from names


def _names(fields: Fields) -> tuple[object, ...]:
    """What an entry is called."""
    return fields[TITLE], fields[ALIASES], fields[OLD_PATHS]
