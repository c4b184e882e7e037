"""A stored glossary beside some of its files, as they are now."""

from __future__ import annotations

from glossary_tui.glossary.names import own_id
from glossary_tui.model.fields import unpacked
from glossary_tui.reader.stamp import file_stamp
from glossary_tui.reader.walk import found_again
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.known import KnownFiles
from glossary_tui.workspace.cache.patch import patch_of
from glossary_tui.workspace.cache.place import now_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from glossary_tui.model import Entry
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.patch import Patch
    from glossary_tui.workspace.cache.store import Store


def patch_at(store: Store, base: StoredGlossary, paths: AbstractSet[str]) -> Patch | None:
    """What the files at *paths* make of *base*, the glossary of *store*.

    None where it takes a look at others.
    """
    try:
        changes = KnownFiles(base.container, base).changes(store.choice, paths)
        remarks = base.container.loaded("remarks")
    except (Damaged, KeyError):
        return None
    if changes is None:
        return None
    return patch_of(base, changes, store.reader(), now_at(store.path) or 0, remarks)


def at_present(store: Store, glossary: StoredGlossary, entry: Entry) -> Entry:
    """*entry* of *glossary* as its file says it now, read where it has changed.

    The id and the names that others have a part in are as they were, and so is all of it where it
    is no entry any more.
    """
    position, stamp = glossary.position_of(entry.id), file_stamp(entry.path)
    if position is None or stamp is None or stamp == glossary.stamp(position):
        return entry
    try:
        tied = glossary.base.tied
    except Damaged:
        return entry
    found = found_again(own_id(entry, prefixed=bool(glossary.parts)), entry.path)
    reading = store.reader()(found) if found is not None else None
    if reading is None or reading.fields is None or reading.destination:
        return entry
    now = unpacked((entry.id, *reading.fields[1:]), glossary.load)
    if entry.path in tied.paths or entry.id in tied.ids:
        return now._replace(aliases=entry.aliases, old_paths=entry.old_paths)
    return now
