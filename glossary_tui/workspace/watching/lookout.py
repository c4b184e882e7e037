"""Who notices that files of a glossary change: told by the system, or looking by turns."""

from __future__ import annotations

import os
from threading import Event, Thread
from time import monotonic

from glossary_tui.reader.conventions import ENDINGS
from glossary_tui.reader.stamp import file_stamp
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.files import are_folders_same
from glossary_tui.workspace.cache.known import KnownFiles
from glossary_tui.workspace.watching import notices as system
from glossary_tui.workspace.watching.notices import Notices, is_elsewhere
from glossary_tui.workspace.watching.sweep import Sweep, changed_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.watching.notices import Notice
    from glossary_tui.workspace.watching.sweep import Changed

_PERIOD = 0.25
"""Seconds between two looks."""
_QUIET, _LONGEST = 0.1, 0.5
"""Seconds for which nothing more may change before it is told; and that are waited for that."""
_FEW, _SLOWLY, _QUICKLY = 10_000, 1_750, 4_000
"""Files up to which a look takes the first number, of more the second: 3 µs each, so 2 and 5 % of a
processor."""
_MOST = 200
"""Files that are told of one by one."""
_FOLDER = system.CREATED | system.DELETED | system.MOVED_FROM | system.MOVED_TO
_ITSELF = (
    system.ITSELF_DELETED | system.ITSELF_MOVED | system.UNMOUNTED | system.NO_LONGER
)  # fmt: skip


