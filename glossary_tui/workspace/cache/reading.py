"""The files of a glossary, read into rows."""

from __future__ import annotations

from operator import itemgetter

from glossary_tui.workspace.cache.building import FilesRead
from glossary_tui.workspace.cache.crew import Crew
from glossary_tui.workspace.cache.names import index_of, names_told
from glossary_tui.workspace.cache.rows import FOLDED, HASHES, ROW_ID, FileRow, RowMaker, joined_rows
from glossary_tui.workspace.sources import join_sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.model.fields import Load
    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.found import Found
    from glossary_tui.workspace.cache.known import KnownFiles
    from glossary_tui.workspace.cache.rows import Saying
    from glossary_tui.workspace.sources import ListedSource

    Read = Callable[[Found], Reading]


def read_files(
    listed: list[ListedSource],
    known: KnownFiles | None,
    read: Read,
    load: Load,
    started: int,
    *,
    tell: Callable[[int, int], None] | None = None,
) -> FilesRead:
    """What the files of *listed* say; those that are *known* and have not changed are not *read*.

    *load* is what entries read their sections with, *started* as in `RowMaker.saying`; *tell* is
    told how many files have been read, of how many.
    """
    maker = RowMaker()
    every = [
        (found, part)
        for part, listings, _ in listed
        for listing in listings
        for found in listing.files
    ]

    def sayings(numbers: range) -> list[Saying]:
        chosen = every[numbers.start : numbers.stop]
        if known is None:
            return maker.sayings([(read(found), part) for found, part in chosen], started)
        return [
            known.saying(found, part, maker) or maker.saying(read(found), part, started)
            for found, part in chosen
        ]

    crew = Crew(sayings, len(every), index_of)
    make = tuple.__new__  # at half of what the record's own constructor costs
    files = [
        make(FileRow, (found, *said))
        for (found, _), said in zip(every, crew.done(tell), strict=True)
    ]
    joined = join_sources(listed, files, load)
    found = joined_rows(joined.entries, files, maker).values()
    rows = sorted(found, key=itemgetter(FOLDED, ROW_ID))
    return FilesRead(listed, files, joined, rows, crew.aside(names_told([r[HASHES] for r in rows])))
