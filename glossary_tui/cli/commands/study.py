"""`glossary study`: the study screen, a dialogue, and what keeps progress in order."""

from __future__ import annotations

from glossary_tui.cli.finding import the_entry
from glossary_tui.cli.streams import has_keyboard, standard_input
from glossary_tui.errors import NothingFound, StudyUnavailable, TextUnreadable, WrongUsage
from glossary_tui.text.counting import counted
from glossary_tui.workspace.studying import StudyWish

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.cli.context import Context
    from glossary_tui.cli.opening import OpenTui
    from glossary_tui.cli.options import Options
    from glossary_tui.study.card import TermId
    from glossary_tui.study.store import Store


def run(context: Context, options: Options) -> int | OpenTui:
    """Study, or do one of the things that are done to progress as a whole."""
    chores: dict[str, Callable[[Context, Options], int]] = {
        "export": _export,
        "import": _import,
        "move": _move,
        "rebuild": _rebuild,
        "leeches": _leeches,
        "suspended": _suspended,
        "resume": _resume,
    }
    asked = [name for name in chores if options.flag(name)]
    if len(asked) > 1:
        raise WrongUsage(f"--{asked[0]} and --{asked[1]} are two things; ask for one at a time")
    if options.flag("to") and asked != ["move"]:
        raise WrongUsage("--to says where --move moves to; see glossary study --help")
    if asked:
        return chores[asked[0]](context, options)
    wish = _wish(options)
    if context.output.is_drawable and has_keyboard() and not options.flag("plain"):
        return context.open_tui()._replace(screen="study", study=wish)
    return _dialogue(context, wish)


def _wish(options: Options) -> StudyWish:
    from glossary_tui.workspace.studying import bookmarks, recent_terms

    sources = [name for name in ("around", "bookmarks", "recent") if options.flag(name)]
    if len(sources) > 1:
        raise WrongUsage(f"--{sources[0]} and --{sources[1]} exclude each other")
    only: tuple[TermId, ...] | None = None
    if sources == ["bookmarks"]:
        only = bookmarks()
    elif sources == ["recent"]:
        only = recent_terms()
    return StudyWish(
        tuple(dict.fromkeys(options.values("kind"))),  # type: ignore[arg-type] # checked as choices
        options.value("around"),
        options.values("tag"),
        only,
        options.flag("cram"),
    )


def _dialogue(context: Context, wish: StudyWish) -> int:
    from glossary_tui.cli.dialogue import Dialogue, agrees_to_unsaved, now
    from glossary_tui.cli.study_text import summary_text
    from glossary_tui.paths import study_file
    from glossary_tui.study.copies import unsaved_store
    from glossary_tui.workspace.studying import open_session, open_store

    workspace, output = context.workspace, context.output
    try:
        session = open_session(workspace, wish, open_store(), now())
    except StudyUnavailable as error:
        if not agrees_to_unsaved(str(error), output):
            raise
        session = open_session(workspace, wish, unsaved_store(study_file()), now())
    if session.current is None and not session.plan.terms:
        raise NothingFound("There is nothing to study here: no term is meant")
    Dialogue(session, output, context.columns).run()
    output.write(summary_text(session, session.summary(now()), now()))
    return 0


def _store() -> Store:
    from glossary_tui.workspace.studying import open_store

    return open_store()


def _store_to_read() -> Store:
    from glossary_tui.workspace.studying import read_store

    return read_store()


def _export(context: Context, options: Options) -> int:
    from glossary_tui.paths import replace_file
    from glossary_tui.study.transfer import exported

    path = options.value("export")
    records = _store_to_read().records()
    text = exported(records)
    if path == "-":
        context.output.write(text)
        return 0
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise TextUnreadable(f"{path}: {error.strerror}; nothing was exported") from error
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
    added = _store().add(records)
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
    store = _store()
    there = store.glossaries()
    if old not in there:
        names = "".join(f"\n  {name}  ({count} cards)" for name, count in there.items())
        raise NothingFound(f"There is no progress under “{old}”. There is:{names or ' none'}")
    starts = context.workspace.configuration.study.day_starts_at
    store.move(move(CardId(old, "", "meaning"), new, now(), starts))
    context.say(f"{counted(there[old], 'card')} moved from {old} to {new}")
    return 0


def _rebuild(context: Context, _options: Options) -> int:
    changed = _store().rebuild()
    context.say(f"Every card was derived from the log again; {changed or 'none'} had to change")
    return 0


def _leeches(context: Context, _options: Options) -> int:
    from glossary_tui.study.statistics import LEECH

    return _titles(context, lambda standing: standing.lapses >= LEECH, "There are no leeches")


def _suspended(context: Context, _options: Options) -> int:
    return _titles(context, lambda standing: standing.suspended, "No term is suspended")


def _titles(context: Context, wanted: Callable[..., bool], none: str) -> int:
    """Print the titles of the terms with a card that is *wanted*."""
    from glossary_tui.workspace.studying import glossaries_of

    workspace, store = context.workspace, _store_to_read()
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

    workspace, store = context.workspace, _store()
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
