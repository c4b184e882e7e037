"""The files of the glossaries that were chosen, and the entries that they make together."""

from __future__ import annotations

from glossary_tui.errors import EntriesNotFound
from glossary_tui.model import Diagnostic
from glossary_tui.model.record import NamedTuple
from glossary_tui.workspace.choosing import PATH_VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary_tui.model import Entry
    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.walk import Listing
    from glossary_tui.workspace.choosing import Choice, Source


class ListedSource(NamedTuple):
    """The files of one glossary, not read yet."""

    part: str
    """What goes before the ids of its entries; '' where it is alone."""
    listings: tuple[Listing, ...]
    """Its folders, in order."""
    remarks: tuple[Diagnostic, ...] = ()
    """Why it is not shown, if it is not."""


class JoinedSources(NamedTuple):
    """What the files of all glossaries make."""

    entries: tuple[Entry, ...]
    """Every entry under the id that it has here."""
    diagnostics: tuple[Diagnostic, ...]
    """What there is to say about the files."""
    places: dict[int, int]
    """Of each entry as its own file makes it, by identity, its index in `entries`."""


def list_sources(choice: Choice, limit: int = 0) -> list[ListedSource]:
    """The files of *choice*; with *limit*, about so many of each folder.

    Raises `EntriesNotFound` where nothing can be read. One glossary of several that cannot be
    read is a diagnostic, and the others are shown.
    """
    if not choice.parts:
        return [ListedSource("", _listings(choice.sources[0], limit))]
    listed: list[ListedSource] = []
    missing: list[EntriesNotFound] = []
    for part, source in zip(choice.parts, choice.sources, strict=True):
        try:
            listed.append(ListedSource(part, _listings(source, limit)))
        except EntriesNotFound as error:
            missing.append(error)
            message = f"The glossary {part} is not shown: {error}."
            remark = Diagnostic("C004", "warning", source.folders[-1], 0, message)
            listed.append(ListedSource(part, (), (remark,)))
    if len(missing) == len(choice.sources):
        raise missing[0]
    return listed


def join_sources(
    listed: Sequence[ListedSource], readings: Sequence[Iterable[Reading]]
) -> JoinedSources:
    """The entries of all glossaries; *readings* are what the files of each folder say, in order."""
    from glossary_tui.reader.directory import joined

    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    places: dict[int, int] = {}
    waiting = iter(readings)
    for part, listings, remarks in listed:
        diagnostics += remarks
        folders = [(listing.remarks, next(waiting)) for listing in listings]
        found = joined(folders)
        diagnostics += found.diagnostics
        places |= {id(entry): at for at, entry in enumerate(found.entries, len(entries))}
        if part:
            entries += [entry._replace(id=f"{part}/{entry.id}") for entry in found.entries]
        else:
            entries += found.entries
    return JoinedSources(tuple(entries), tuple(diagnostics), places)


def _listings(source: Source, limit: int) -> tuple[Listing, ...]:
    from glossary_tui.reader.directory import list_files

    try:
        return tuple(list_files(folder, limit) for folder in source.folders)
    except EntriesNotFound as error:
        if source.name:
            raise EntriesNotFound(f"{error} (a folder of the glossary {source.name})") from error
        if source.origin != PATH_VARIABLE:
            raise
        raise EntriesNotFound(f"{error} (from {PATH_VARIABLE})") from error
