"""A process that brings the cache of a large glossary up to date, so that nobody waits for it.

It is told what to read on standard input, and ends when that is closed. On standard output it tells
how far it is. A line of two numbers says how many files of how many have been read; `patch` and a
number, that so many bytes follow, which say what a few changed files come to; `kept`, that the cache
holds the entries; `done`, that links and search have been indexed as well; `text`, that the bodies
have been read too. Run by `upkeep`.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
from functools import partial
from threading import Thread

from glossary_tui.errors import GlossaryError
from glossary_tui.workspace.cache.store import Store
from glossary_tui.workspace.choosing import Choice, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from glossary_tui.workspace.cache.patch import Patch
    from glossary_tui.workspace.cache.store import Opened

PATCH, KEPT, DONE, TEXT = "patch", "kept", "done", "text"
"""What the lines that are not about progress begin with."""
_LENGTH = 4
"""Bytes that say how long a request is."""
_NICE = 5
"""How far it steps back behind what somebody waits for."""


def request(store: Store) -> bytes:
    """What the process is to be told so that it works for *store*."""
    sources = [tuple(source) for source in store.choice.sources]
    headings = {role: tuple(words) for role, words in (store.headings or {}).items()}
    data = marshal.dumps((sources, headings, store.drafts, store.folder))
    return len(data).to_bytes(_LENGTH, "little") + data


def _asked() -> bytes:
    """The request on standard input, which stays open."""
    read = sys.stdin.buffer.read
    return read(int.from_bytes(read(_LENGTH), "little"))


def _end_with_the_asker() -> None:
    """End when standard input is closed: whoever asked has gone, however that was."""
    # Not the file: a thread that waits in a file keeps the process from ending by itself.
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def _store(asked: bytes) -> Store:
    sources, headings, drafts, folder = marshal.loads(asked)  # noqa: S302 # from our own parent
    return Store(
        Choice(tuple(Source(*each) for each in sources)), headings, drafts=drafts, folder=folder
    )


def main() -> int:
    """Do what standard input asks for."""
    store = _store(_asked())
    if hasattr(os, "nice"):
        os.nice(_NICE)
    gc.disable()
    try:
        opened = _opened(store)
        store.worked_out.write_extras(opened.glossary)
    except GlossaryError:
        return GlossaryError.exit_code
    _tell(DONE)
    # Not before: copies of this process did their part, which must have no threads.
    Thread(target=_end_with_the_asker, daemon=True).start()
    if not store.folder:  # what lies elsewhere is not kept
        store.worked_out.keep_order(opened.glossary)
        store.worked_out.keep_text(opened.glossary)
    _tell(TEXT)
    return 0


def _opened(store: Store) -> Opened:
    """The glossary as it is now. Raises GlossaryError.

    A copy of this process reads it, where there can be one: what that takes, which is as much again as
    links and search do, goes with it.
    """
    if hasattr(os, "fork") and sys.platform != "darwin":
        pid = os.fork()
        if pid == 0:
            _read(store, os.getppid())
        if os.waitpid(pid, 0)[1] == 0:
            return store.open_quickly()
    return store.open(_tell, _send, partial(_tell, KEPT))


def _read(store: Store, asker: int) -> NoReturn:
    """Bring the cache up to date and end, without an error only if that has been done."""
    status = 1

    def tell(read: int, total: int) -> None:
        if os.getppid() != asker:
            os._exit(1)  # nobody waits for it any more
        _tell(read, total)

    def kept() -> None:
        nonlocal status
        status = 0
        _tell(KEPT)

    try:
        store.open(tell, _send, kept)
    finally:
        os._exit(status)


def _send(patch: Patch) -> None:
    data = patch.written()
    _tell(PATCH, len(data))
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _tell(*words: Any) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()
