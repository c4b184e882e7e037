"""Changed files laid over what is known, in a thread: the keys do not wait for it."""

from __future__ import annotations

from copy import copy
from functools import partial

from glossary_tui.tui.screens.following import Following

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.workspace import Workspace


class Laying(Following):
    """A desk that goes on with a few changed files at once, before all are put together anew."""

    _unlaid: frozenset[str] = frozenset()
    """The files that have changed, and are not laid over yet."""
    _since: frozenset[str] = frozenset()
    """Those that have changed since it was last begun to look at all files."""
    _newer: Workspace | None = None
    """What has been made of all files, to be gone on with."""
    _is_laying = False
    _is_begun = False
    """Whether the first screen stands: it does not wait for this."""

    def nothing_goes_unnoticed(self) -> None:
        """Look at the files, and go on with those that have changed already."""
        super().nothing_goes_unnoticed()
        self._is_begun = True
        self._lay()

    def files_changed(self, paths: Iterable[str] | None) -> None:
        """Go on with what the files at *paths* say now; None where all are to be looked at."""
        if paths is None:
            self.follow_again()
            return
        self._unlaid = self._unlaid.union(paths)
        self._since = self._since.union(paths)
        self._lay()

    def _look(self) -> None:
        self._since = self._unlaid
        super()._look()

    def take(self, newer: Workspace) -> None:
        """Go on with *newer*, and with what has changed since its files were looked at."""
        self._newer = newer
        self._lay()

    def _lay(self) -> None:
        """Begin, if there is something to lay over, and nothing is being laid."""
        is_ripe = self._is_begun and not self.workspace.is_partial
        is_wanted = self._newer is not None or (self._unlaid and is_ripe)
        if self._is_laying or not is_wanted:
            return
        self._is_laying = True
        # A copy: a thread sees one state of it, whatever becomes of it meanwhile.
        held = self._newer or copy(self.workspace)
        is_own = self._newer is None
        paths = self._unlaid if is_own else self._unlaid | self._since
        self._newer, self._unlaid = None, frozenset()
        act = partial(self._lay_aside, held, paths, is_own=is_own)
        self.run_worker(act, thread=True, group="laying")

    def _lay_aside(self, held: Workspace, paths: frozenset[str], *, is_own: bool) -> None:
        from glossary_tui.workspace.overlaying import changed

        newer = changed(held, paths) if paths else held
        # Now, and not when the first key asks for it.
        (newer or held).graph.prepare()
        # Posted, not waited for: a thread that waits would keep a program that ends from ending.
        self.call_later(partial(self._laid, held, newer, paths, is_own=is_own))

    def _laid(
        self, held: Workspace, newer: Workspace | None, paths: frozenset[str], *, is_own: bool
    ) -> None:
        self._is_laying = False
        is_past = is_own and held.glossary is not self.workspace.glossary
        if self._newer is not None or is_past:
            self._unlaid |= paths  # something newer has come: that is gone on with
        elif newer is not held or not is_own:
            if newer is not None or not is_own:
                super().take(newer or held)
            if newer is not held:
                self.follow_again()
        self._lay()
