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

    Where other files have a part in it, or it is no entry any more, it is as it was.
    """
    position, stamp = glossary.position_of(entry.id), file_stamp(entry.path)
    if position is None or stamp is None or stamp == glossary.stamp(position):
        return entry
    try:
        tied = glossary.base.tied
    except Damaged:
        return entry
    if entry.path in tied.paths or entry.id in tied.ids:
        return entry
    found = found_again(own_id(entry, prefixed=bool(glossary.parts)), entry.path)
    fields = store.reader()(found).fields if found is not None else None
    return entry if fields is None else unpacked((entry.id, *fields[1:]), glossary.load)
