"""The files of the glossaries that were chosen, and the entries that they make together."""

from __future__ import annotations

from glossary_tui.errors import EntriesNotFound
from glossary_tui.model import Diagnostic
from glossary_tui.model.record import NamedTuple
from glossary_tui.workspace.choosing import PATH_VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.model import Entry
    from glossary_tui.model.fields import Load
    from glossary_tui.reader.directory import FileSays
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

    entries: list[tuple[int, Entry | None, str]]
    """Of each entry the number of its file among all files; the entry where it is another than the
    file makes it, else None; and the glossary that it is from, which is not in its id yet."""
    diagnostics: tuple[Diagnostic, ...]
    """What there is to say about the files."""


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
    listed: Sequence[ListedSource], files: Sequence[FileSays], load: Load
) -> JoinedSources:
    """The entries of all glossaries; *files* is what their files say, in order."""
    from glossary_tui.reader.directory import joined

    entries: list[tuple[int, Entry | None, str]] = []
    diagnostics: list[Diagnostic] = []
    first = start = 0
    for part, listings, remarks in listed:
        diagnostics += remarks
        folders = []
        for listing in listings:
            folders.append((listing.remarks, files[first : first + len(listing.files)]))
            first += len(listing.files)
        found = joined(folders, load)
        diagnostics += found.diagnostics
        entries += [(start + number, changed, part) for number, changed in found.entries]
        start = first
    return JoinedSources(entries, tuple(diagnostics))


def _listings(source: Source, limit: int) -> tuple[Listing, ...]:
    from glossary_tui.reader.directory import list_files

    try:
        return tuple(list_files(folder, limit) for folder in source.folders)
    except EntriesNotFound as error:
        if source.name:
            said = f"{error} (a folder of the glossary {source.name})"
            raise EntriesNotFound(said, error.folder) from error
        if source.origin != PATH_VARIABLE:
            raise
        raise EntriesNotFound(f"{error} (from {PATH_VARIABLE})", error.folder) from error
