"""The file of the entry that is shown, watched: what changes on the disk changes on the screen."""

from __future__ import annotations

import os

from glossary_tui.reader.stamp import file_stamp
from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.screens.following import Following
from glossary_tui.tui.widgets.views import stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry
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
        self._changing: dict[str, Stamp] = {}
        """How the files of terms in sight looked last that differ from what is known of them."""
        self._learnt: dict[str, Stamp] = {}
        """How they looked when that was told, or was found to make no difference."""
        self.set_interval(_PERIOD, self.watch_file)
        self.set_interval(_PERIOD, self.watch_list)

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
            self._learn(entry)
            self.follow_again()

    def watch_list(self) -> None:
        """Look at the files of the terms in sight; list those anew that changed and stayed so."""
        glossary = self.workspace.stored
        if glossary is None or not self.is_current or self.workspace.is_partial:
            return
        before, self._changing = self._changing, {}
        for entry in self.sidebar.terms.in_sight():
            stamp, position = file_stamp(entry.path), glossary.position_of(entry.id)
            if stamp is None or position is None:
                continue
            if stamp in (glossary.stamp(position), self._learnt.get(entry.path)):
                continue
            self._changing[entry.path] = stamp
            if before.get(entry.path) == stamp:
                self._learnt[entry.path] = stamp
                if self._learn(entry):
                    self.follow_again()
                    return  # the list is another one now

    def _learn(self, entry: Entry) -> bool:
        """Go on with what the file of *entry* says of it now, where that can be told so soon."""
        from glossary_tui.workspace.overlaying import edited

        newer = edited(self.workspace, entry)
        if newer is not None:
            self.lay_over(newer)
        return newer is not None

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
