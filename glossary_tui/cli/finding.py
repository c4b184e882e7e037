"""The one entry that a word on the command line means, or why there is none."""

from __future__ import annotations

from glossary_tui.errors import TermNotFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry
    from glossary_tui.workspace import Workspace


def the_entry(workspace: Workspace, term: str) -> Entry:
    """The entry that *term* names.

    Raises `TermNotFound` where there is none, with the nearest terms, or more than one.
    """
    candidates = workspace.glossary.candidates(term)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        lines = "".join(f"\n  {entry.title}  ({entry.id})" for entry in candidates)
        raise TermNotFound(f"“{term}” may mean several terms; name one by what is in ():{lines}")
    raise TermNotFound(_not_found(workspace, term))


def nearest(workspace: Workspace, text: str) -> str:
    """The titles that come near *text*, a line each, as an error's message goes on with them."""
    near = [hit.entry for hit in workspace.searcher.search(text, limit=5)]
    near = near or list(workspace.nearest(text))
    return "".join(f"\n  {entry.title}" for entry in near)


def _not_found(workspace: Workspace, term: str) -> str:
    if not len(workspace.glossary):
        return f"No entry for “{term}”: there are no entries in {', '.join(workspace.folders)}"
    lines = nearest(workspace, term)
    hint = _project(workspace)
    if not lines:
        return f"No entry for “{term}”, and none that comes near{hint}"
    return f"No entry for “{term}”. The nearest:{lines}{hint}"


def _project(workspace: Workspace) -> str:
    """Where else to look: in the glossary of the project that one works in."""
    from glossary_tui.workspace.choosing import offered_project

    offered = offered_project(workspace.choice)
    return "\nThis project has a glossary of its own: -g . opens it" if offered else ""
