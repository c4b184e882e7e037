"""A workspace of which a few files have changed, ready at once: what was made for the rest is kept."""

from __future__ import annotations

from copy import copy

from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.store import Opened
from glossary_tui.workspace.workspace import made_workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Diagnostic, Entry
    from glossary_tui.workspace.cache.overlay import Overlaid
    from glossary_tui.workspace.cache.patch import Patch
    from glossary_tui.workspace.workspace import Workspace


def patched(held: Workspace, patch: Patch) -> Workspace | None:
    """*held* with *patch* laid over its stored glossary; None where it is of another one."""
    glossary = held.stored
    overlaid = patch.applied(glossary.base) if glossary is not None else None
    return _overlaid(held, overlaid, patch.diagnostics) if overlaid is not None else None


def edited(held: Workspace, entry: Entry) -> Workspace | None:
    """*held* with *entry* as its file says it now.

    None where it says the same of the entry, and where it takes more than this file to tell.
    """
    overlaid = held.store.edited(held.glossary, entry) if held.store is not None else None
    return _overlaid(held, overlaid, held.diagnostics) if overlaid is not None else None


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
        touched = glossary.touched_hashes
    except Damaged:
        return None
    opened = Opened(glossary, diagnostics, is_checked=True)
    newer = made_workspace(held.store, opened, held.configuration, held.reopen)
    gone, _ = glossary.laid_over
    moves = Moves(glossary.moved_to, glossary.came_from, gone, glossary.row_places)
    newer.beneath, newer.moves = beneath, moves
    newer.searcher = OverlaidSearcher(glossary, beneath.searcher, moves)
    newer.graph = OverlaidGraph(glossary, beneath.graph, beneath.glossary.names, moves, touched)
    added = [glossary.entries[place] for place in glossary.row_places]
    newer.mentions = beneath.mentions.renewed(glossary, added)
    return newer
