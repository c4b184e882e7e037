"""The files of what is shown, watched: what changes on the disk changes on the screen."""

from __future__ import annotations

import os

from glossary_tui.model.fields import packed
from glossary_tui.reader.stamp import file_stamp
from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.screens.laying import Laying
from glossary_tui.tui.widgets.views import stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry
    from glossary_tui.tui.trail import Place
    from glossary_tui.tui.widgets.views import Stamp
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.watching.lookout import Lookout

_PERIOD = 0.4
"""Seconds between two looks at the files of what is in sight."""


class Watching(Laying):
    """A desk whose entries are shown anew when their files are written."""

    _lookout: Lookout | None = None
    _unsettled: Stamp | None = None
    """How the file looked last, if that is not what is shown: it may be being written."""
    _told_of = ""
    """The file that the reader was told is gone."""

    def on_mount(self) -> None:
        """Begin to watch what is in sight."""
        self._changing: dict[str, Stamp] = {}
        """How the files of terms in sight looked last that differ from what is known of them."""
        self._learnt: dict[str, Stamp] = {}
        """How they looked when that was told."""
        self._stored: dict[str, Stamp | None] = {}
        self._stored_in: StoredGlossary | None = None
        """How the files of terms in sight looked when they were read, and which glossary says so."""
        self.set_interval(_PERIOD, self.watch_file)
        self.set_interval(_PERIOD, self.watch_list)

    def on_unmount(self) -> None:
        """Watch no more."""
        if self._lookout is not None:
            self._lookout.stop()

    def watch_files(self) -> None:
        """Notice what changes in all files, wherever they are."""
        if self.workspace.store is None:
            self.nothing_goes_unnoticed()
            return
        from glossary_tui.workspace.watching.lookout import Lookout

        # Posted, both: they are called from another thread.
        self._lookout = Lookout(
            self.workspace,
            lambda paths: self.call_later(self.files_changed, paths),
            lambda: self.call_later(self.nothing_goes_unnoticed),
        )
        self._lookout.start()

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
            self.files_changed((entry.path,))

    def watch_list(self) -> None:
        """Look at the files of the terms in sight; lay over what has changed and stayed so."""
        glossary = self.workspace.stored
        if glossary is None or not self.is_current or self.workspace.is_partial:
            return
        before, self._changing = self._changing, {}
        looked_up = self._stored if self._stored_in is glossary else {}
        self._stored, self._stored_in = {}, glossary
        settled = set()
        for entry in self.sidebar.terms.in_sight():
            stored = looked_up.get(entry.id)
            if stored is None:
                position = glossary.position_of(entry.id)
                if position is None:
                    continue
                stored = glossary.stamp(position)
            self._stored[entry.id] = stored
            stamp = file_stamp(entry.path)
            if stamp in (None, stored, self._learnt.get(entry.path)):
                continue
            self._changing[entry.path] = stamp
            if before.get(entry.path) == stamp:
                self._learnt[entry.path] = stamp
                settled.add(entry.path)
        if settled:
            self.files_changed(settled)

    def present(self, entry: Entry) -> Entry:
        """*entry* as its file says it at this moment: whatever shows it is never older."""
        glossary = self.workspace.stored
        position = glossary.position_of(entry.id) if glossary is not None else None
        if glossary is None or position is None:
            return entry
        if file_stamp(entry.path) in (None, glossary.stamp(position)):
            return entry  # as nearly always, and without importing anything
        from glossary_tui.workspace.overlaying import at_present

        now = at_present(self.workspace, entry)
        if now is not entry and packed(now) != packed(entry):
            self.files_changed((entry.path,))
        return now

    def show(self, entry: Entry, place: Place | None = None) -> None:
        """Show *entry* as its file says it now."""
        super().show(self.present(entry), place)

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
