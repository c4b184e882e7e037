"""What keeps the progress of study in order: out to a file and in again, moved, looked through."""

from __future__ import annotations

from glossary_tui.cli.finding import the_entry
from glossary_tui.cli.streams import standard_input
from glossary_tui.errors import NothingFound, TextUnreadable, WrongUsage
from glossary_tui.text.counting import counted
from glossary_tui.workspace.studying import glossaries_of, open_store, read_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def _export(context: Context, options: Options) -> int:
    from glossary_tui.cli.saving import save
    from glossary_tui.study.transfer import exported

    path = options.value("export")
    records = read_store().records()
    text = exported(records)
    if path == "-":
        context.output.write(text)
        return 0
    save(path, text, private=True)
    context.say(f"{counted(len(records), 'record')} written to {path}")
    return 0


def _import(context: Context, options: Options) -> int:
    from glossary_tui.study.transfer import imported

    path = options.value("import")
    try:
        if path == "-":
            records = imported(standard_input(), "standard input")
        else:
            with open(path, encoding="utf-8") as file:
                records = imported(file, path)
    except OSError as error:
        raise TextUnreadable(f"{path}: {error.strerror}; nothing was imported") from error
    except UnicodeDecodeError as error:
        raise TextUnreadable(f"{path}: it is not UTF-8; nothing was imported") from error
    added = open_store().add(records)
    known = f"; {len(records) - added:,} there already" if added < len(records) else ""
    context.say(f"{counted(added, 'record')} added{known}")
    return 0


def _move(context: Context, options: Options) -> int:
    from glossary_tui.cli.dialogue import now
    from glossary_tui.study.card import CardId
    from glossary_tui.study.renames import move

    old, new = options.value("move"), options.value("to")
    if not new:
        raise WrongUsage("--move NAME needs --to NAME")
    store = open_store()
    there = store.glossaries()
    if old not in there:
        names = "".join(f"\n  {name}  ({count} cards)" for name, count in there.items())
        raise NothingFound(f"There is no progress under “{old}”. There is:{names or ' none'}")
    starts = context.workspace.configuration.study.day_starts_at
    store.move(move(CardId(old, "", "meaning"), new, now(), starts))
    context.say(f"{counted(there[old], 'card')} moved from {old} to {new}")
    return 0


def _rebuild(context: Context, _options: Options) -> int:
    changed = open_store().rebuild()
    context.say(f"Every card was derived from the log again; {changed or 'none'} had to change")
    return 0


def _leeches(context: Context, _options: Options) -> int:
    from glossary_tui.study.statistics import LEECH

    return _titles(context, lambda standing: standing.lapses >= LEECH, "There are no leeches")


def _suspended(context: Context, _options: Options) -> int:
    return _titles(context, lambda standing: standing.suspended, "No term is suspended")


def _titles(context: Context, wanted: Callable[..., bool], none: str) -> int:
    """Print the titles of the terms with a card that is *wanted*."""
    workspace, store = context.workspace, read_store()
    found = {
        card.term
        for glossary in glossaries_of(workspace)
        for card, standing in store.standings(glossary).items()
        if wanted(standing)
    }
    titles = [entry.title for entry in workspace.glossary if workspace.home_of(entry) in found]
    if not titles:
        raise NothingFound(none)
    context.output.page("".join(f"{title}\n" for title in titles))
    return 0


def _resume(context: Context, options: Options) -> int:
    from glossary_tui.cli.dialogue import now
    from glossary_tui.study.history import line_of

    workspace, store = context.workspace, open_store()
    entry = the_entry(workspace, options.value("resume"))
    glossary, entry_id = workspace.home_of(entry)
    suspended = [
        card
        for card, standing in store.standings(glossary).items()
        if card.entry == entry_id and standing.suspended
    ]
    if not suspended:
        raise NothingFound(f"“{entry.title}” is not suspended")
    starts = workspace.configuration.study.day_starts_at
    for card in suspended:
        store.append(line_of("resume", card, now(), starts))
    context.say(f"“{entry.title}” comes again")
    return 0


CHORES: dict[str, Callable[[Context, Options], int]] = {
    "export": _export,
    "import": _import,
    "move": _move,
    "rebuild": _rebuild,
    "leeches": _leeches,
    "suspended": _suspended,
    "resume": _resume,
}
"""What is done to progress as a whole, by the option that asks for it."""
