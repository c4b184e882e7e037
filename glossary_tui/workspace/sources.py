"""The entries of the glossaries that were chosen."""

from __future__ import annotations

from glossary_tui.errors import EntriesNotFound
from glossary_tui.model import Diagnostic
from glossary_tui.reader import ReadResult, read_entries
from glossary_tui.workspace.choosing import PATH_VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary_tui.model import Entry
    from glossary_tui.workspace.choosing import Choice, Source


def read_sources(
    choice: Choice, *, drafts: bool, headings: Mapping[str, Iterable[str]]
) -> ReadResult:
    """The entries of *choice*; of several glossaries with the part they belong to before the id.

    Raises `EntriesNotFound` where nothing can be read. One glossary of several that cannot be
    read is a diagnostic, and the others are shown.
    """
    if not choice.parts:
        return _read(choice.sources[0], drafts=drafts, headings=headings)
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    missing: list[EntriesNotFound] = []
    for part, source in zip(choice.parts, choice.sources, strict=True):
        try:
            result = _read(source, drafts=drafts, headings=headings)
        except EntriesNotFound as error:
            missing.append(error)
            path = source.folders[-1]
            message = f"The glossary {part} is not shown: {error}."
            diagnostics.append(Diagnostic("C004", "warning", path, 0, message))
            continue
        entries += [entry._replace(id=f"{part}/{entry.id}") for entry in result.entries]
        diagnostics += result.diagnostics
    if len(missing) == len(choice.sources):
        raise missing[0]
    return ReadResult(tuple(entries), tuple(diagnostics))


def _read(source: Source, *, drafts: bool, headings: Mapping[str, Iterable[str]]) -> ReadResult:
    try:
        return read_entries(source.folders, drafts=drafts, headings=headings)
    except EntriesNotFound as error:
        if source.name:
            raise EntriesNotFound(f"{error} (a folder of the glossary {source.name})") from error
        if source.origin != PATH_VARIABLE:
            raise
        raise EntriesNotFound(f"{error} (from {PATH_VARIABLE})") from error
