"""A workspace of which a few files have changed, ready at once: what was made for the rest is kept."""

from __future__ import annotations

from copy import copy

from glossary_tui.workspace.cache import fresh
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.fresh import patch_at
from glossary_tui.workspace.cache.store import Opened
from glossary_tui.workspace.workspace import all_remarks, made_workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.model import Diagnostic, Entry
    from glossary_tui.workspace.cache.overlay import Overlaid
    from glossary_tui.workspace.cache.patch import Patch
    from glossary_tui.workspace.workspace import Workspace


def patched(held: Workspace, patch: Patch) -> Workspace | None:
    """*held* with *patch* laid over its stored glossary; None where it is of another one."""
    glossary = held.stored
    overlaid = patch.applied(glossary.base) if glossary is not None else None
    if overlaid is None:
        return None
    newer = _overlaid(held, overlaid, patch.diagnostics)
    if newer is not None:
        newer.laid_over = frozenset(patch.paths)
    return newer


def changed(held: Workspace, paths: Iterable[str]) -> Workspace | None:
    """*held* with the files at *paths* as they are now, and those that are laid over it already.

    *held* itself where they say what it knows; None where it takes a look at other files to tell.
    """
    glossary = held.stored
    if glossary is None or held.store is None or held.is_partial:
        return None
    every = held.laid_over.union(paths)
    patch = patch_at(held.store, glossary.base, every)
    if patch is None:
        return None
    said = all_remarks(held.configuration, patch.diagnostics)
    if (patch.removed, patch.rows) == glossary.laid_over and said == held.diagnostics:
        return held
    return patched(held, patch._replace(paths=tuple(every)))


def at_present(held: Workspace, entry: Entry) -> Entry:
    """*entry* as its file says it now: looked at, and read where it has changed."""
    glossary = held.stored
    if glossary is None or held.store is None or held.is_partial:
        return entry
    return fresh.at_present(held.store, glossary, entry, held.laid_over)


def _overlaid(
    held: Workspace, glossary: Overlaid, diagnostics: tuple[Diagnostic, ...]
) -> Workspace | None:
    from glossary_tui.glossary.overlaid_links import Moves, OverlaidGraph
    from glossary_tui.search.overlaid import OverlaidSearcher

    if held.store is None:
        return None
    # A copy: *held* itself becomes what is made of it here.
    beneath = held.beneath or copy(held)
    try:
        renewed, touched = glossary.renewed, glossary.touched_hashes
    except Damaged:
        return None
    opened = Opened(glossary, diagnostics, is_checked=True)
    newer = made_workspace(held.store, opened, held.configuration, held.reopen)
    gone, _ = glossary.laid_over
    moves = Moves(glossary.moved_to, glossary.came_from, gone, glossary.row_places)
    newer.beneath, newer.moves = beneath, moves
    newer.is_being_indexed = held.is_being_indexed
    newer.searcher = OverlaidSearcher(glossary, beneath.searcher, moves)
    newer.graph = OverlaidGraph(
        glossary,
        beneath.graph,
        beneath.glossary.names,
        moves.with_renewed(renewed),
        touched,
    )
    added = [glossary.entries[place] for place in glossary.row_places]
    newer.mentions = beneath.mentions.renewed(glossary, added)
    return newer