class Lookout:
    """Watches the files of *workspace* until it is stopped, in a thread of its own.

    *tell* gets the files that have changed, come or gone, once they have been so for a moment; None
    where all are to be looked at. *ready* is called when nothing goes unnoticed any more.
    """

    def __init__(
        self,
        workspace: Workspace,
        tell: Callable[[frozenset[str] | None], object],
        ready: Callable[[], object],
    ) -> None:
        self._workspace = workspace
        self._tell = tell
        self._ready = ready
        self._is_over = Event()
        self._notices: Notices | None = None
        self._folders: dict[str, Changed | None] = {}
        """When each had changed last before it was listed."""
        self._roots: dict[str, int | None] = {}
        """The inode of each folder of the glossary when it was last watched."""
        self._sweep: Sweep | None = None
        self._swept: object = None
        """The glossary that is swept."""
        self._found: dict[str, Stamp | None] = {}
        """What has changed and is not told yet, as it was when that was noticed."""
        self._is_all = self._must_watch = False
        self._first = self._last = 0.0
        """When the first and the last of it was noticed."""

    def start(self) -> None:
        """Begin."""
        Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """Watch no more; nothing is told any more."""
        self._is_over.set()

    def _run(self) -> None:
        self.watch()
        if self._workspace.is_checked:
            self.compare()
        self._ready()
        try:
            while not self._is_over.is_set():
                self._wait(_QUIET / 2 if self._is_pending else _PERIOD)
                self.step(monotonic())
        finally:
            self._let_go()

    def _wait(self, seconds: float) -> None:
        if self._notices is not None:
            self._notices.wait(seconds)
        else:
            self._is_over.wait(seconds)

    def watch(self) -> None:
        """Watch every folder there is now; where the system tells nothing, remember them."""
        self._let_go()
        self._must_watch = False
        roots = self._workspace.choice.folders
        self._roots = {root: _inode(root) for root in roots}
        try:
            self._notices = None if any(map(is_elsewhere, roots)) else Notices()
            self._watch_folders(roots)
        except OSError:
            self._let_go()
            self._watch_folders(roots)
        if self._sweep is not None:
            self._sweep.folders = self._folders

    def compare(self) -> None:
        """Notice what has changed since the files were looked at, before they were watched."""
        glossary = self._workspace.stored
        if glossary is None or self._workspace.is_partial:
            return
        try:
            known = KnownFiles(glossary.container, glossary.base)
            self._is_all = not are_folders_same(glossary.container)
        except (Damaged, KeyError):
            return
        self._found, _ = Sweep(known, {}).step(len(known))

    def _watch_folders(self, roots: Iterable[str]) -> None:
        self._folders = {}
        for root in roots:
            for folder in _folders(root):
                # Before it is listed: what comes then is noticed.
                if self._notices is not None:
                    self._notices.watch(folder)
                else:
                    self._folders[folder] = changed_at(folder)

    def _let_go(self) -> None:
        if self._notices is not None:
            self._notices.close()
            self._notices = None

    @property
    def _is_pending(self) -> bool:
        return bool(self._found) or self._is_all

    def step(self, now: float) -> None:
        """Notice what has changed until *now*, in seconds; tell it once nothing more does."""
        was_pending = self._is_pending
        told = [*map(self._take, self._notices.read())] if self._notices is not None else []
        if self._are_roots_others() or any(told) or (self._notices is None and self._look()):
            self._last = now
            if not was_pending:
                self._first = now
        if self._is_pending:
            self._settle(now)

    def _are_roots_others(self) -> bool:
        """Notice whether a folder of the glossary has gone, come, or is another one now."""
        now = {root: _inode(root) for root in self._roots}
        if now == self._roots:
            return False
        self._roots = now
        self._must_watch = self._is_all = True
        return True

    def _take(self, notice: Notice) -> bool:
        """Take note of what has happened; whether it matters."""
        name, what = notice.name, notice.what
        if what & (_ITSELF | system.OVERFLOWN):
            self._must_watch = self._is_all = True
        elif name.startswith("."):
            return False
        elif what & system.IS_FOLDER:
            if not what & _FOLDER:
                return False
            self._must_watch = self._is_all = True
        elif name.lower().endswith(ENDINGS):
            path = os.path.join(notice.folder, name)
            self._found[path] = file_stamp(path)
        else:
            return False
        return True

    def _look(self) -> bool:
        """Look at the next files by oneself; whether any of them, or a folder, has changed."""
        if None in self._roots.values():
            return False  # there is nothing to look at
        glossary = self._workspace.stored
        base = glossary.base if glossary is not None and not self._workspace.is_partial else None
        if self._sweep is None or base is not self._swept:
            try:
                known = KnownFiles(base.container, base) if base is not None else None
            except (Damaged, KeyError):
                known = None
            self._sweep, self._swept = Sweep(known, self._folders), base
        number = len(self._sweep)
        files, folders = self._sweep.step(_SLOWLY if number <= _FEW else _QUICKLY)
        self._found.update(files)
        if folders:
            self._must_watch = self._is_all = True
        return folders or bool(files)

    def _settle(self, now: float) -> None:
        """Tell what has been noticed, if it has stayed so, or changes for too long already."""
        is_late = now - self._first >= _LONGEST
        if now - self._last < _QUIET and not is_late:
            return
        for path, stamp in self._found.items():
            present = file_stamp(path)
            if present != stamp:
                self._found[path] = present
                self._last = now
        if self._last == now and not is_late:
            return
        paths = None if self._is_all or len(self._found) > _MOST else frozenset(self._found)
        self._found, self._is_all = {}, False
        if self._must_watch:
            self.watch()
        if not self._is_over.is_set():
            self._tell(paths)


def _inode(path: str) -> int | None:
    found = changed_at(path)
    return found[1] if found is not None else None


def _folders(root: str) -> Iterator[str]:
    """The folders that are read of *root*: itself, and those below it; of a file that it lies in."""
    if os.path.isfile(root):
        yield os.path.dirname(root)
        return
    below = [root]
    while below:
        folder = below.pop()
        yield folder
        try:
            with os.scandir(folder) as listing:
                below += [
                    item.path
                    for item in listing
                    if not item.name.startswith(".") and item.is_dir(follow_symlinks=False)
                ]
        except OSError:
            continue
