"""What a few changed files make of a glossary that is stored: entries that go, rows that come.

Whoever reads sees an edit before the index of all files has been made anew. Where a change decides
who gets an id that several files claim, or where a redirect leads, there is no patch, and all files
are looked at together.
"""

from __future__ import annotations

from marshal import dumps, loads

from glossary_tui.model import Diagnostic
from glossary_tui.model.fields import ID, PATH
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.remarks import CLAIMS, remark
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.known import MOST
from glossary_tui.workspace.cache.overlay import Overlaid
from glossary_tui.workspace.cache.rows import (
    FOLDED,
    RECORD,
    ROW_ID,
    RowMaker,
    stored_fields,
)
from glossary_tui.workspace.cache.sharing import others_decide, shared_files, shared_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.walk import Found
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.known import Difference
    from glossary_tui.workspace.cache.rows import Row

    Read = Callable[[Found], Reading]


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
    base: StoredGlossary, changes: Difference, read: Read, started: int, remarks: Iterable[Any]
) -> Patch | None:
    """The patch that *changes* make of *base*, about which there were *remarks*.

    *started* is as in `RowMaker.saying`. None where other files have a part in it.
    """
    try:
        return _patch(base, changes, read, started, remarks)
    except Damaged:
        return None


def _patch(
    base: StoredGlossary, changes: Difference, read: Read, started: int, remarks: Iterable[Any]
) -> Patch | None:
    shared = shared_files(base, changes)
    if shared is None:
        return None
    removed = sorted({*shared.values(), *(at for _, at in changes.gone if at >= 0)})
    before = {fields[ID]: fields for fields in map(base.fields, removed)}
    touched = {path for path, _ in changes.gone}
    said = [
        each
        for each in remarks
        if each not in changes.unsaid
        and (each[2] not in touched or (each[2] in shared and each[0] in CLAIMS))
    ]
    said += changes.said
    maker = RowMaker()
    rows: dict[str, Row] = {}
    settled: set[str] = set()
    for found, part in changes.new:
        _, _, row, destination, _, more = maker.saying(read(found), part, started)
        said += [tuple(remark(code, found.path, text, line)) for code, line, text in more]
        if row is not None and found.path in shared:
            entry = base.fields(shared[found.path])
            row = shared_row(entry, changes.alone.get(found.path, entry), row, part, maker)
            settled.add(entry[ID])
        if destination or (row is None and found.path in shared):
            return None
        if row is not None:
            if row[ROW_ID] in rows:
                return None
            rows[row[ROW_ID]] = row
    if others_decide(base, before, rows, settled):
        return None
    ordered = sorted(rows.values(), key=_order)
    paths = touched.union(found.path for found, _ in changes.new)
    of = (len(base), base.mark)
    return Patch(of, tuple(removed), tuple(ordered), tuple(said), tuple(paths))


def patch_to(base: StoredGlossary, rows: Iterable[Row], remarks: Iterable[Any]) -> Patch | None:
    """The patch that makes a glossary of these *rows* of *base*; None where it is a large one.

    For what files make together, once all of them have been looked at.
    """
    after = {row[ROW_ID]: row for row in rows}
    removed: list[int] = []
    added: list[Row] = []
    try:
        for position, entry_id in enumerate(base.ids):
            row = after.pop(entry_id, None)
            if row is None or row[RECORD] != base.record(position):
                removed.append(position)
                if row is not None:
                    added.append(row)
            if len(removed) > MOST:
                return None
        added += after.values()
        if len(added) > MOST:
            return None
        paths = {base.fields(position)[PATH] for position in removed}
    except Damaged:
        return None
    paths.update(stored_fields(row[RECORD])[PATH] for row in added)
    ordered = tuple(sorted(added, key=_order))
    return Patch((len(base), base.mark), tuple(removed), ordered, tuple(remarks), tuple(paths))


def _order(row: Row) -> tuple[str, str]:
    return row[FOLDED], row[ROW_ID]
