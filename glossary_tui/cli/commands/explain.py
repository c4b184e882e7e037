"""`glossary explain`: the terms that a text uses, printed or linked in the text itself."""

from __future__ import annotations

from glossary_tui.cli.entry_text import entry_text
from glossary_tui.cli.explaining import explained, read_text, worded
from glossary_tui.cli.streams import has_keyboard, standard_input
from glossary_tui.errors import NothingFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from glossary_tui.cli.context import Context
    from glossary_tui.cli.explaining import Explained
    from glossary_tui.cli.opening import OpenTui
    from glossary_tui.cli.options import Options


_PRINTED = ("view", "unknown", "json")
"""Options that ask for a print."""


def run(context: Context, options: Options) -> int | OpenTui:
    """Open a file in the reader on a terminal; else print its terms with the chosen view."""
    name = options.argument(0)
    text = read_text(name, lambda: _standard_input(context))
    if (
        name not in ("", "-")
        and context.output.is_drawable
        and not any(map(options.is_given, _PRINTED))
    ):
        from glossary_tui.text.document import document

        return context.open_tui()._replace(
            document=document(name, text), everything=options.flag("all")
        )
    mentions = context.workspace.mentions.find(worded(text), everything=options.flag("all"))
    terms, view = explained(mentions), options.value("view")
    if options.flag("unknown"):
        terms = _unknown(context, terms)
    if options.flag("json"):
        from glossary_tui.cli.schemas import explained_data

        context.output.json([explained_data(term, view) for term in terms])
    else:
        context.output.page("\n".join(_shown(context, term, view) for term in terms))
    if not terms:
        known = " that you do not know" if mentions else ""
        raise NothingFound(f"The text uses no term of the glossary{known}")
    return 0


def _unknown(context: Context, terms: list[Explained]) -> list[Explained]:
    from glossary_tui.workspace.knowing import unknown

    entries = unknown(context.workspace, [term.entry for term in terms])
    ids = {entry.id for entry in entries}
    return [term for term in terms if term.entry.id in ids]


def _shown(context: Context, term: Explained, view: str) -> str:
    """A term and its view, the title on a line of its own."""
    style, entry = context.output.style, term.entry
    try:
        text = entry_text(context.workspace, entry, view, style, context.columns)
    except NothingFound as nothing:
        text = style("faint", f"({nothing})") + "\n" if context.output.on_terminal else ""
    return text if view == "all" else f"{style('title', entry.title)}\n{text}"


def _standard_input(context: Context) -> BinaryIO:
    if has_keyboard():
        context.say("Type or paste a text; ctrl+d on a line of its own ends it.")
    return standard_input().buffer
