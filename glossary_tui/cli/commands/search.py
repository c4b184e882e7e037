"""`glossary search`: what answers a query."""

from __future__ import annotations

from glossary_tui.cli.finding import nearest
from glossary_tui.errors import NothingFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.cli.style import Style
    from glossary_tui.search import Hit


def run(context: Context, options: Options) -> int:
    """Print the answers, best first: titles, or with --text the lines that answer too."""
    workspace, output = context.workspace, context.output
    query, limit = options.argument(0), options.number("limit") or None
    in_text = options.flag("text") or query.startswith("/")
    if in_text:
        workspace.searcher.read_text()
        query = f"/{query.removeprefix('/')}"
    hits = workspace.searcher.search(query, limit)
    if options.flag("json"):
        from glossary_tui.cli.schemas import hit_data

        output.json(list(map(hit_data, hits)))
    elif output.on_terminal:
        output.page("".join(f"{_shown(hit, output.style)}\n" for hit in hits))
    else:
        lines = (f"{hit.entry.title}\t{hit.shown}" if in_text else hit.entry.title for hit in hits)
        output.page("".join(f"{line}\n" for line in lines))
    if hits:
        return 0
    near = "" if in_text else nearest(workspace, query)
    offer = f". The nearest:{near}" if near else ""
    raise NothingFound(f"Nothing answers to “{options.argument(0)}”{offer}")


def _shown(hit: Hit, style: Style) -> str:
    """A line for people: the title, and what else answered, with the letters that matched."""
    marked, end = "", 0
    for start, stop in hit.spans:
        marked += hit.shown[end:start] + style("match", hit.shown[start:stop])
        end = stop
    marked += hit.shown[end:]
    if hit.shown == hit.entry.title:
        return marked
    if hit.why == "text":
        return f"{style('title', hit.entry.title)}: {marked}"
    return f"{hit.entry.title}{style('faint', ', also ')}{marked}"
