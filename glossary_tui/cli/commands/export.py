"""`glossary export`: the entries for other programs."""

from __future__ import annotations

from glossary_tui.cli.differences import shown_path
from glossary_tui.cli.output import json_text
from glossary_tui.cli.saving import save
from glossary_tui.errors import EntryUnreadable, NothingFound
from glossary_tui.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.model import Entry
    from glossary_tui.workspace import Workspace


def run(context: Context, options: Options) -> int:
    """Write a deck for Anki, a table, or JSON, of all entries or of those that are meant."""
    kind, path = options.argument(0), options.argument(1)
    workspace = context.workspace
    entries = _meant(workspace, options)
    if kind == "anki":
        path = path or f"{workspace.name.replace('/', '-')}.apkg"
        return _deck(context, entries, path)
    if kind == "json":
        data = list(_data(workspace, entries))
        if path in ("", "-"):
            context.output.json(data)
            return 0
        text = json_text(data)
    else:
        from glossary_tui.study.notes import tsv
        from glossary_tui.workspace.exporting import notes_of

        text = tsv(notes_of(workspace, entries))
        if path in ("", "-"):
            context.output.write(text)
            return 0
    save(path, text)
    context.say(f"glossary: {shown_path(path)}: {counted(len(entries), 'entry', 'entries')}")
    return 0


def _meant(workspace: Workspace, options: Options) -> Sequence[Entry]:
    """The entries with all the tags; of the bookmarks, if only those are wanted."""
    from glossary_tui.workspace.studying import StudyWish, bookmarks, entries_meant

    only = bookmarks() if options.flag("bookmarks") else None
    wish = StudyWish(tags=options.values("tag"), only=only)
    entries = entries_meant(workspace, wish, workspace.glossary.entries)
    if not entries and (wish.tags or options.flag("bookmarks")):
        raise NothingFound("There is nothing to export: no entry is meant")
    return entries


def _deck(context: Context, entries: Sequence[Entry], path: str) -> int:
    from glossary_tui.study.anki import write_deck
    from glossary_tui.workspace.exporting import notes_of

    workspace = context.workspace
    count = write_deck(notes_of(workspace, entries), path, f"Glossary: {workspace.name}")
    context.say(f"glossary: {shown_path(path)}: {counted(count, 'note')}")
    return 0


def _data(workspace: Workspace, entries: Sequence[Entry]) -> Iterator[dict[str, object]]:
    """What `show --json` prints of each entry; of one whose file has gone nothing."""
    from glossary_tui.cli.schemas import entry_data

    for entry in entries:
        try:
            yield entry_data(workspace, entry, "all")
        except EntryUnreadable:
            continue
