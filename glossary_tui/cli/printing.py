"""Entries and lists as plain text: data on standard output, the rest is an error's message."""

from __future__ import annotations

import sys

from glossary_tui.errors import TermNotFound
from glossary_tui.text.plain import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry
    from glossary_tui.workspace import Workspace


def print_terms(workspace: Workspace) -> None:
    """Print every title, one a line."""
    sys.stdout.write("".join(f"{entry.title}\n" for entry in workspace.glossary))


def print_entry(workspace: Workspace, term: str) -> None:
    """Print the entry that *term* names.

    Raises `TermNotFound` where there is none, with the nearest terms, or more than one.
    """
    candidates = workspace.glossary.candidates(term)
    if not candidates:
        raise TermNotFound(_not_found(workspace, term))
    if len(candidates) > 1:
        lines = "".join(f"\n  {entry.title}  ({entry.id})" for entry in candidates)
        raise TermNotFound(f"“{term}” may mean several terms; name one by what is in ():{lines}")
    sys.stdout.write(entry_text(workspace, candidates[0]))


def entry_text(workspace: Workspace, entry: Entry) -> str:
    """The whole of *entry* as plain text. Raises `EntryUnreadable` if its file has gone."""
    blocks = [entry.title]
    if entry.aliases:
        blocks[0] += f"\nalso: {', '.join(entry.aliases)}"
    blocks += [f"{section.title}\n\n{plain_text(section.text)}" for section in entry.sections]
    related = workspace.graph.related(entry)
    if related:
        lines = (
            f"- {near.link.text}{'' if near.entries else '  (no entry here)'}" for near in related
        )
        blocks.append("Related terms\n\n" + "\n".join(lines))
    return "\n\n".join(block.rstrip() for block in blocks) + "\n"


def _not_found(workspace: Workspace, term: str) -> str:
    if not len(workspace.glossary):
        return f"No entry for “{term}”: there are no entries in {', '.join(workspace.folders)}"
    near = [hit.entry for hit in workspace.searcher.search(term, limit=5)]
    near = near or list(workspace.nearest(term))
    if not near:
        return f"No entry for “{term}”, and none that comes near"
    lines = "".join(f"\n  {entry.title}" for entry in near)
    return f"No entry for “{term}”. The nearest:{lines}"
