"""A stored glossary beside some of its files, as they are now."""

from __future__ import annotations

from glossary_tui.reader.stamp import file_stamp
from glossary_tui.workspace.cache.container import Damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from glossary_tui.model import Entry
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.patch import Patch
    from glossary_tui.workspace.cache.store import Store


def patch_at(store: Store, base: StoredGlossary, paths: AbstractSet[str]) -> Patch | None:
    """What the files at *paths* make of *base*, the glossary of *store*.

    None where only a look at all files can tell.
    """
    from glossary_tui.workspace.cache.known import MOST, KnownFiles

    if len(paths) > MOST:
        return None
    try:
        known = KnownFiles(base.container, base)
        changes = known.changes(store.choice, paths)
        return store.patch(known, changes) if changes is not None else None
    except (Damaged, KeyError):
        return None


def at_present(
    store: Store, glossary: StoredGlossary, entry: Entry, laid_over: AbstractSet[str]
) -> Entry:
    """*entry* of *glossary* as its file says it now, read where it has changed.

    *laid_over* are the files that are laid over the stored glossary. It is as it was where it is no
    entry any more.
    """
    position, stamp = glossary.position_of(entry.id), file_stamp(entry.path)
    if position is None or stamp is None or stamp == glossary.stamp(position):
        return entry
    patch = patch_at(store, glossary.base, laid_over | {entry.path})
    now = patch.applied(glossary.base) if patch is not None else None
    return (now.by_id(entry.id) if now is not None else None) or entry
