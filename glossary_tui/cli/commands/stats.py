"""`glossary stats`: what was studied, what is known, and what is to come."""

from __future__ import annotations

from glossary_tui.cli.dialogue import now
from glossary_tui.cli.study_text import statistics_text
from glossary_tui.workspace.studying import asker_of, read_store, study_statistics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.study.card import TermId


def run(context: Context, options: Options) -> int:
    """Print the statistics of the glossaries that are open."""
    workspace, output = context.workspace, context.output
    statistics = study_statistics(workspace, read_store(), now())
    asker = asker_of(workspace)

    def title_of(term: TermId) -> str:
        entry = asker.entry(term)
        return term.entry if entry is None else entry.title

    if options.flag("json"):
        from glossary_tui.cli.schemas import statistics_data

        output.json(statistics_data(statistics, title_of))
    else:
        output.page(
            statistics_text(statistics, title_of, lambda text: output.style("heading", text))
        )
    return 0
