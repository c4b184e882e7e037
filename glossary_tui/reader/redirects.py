"""Redirect stubs: files that say where a term is now. Their names lead to their destination."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import REDIRECT_KEYS, REDIRECT_LAYOUTS
from glossary_tui.reader.remarks import remark
from glossary_tui.reader.values import scalar
from glossary_tui.text.fold import squash
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.model import Diagnostic, Entry
    from glossary_tui.reader.document import Document


class Stub(NamedTuple):
    """A redirect, as an entry of its own until its destination is found."""

    entry: Entry
    """What it would be if it led nowhere."""
    destination: str
    """Where it leads, as written."""
    titled: bool
    """Whether its title is its author's: a name of the term, and not only of the file."""


def destination(document: Document) -> str:
    """Where *document* sends its reader, or '' if it is no redirect.

    A layout says that it is one; without it, only a file without text may be.
    """
    layout = document.keys.get("layout")
    if isinstance(layout, str) and layout.lower() in REDIRECT_LAYOUTS:
        return scalar(document.keys, REDIRECT_KEYS)
    if not document.is_empty:
        return ""
    return scalar(document.keys, (key for key in REDIRECT_KEYS if key.startswith("redirect")))


def merge(entries: dict[str, Entry], stubs: list[Stub]) -> list[Diagnostic]:
    """Give the names of *stubs* to the *entries* that they lead to; what is to be said about it.

    A stub may lead to another. One whose destination is not here becomes an entry.
    """
    if not stubs:
        return []
    leads = _names(entries, stubs)
    by_id = {stub.entry.id: stub for stub in stubs}
    remarks = []
    for stub in stubs:
        seen = {stub.entry.id}
        found = _find(leads, stub.destination)
        while found in by_id and found not in seen and found not in entries:
            seen.add(found)
            found = _find(leads, by_id[found].destination)
        target = entries.get(found)
        if target is None or found in seen:
            entries[stub.entry.id] = stub.entry
            message = f"The redirect leads to {stub.destination!r}, which is not here."
            remarks.append(remark("G019", stub.entry.path, message, 1))
            continue
        entries[found] = _with_names(target, stub)
        message = f"The redirect's names lead to {found}."
        remarks.append(remark("G018", stub.entry.path, message, 1))
    return remarks


def _with_names(entry: Entry, stub: Stub) -> Entry:
    names = dict.fromkeys(entry.aliases)
    if stub.titled and stub.entry.title != entry.title:
        names[stub.entry.title] = None
    names |= dict.fromkeys(stub.entry.aliases)
    paths = dict.fromkeys((*entry.old_paths, stub.entry.id, *stub.entry.old_paths))
    return entry._replace(aliases=tuple(names), old_paths=tuple(paths))


def names_for_destinations(entry: Entry) -> tuple[set[str], set[str]]:
    """The names by which a redirect may lead to *entry*: of its file, and of its term."""
    paths = {entry.stem, *entry.old_paths, squash(entry.id), squash(entry.stem)}
    return paths, {squash(name) for name in (entry.title, *entry.aliases)}


def names_tried(target: str) -> Iterator[str]:
    """The names that a redirect to *target* leads by, the first of them that something has."""
    path = path_of(target)
    while path:
        yield path
        yield squash(path)
        path = path.partition("/")[2]
    yield squash(target)


def _names(entries: dict[str, Entry], stubs: list[Stub]) -> dict[str, str]:
    """Every name that a destination may use, and the id that it means; ids come first."""
    found: dict[str, str] = {}
    everything = [*entries.values(), *(stub.entry for stub in stubs)]
    for entry in everything:
        found.setdefault(entry.id, entry.id)
    names = [(entry.id, *names_for_destinations(entry)) for entry in everything]
    for entry_id, paths, _ in names:
        for path in paths:
            found.setdefault(path, entry_id)
    for entry_id, _, titles in names:
        for title in titles:
            found.setdefault(title, entry_id)
    return found


def _find(names: dict[str, str], target: str) -> str:
    return next(filter(None, map(names.get, names_tried(target))), "")
