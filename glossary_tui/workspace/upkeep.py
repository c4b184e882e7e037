"""What follows once a glossary is on the screen: its files are looked at, and read if they changed.

A small glossary is looked at in a thread, a large one by a process of its own, so that keys are
answered meanwhile.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from threading import Thread

import glossary_tui as package
from glossary_tui.errors import GlossaryError
from glossary_tui.workspace.cache.index import StoredGlossary
from glossary_tui.workspace.cache.store import Store
from glossary_tui.workspace.workspace import made_workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from glossary_tui.glossary import Glossary
    from glossary_tui.workspace.cache.store import Opened
    from glossary_tui.workspace.workspace import Workspace

_CODE = """\
import sys
sys.path.append(sys.argv[1])
from glossary_tui.workspace.indexing import main
sys.exit(main())
"""
"""What the process runs, whose only argument is the folder that holds the program."""


class Upkeep:
    """Brings *workspace* up to date behind the screen, once.

    *progress* is told how many files have been read and how many there are; *meanwhile* gets a
    workspace with the first few changes, or with every entry where only some were known, if *done*
    is some way off; *done* gets a newer workspace, or None where there is nothing new. *texts* is
    called last, when the bodies have been read for the search, or will not be. All are called from
    another thread.
    """

    def __init__(
        self,
        workspace: Workspace,
        progress: Callable[[int, int], None],
        done: Callable[[Workspace | None], None],
        *,
        meanwhile: Callable[[Workspace], None] | None = None,
        texts: Callable[[], None] | None = None,
    ) -> None:
        self._workspace = workspace
        self._progress = progress
        self._done = done
        self._meanwhile = meanwhile
        self._texts = texts
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self._is_done = False

    def start(self) -> None:
        """Begin."""
        Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """Give up; nothing is told any more."""
        self._is_stopped = True
        if self._process is not None:
            self._process.kill()

    def _run(self) -> None:
        store = self._workspace.store
        try:
            if store is not None:
                self._look(store)
        except GlossaryError:
            pass  # the folder has gone; what is shown stays
        finally:
            self._finish(None)  # whatever it was: somebody waits for it
        if self._texts is not None and not self._is_stopped:
            self._texts()

    def _finish(self, newer: Workspace | None) -> None:
        """Tell that all is known that there is, if it has not been told."""
        if not self._is_stopped and not self._is_done:
            self._is_done = True
            self._done(newer)

    def _look(self, store: Store) -> None:
        if self._workspace.is_large:
            self._by_process(store)
        else:
            opened = store.open()
            self._finish(None if self._holds(opened.glossary) else self._made(store, opened))

    def _holds(self, glossary: Glossary) -> bool:
        """Whether *glossary*, which is of all files, is what is shown already."""
        # Not what the cache held: another program may have renewed that.
        held = self._workspace
        if held.stored is None or held.is_partial or held.beneath is not None:
            return False
        return isinstance(glossary, StoredGlossary) and held.stored.is_as_new_as(glossary)

    def _by_process(self, store: Store) -> None:
        """Take what another process makes of the files; this one only opens it."""
        if store.is_writable:
            self._from_process(store)
            return
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            elsewhere = Store(store.choice, store.headings, drafts=store.drafts, folder=folder)
            self._from_process(elsewhere)

    def _from_process(self, store: Store) -> None:
        with suppress(OSError, ValueError):  # it cannot be had, or has ended before its time
            self._ask_process(store)
        if not self._is_stopped and not self._is_done:
            self._finish(self._made(store, store.open()))

    def _ask_process(self, store: Store) -> None:
        import subprocess

        from glossary_tui.workspace.indexing import DONE, KEPT, PATCH, TEXT, request

        # Not -m: it would let a folder that one happens to be in say what is imported.
        command = [sys.executable, "-P", "-c", _CODE, os.path.dirname(package.__path__[0])]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(  # noqa: S603 # this program
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        )
        with self._process as process:
            if process.stdin is None or process.stdout is None:
                return
            process.stdin.write(request(store))
            process.stdin.flush()  # and not closed: the process ends when it is, with this one
            # No iteration: it would read ahead, into the bytes that follow a line.
            while line := process.stdout.readline():
                word, *numbers = line.decode().split()
                if word == PATCH:
                    self._take(process.stdout.read(int(numbers[0])))
                elif word == KEPT:
                    self._list_all(store)
                elif word == DONE:
                    self._finish(self._newer(store))
                elif word != TEXT and not self._is_stopped:
                    self._progress(int(word), int(numbers[0]))

    def _list_all(self, store: Store) -> None:
        """Go on with every entry, where only some were known: what is found out of them takes longer."""
        if self._meanwhile is None or self._is_stopped or not self._workspace.is_partial:
            return
        newer = self._made(store, store.open_at_once())
        if newer.awaits_extras:
            newer.await_index()
            newer.searcher.search("a", limit=1)  # makes what it needs here, where nobody waits
            self._meanwhile(newer)

    def _newer(self, store: Store) -> Workspace | None:
        """What the cache holds now, if it is something new."""
        if self._is_stopped:
            return None
        newer = self._made(store, store.open_quickly())
        if self._holds(newer.glossary) and not self._workspace.awaits_extras:
            return None
        newer.searcher.awaits_text = True
        _ = newer.extras  # opened now: what is not to be kept goes with its folder
        return newer

    def _take(self, data: bytes) -> None:
        """Go on with a patch, as long as nothing else is known."""
        from glossary_tui.workspace.cache.patch import read_patch
        from glossary_tui.workspace.overlaying import patched

        if self._meanwhile is None or self._is_stopped:
            return
        try:
            newer = patched(self._workspace, read_patch(data))
        except (ValueError, EOFError, TypeError):  # it was cut short
            return
        if newer is not None:
            self._meanwhile(newer)

    def _made(self, store: Store, opened: Opened) -> Workspace:
        held = self._workspace
        return made_workspace(
            store, opened._replace(is_checked=True), held.configuration, held.reopen
        )
