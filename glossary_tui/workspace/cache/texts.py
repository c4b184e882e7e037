"""The words of the bodies of a large glossary, kept from run to run.

A database holds them as they were when it was made; a small container beside it says which row is
which entry now. So a few changed files cost a few readings, and the database is made anew only when
many have changed. The container is checked as every other. The database is used as long as nobody
has written to it since, and says itself of which container it is; before it is used for another
state of the files it is compared with its checksum.
"""

from __future__ import annotations

import os
from array import array
from contextlib import suppress
from marshal import dumps
from zlib import crc32

from glossary_tui.reader.stamp import file_stamp
from glossary_tui.workspace.cache.container import Container, Damaged, is_own, write
from glossary_tui.workspace.cache.rows import STAMP_SIZE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from glossary_tui.search.kept_text import Kept
    from glossary_tui.workspace.cache.index import StoredGlossary

_MOST_OTHERS = 0.02
"""The share of the entries that may be missing from a database before it is made anew."""
_FORMAT = 2
"""What the database holds, and how: another number makes it anew."""
_CHECKED = 1 << 20
"""Bytes of a database that are checked at once."""


class Texts:
    """What is kept at *base* of the bodies of the glossaries of *key*."""

    def __init__(self, base: str, key: str) -> None:
        self._key = f"{key} {_FORMAT}"
        self._database = f"{base}.text"
        self._place = f"{base}.words"

    def of(self, glossary: StoredGlossary) -> Kept | None:
        """What is kept of *glossary*, if it is of this one."""
        from glossary_tui.search.kept_text import Kept

        container = Container.open(self._place, self._key_of(glossary))
        if container is None or not is_own(self._database):
            return None
        try:
            token, stamp, _ = container.loaded("about")
            if file_stamp(self._database) != stamp:
                return None
            positions = array("i", container.part("positions"))
            return Kept(self._database, token, positions, array("i", container.part("others")))
        except (Damaged, ValueError):
            return None

    def keep(self, glossary: StoredGlossary, order: Callable[[], Sequence[int]]) -> bool:
        """Keep the bodies of *glossary*, those first that *order* gives first; whether they are.

        What is kept already is used as far as it goes.
        """
        try:
            return (
                self.of(glossary) is not None
                or self._renew(glossary)
                or self._make(glossary, order())
            )
        except (OSError, Damaged):
            return False

    def _key_of(self, glossary: StoredGlossary) -> str:
        # Not the mark: it is the same where only bodies have changed.
        return repr((self._key, len(glossary), glossary.container.checksum("records")))

    def _renew(self, glossary: StoredGlossary) -> bool:
        """Say which row of the database is which entry now; False where it is better made anew."""
        container = Container.open(self._place, None)
        if container is None or container.loaded("key") != self._key:
            return False
        token, _, checksum = container.loaded("about")
        if not is_own(self._database) or _checksum(self._database) != checksum:
            return False
        ids, stamps = container.loaded("ids"), container.part("stamps")
        rows = {entry: row for row, entry in enumerate(zip(ids, _parted(stamps), strict=True))}
        positions, others = array("i", [-1]) * len(rows), array("i")
        for position in range(len(glossary)):
            row = rows.get(_entry(glossary, position))
            if row is None:
                others.append(position)
            else:
                positions[row] = position
        if len(others) > _MOST_OTHERS * len(glossary):
            return False
        was = {"ids": dumps(ids), "stamps": stamps}
        return self._write(glossary, (token, checksum), positions, others, was)

    def _make(self, glossary: StoredGlossary, order: Sequence[int]) -> bool:
        """Read every body."""
        from glossary_tui.glossary.records import Chosen
        from glossary_tui.search.kept_text import keep_text

        _clear(self._database)
        draft, token = f"{self._database}.{os.getpid()}", os.urandom(8).hex()
        entries = [_entry(glossary, position) for position in order]
        try:
            os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            keep_text(Chosen(glossary.entries, order), draft, token)
            about = (token, _checksum(draft))
            os.replace(draft, self._database)
        except OSError:
            with suppress(OSError):
                os.unlink(draft)
            return False
        was = {
            "ids": dumps([entry_id for entry_id, _ in entries]),
            "stamps": b"".join([stamp for _, stamp in entries]),
        }
        return self._write(glossary, about, array("i", order), array("i"), was)

    def _write(
        self,
        glossary: StoredGlossary,
        about: tuple[str, int],
        positions: array[int],
        others: array[int],
        was: Mapping[str, bytes],
    ) -> bool:
        token, checksum = about
        parts = {
            "key": dumps(self._key),
            "about": dumps((token, file_stamp(self._database), checksum)),
            "positions": positions.tobytes(),
            "others": others.tobytes(),
            **was,
        }
        return write(self._place, self._key_of(glossary), parts)


def _entry(glossary: StoredGlossary, position: int) -> tuple[str, bytes]:
    """What tells an entry and the state of its file. Raises `Damaged`."""
    return glossary.fields(position)[0], glossary.record(position)[:STAMP_SIZE]


def _parted(stamps: bytes) -> list[bytes]:
    return [stamps[at : at + STAMP_SIZE] for at in range(0, len(stamps), STAMP_SIZE)]


def _checksum(path: str) -> int:
    """The checksum of what is in the file at *path*."""
    checksum = 0
    with open(path, "rb", buffering=0) as file:
        while data := file.read(_CHECKED):
            checksum = crc32(data, checksum)
    return checksum


def _clear(path: str) -> None:
    """Remove what processes that ended too early have left of the file at *path*."""
    folder, name = os.path.split(path)
    with suppress(OSError):
        for draft in os.listdir(folder):
            number = draft.removeprefix(f"{name}.")
            if draft.startswith(f"{name}.") and number.isdigit() and not _is_running(int(number)):
                os.unlink(os.path.join(folder, draft))


def _is_running(process: int) -> bool:
    if os.name == "nt":  # where asking would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
