"""An entry as text: plain for people and pipes, or Markdown."""

from __future__ import annotations

from glossary_tui.errors import NothingFound
from glossary_tui.text.plain import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.style import Style
    from glossary_tui.model import Entry, Section
    from glossary_tui.workspace import Workspace

_NAMES = {
    "summary": "Summary",
    "eli5": "ELI5",
    "in-depth": "In-depth text",
    "related": "related terms",
}


def viewed(entry: Entry, view: str) -> tuple[Section, ...]:
    """The sections of *entry* that belong to *view*; all of them for `all`, none for `related`.

    Raises `EntryUnreadable` if its file has gone.
    """
    if view == "related":
        return ()
    return tuple(section for section in entry.sections if view in ("all", section.role))


def entry_text(
    workspace: Workspace, entry: Entry, view: str, style: Style, columns: int = 0
) -> str:
    """A *view* of *entry* as plain text, wrapped to *columns* unless that is 0.

    One view is its text alone, all of them is the whole entry with headings. Raises
    `NothingFound` for a view that the entry does not have, `EntryUnreadable` if its file has gone.
    """
    sections = viewed(entry, view)
    related = _related(workspace, entry, style) if view in ("related", "all") else ""
    if view != "all":
        text = related or "\n\n".join(plain_text(each.text, columns) for each in sections)
        return _or_missing(entry, view, text)
    head = style("title", entry.title)
    if entry.aliases:
        head += "\n" + style("faint", _wrapped(f"also: {', '.join(entry.aliases)}", columns))
    blocks = [head]
    for section in sections:
        text = plain_text(section.text, columns)
        blocks.append(f"{style('heading', section.title)}\n\n{text}".rstrip())
    if related:
        blocks.append(f"{style('heading', 'Related terms')}\n\n{related}")
    return "\n\n".join(blocks) + "\n"


def entry_markdown(workspace: Workspace, entry: Entry, view: str) -> str:
    """A *view* of *entry* as Markdown. Raises what `entry_text` raises."""
    from glossary_tui.text.scan import link_destination

    sections = viewed(entry, view)
    related = "\n".join(
        f"- [{near.link.text}]({link_destination(near.entry.id)})"
        if near.entry
        else f"- {near.link.text}"
        for near in (workspace.graph.related(entry) if view in ("related", "all") else ())
    )
    if view != "all":
        text = related or "\n\n".join(section.text.strip() for section in sections)
        return _or_missing(entry, view, text)
    blocks = [f"# {entry.title}"]
    if entry.aliases:
        blocks.append(f"*also: {', '.join(entry.aliases)}*")
    blocks += [f"## {section.title}\n\n{section.text.strip()}".rstrip() for section in sections]
    if related:
        blocks.append(f"## Related terms\n\n{related}")
    return "\n\n".join(blocks) + "\n"


def _related(workspace: Workspace, entry: Entry, style: Style) -> str:
    missing = style("faint", "  (no entry here)")
    return "\n".join(
        f"- {near.link.text}{'' if near.entries else missing}"
        for near in workspace.graph.related(entry)
    )


def _or_missing(entry: Entry, view: str, text: str) -> str:
    if not text.strip():
        raise NothingFound(f"“{entry.title}” has no {_NAMES[view]}")
    return text.rstrip() + "\n"


def _wrapped(text: str, columns: int) -> str:
    if not columns:
        return text
    from glossary_tui.text.wrap import wrapped

    return "\n".join(wrapped(text, columns))
