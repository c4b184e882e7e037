"""The file of the entry that is shown, watched: what changes on the disk changes on the screen."""

from __future__ import annotations

import os

from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.screens.following import Following
from glossary_tui.tui.widgets.views import stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.tui.widgets.views import Stamp

_PERIOD = 0.5
"""Seconds between two looks at the file."""


class Watching(Following):
    """A desk whose entry is shown anew when its file is written."""

    _unsettled: Stamp | None = None
    """How the file looked last, if that is not what is shown: it may be being written."""
    _told_of = ""
    """The file that the reader was told is gone."""

    def on_mount(self) -> None:
        """Begin to watch."""
        self.set_interval(_PERIOD, self.watch_file)

    def watch_file(self) -> None:
        """Look at the file; show the entry anew once it has changed and then stayed the same."""
        entry = self.pane.entry
        if entry is None or not self.is_current:
            return
        stamp = stamp_of(entry.path)
        if stamp == self.pane.stamp:
            self._unsettled = None
        elif stamp is None:
            self._tell_of(entry.path)
        elif stamp != self._unsettled:
            self._unsettled = stamp
        else:
            self._unsettled = None
            self._told_of = ""
            self.pane.read_again()
            self.follow_again()

    def _tell_of(self, path: str) -> None:
        """Say once that a file has gone; what is shown stays."""
        if self._told_of == path:
            return
        self._told_of = path
        key = live_keymap(self).name_of("browse.reload")
        advice = f" {key} reads the folder again." if key else ""
        self.notify(
            f"{os.path.basename(path)} has gone from its folder; this is what it said.{advice}",
            timeout=6,
            markup=False,
        )
