"""`glossary graph`: which entry names which, for programs that draw."""

from __future__ import annotations

from glossary_tui.cli.finding import the_entry
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.model import Entry
    from glossary_tui.workspace import Workspace

    Edges = Sequence[tuple[Entry, Entry]]


def run(context: Context, options: Options) -> int:
    """Print the entries and who names whom; around one entry if one is given."""
    workspace = context.workspace
    entries: Iterable[Entry] = workspace.glossary
    if options.argument(0):
        centre = the_entry(workspace, options.argument(0))
        entries = _around(workspace, centre, options.number("steps"))
    entries = list(entries)
    edges = _edges(workspace, entries)
    if options.value("format") == "json":
        nodes = [{"id": each.id, "title": each.title} for each in entries]
        links = [{"from": one.id, "to": other.id} for one, other in edges]
        context.output.json({"nodes": nodes, "edges": links})
    else:
        draw = _mermaid if options.value("format") == "mermaid" else _dot
        context.output.write(draw(entries, edges))
    return 0


def _around(workspace: Workspace, centre: Entry, steps: int) -> list[Entry]:
    """The entries at most *steps* links from *centre*, the nearest first."""
    found = {centre.id: centre}
    edge = [centre]
    for _ in range(steps):
        near = [each for entry in edge for each in workspace.graph.neighbours(entry)]
        edge = [each for each in dict.fromkeys(near) if each.id not in found]
        if not edge:
            break
        found.update((each.id, each) for each in edge)
    return list(found.values())


def _edges(workspace: Workspace, entries: Sequence[Entry]) -> Edges:
    """Who of *entries* names whom of them."""
    known = {entry.id for entry in entries}
    everyone = workspace.glossary.entries
    named = ((entry, everyone[at]) for entry in entries for at in workspace.graph.named(entry))
    return [(entry, target) for entry, target in named if target.id in known]


def _dot(entries: Iterable[Entry], edges: Edges) -> str:
    """The graph in the language of Graphviz."""
    lines = ["digraph glossary {", "  node [shape=box];"]
    lines += [f"  {_quoted(each.id)} [label={_quoted(each.title)}];" for each in entries]
    lines += [f"  {_quoted(one.id)} -> {_quoted(other.id)};" for one, other in edges]
    return "\n".join((*lines, "}")) + "\n"


def _quoted(text: str) -> str:
    return '"' + clean_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _mermaid(entries: Sequence[Entry], edges: Edges) -> str:
    """The graph as Mermaid has it, whose own signs are written as entities."""
    names = {entry.id: f"n{number}" for number, entry in enumerate(entries)}
    lines = ["graph LR"]
    lines += [f'  {names[each.id]}["{_entities(each.title)}"]' for each in entries]
    lines += [f"  {names[one.id]} --> {names[other.id]}" for one, other in edges]
    return "\n".join(lines) + "\n"


def _entities(text: str) -> str:
    return "".join(f"#{ord(sign)};" if sign in '"#<>&`\\' else sign for sign in clean_line(text))
