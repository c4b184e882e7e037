"""What a few changed files make of a glossary that is stored: entries that go, rows that come.

Whoever reads sees an edit before the index of all files has been made anew.
"""

from __future__ import annotations

from marshal import dumps, loads
from operator import itemgetter

from glossary_tui.model import Diagnostic
from glossary_tui.model.fields import ID
from glossary_tui.model.record import NamedTuple
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.overlay import Overlaid
from glossary_tui.workspace.cache.rejoining import rejoined
from glossary_tui.workspace.cache.rows import (
    FOLDED,
    RECORD,
    ROW_ID,
    FileRow,
    RowMaker,
    stored_fields,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.found import Found
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.known import KnownFiles
    from glossary_tui.workspace.cache.known_folder import Difference
    from glossary_tui.workspace.cache.rows import Row


class Patch(NamedTuple):
    """What becomes of a stored glossary."""

    of: tuple[int, int]
    """How many entries the glossary has that it is for, and its mark."""
    removed: tuple[int, ...]
    """The positions of its entries that go, or come back as rows; ascending."""
    rows: tuple[Row, ...]
    """Those that come, in the order of a glossary."""
    remarks: tuple[tuple[Any, ...], ...]
    """All that there is to say about the files, then."""
    paths: tuple[str, ...]
    """The files that it comes from."""

    def written(self) -> bytes:
        """The patch for another process."""
        return dumps(tuple(self))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The remarks."""
        return tuple(Diagnostic(*each) for each in self.remarks)

    def applied(self, base: StoredGlossary) -> Overlaid | None:
        """The glossary that it makes of *base*; None where it is for another one."""
        if self.of != (len(base), base.mark):
            return None
        return Overlaid(base, self.removed, self.rows)


def read_patch(data: bytes) -> Patch:
    """The patch that was `written`."""
    return Patch(*loads(data))  # noqa: S302 # from a process of ours


def patch_of(
    known: KnownFiles,
    changes: Difference,
    read: Callable[[Found], Reading],
    started: int,
    remarks: Iterable[Any],
) -> Patch | None:
    """The patch that *changes* of *known* files make of their glossary.

    *remarks* is what there was to say about it, *started* is as in `RowMaker.saying`. None where
    only a look at all files can tell.
    """
    maker, base, parts = RowMaker(), known.glossary, known.parts
    files = [
        (folder, FileRow(found, *maker.saying(read(found), parts[folder], started)))
        for folder, found in changes.new
    ]
    try:
        found = rejoined(known, changes, files, maker)
        if found is None:
            return None
        removed, rows = set(found.removed), dict(found.rows)
        for position in found.removed:
            record = base.record(position)
            entry_id = stored_fields(record)[ID]
            if entry_id in rows and rows[entry_id][RECORD] == record:  # as it was
                removed.remove(position)
                del rows[entry_id]
    except Damaged:
        return None
    said = [each for each in remarks if each not in changes.unsaid and each[2] not in found.paths]
    return Patch(
        (len(base), base.mark),
        tuple(sorted(removed)),
        tuple(sorted(rows.values(), key=itemgetter(FOLDED, ROW_ID))),
        (*said, *found.remarks, *changes.said),
        tuple({*(path for _, path, _ in changes.gone), *(each.path for _, each in changes.new)}),
    )
