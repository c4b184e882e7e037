"""The files behind the screen: edited, read again, remarked upon."""

from __future__ import annotations

import os

from glossary_tui.errors import GlossaryError
from glossary_tui.paths import BUNDLED
from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.choice import Choice
from glossary_tui.tui.messages import GlossaryOpened
from glossary_tui.tui.screens.following import Following
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.choosing import (
    ALL,
    PROJECT,
    named_glossaries,
    offered_project,
    project_folder,
)


class Files(Following):
    """A desk whose files can be edited and read again."""

    def action_edit(self) -> None:
        """Edit the entry that is shown, then read it anew."""
        from glossary_tui.tui.editor import edit

        entry = self.pane.entry
        if entry is None:
            self.notify("There is no entry to edit.", timeout=2)
            return
        self.go(entry)  # what was only previewed is come back to
        trouble = edit(self.app, entry.path)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
        else:
            self.action_reload()

    def action_reload(self) -> None:
        """Read the files again and come back to the same place; of many files, behind the screen."""
        if self.workspace.is_large:
            self.pane.read_again()
            self.follow_again()
            self.notify("The files are read again behind the screen.", timeout=2)
            return
        try:
            workspace = self.workspace.reopen()
        except GlossaryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.remember_place()
        self.post_message(GlossaryOpened(workspace, self.trail, self.sidebar.shelf.wish))

    def action_remarks(self) -> None:
        """Show what there is to say about the files."""
        from glossary_tui.tui.screens.remarks import show_remarks

        show_remarks(self.app, self.workspace.diagnostics, self.action_reload)

    def offer_project(self) -> None:
        """Say that the project that one works in has a glossary, if another one is open by default."""
        if offered_project(self.workspace.choice):
            key = live_keymap(self).name_of("browse.glossaries")
            self.notify(
                f"This project has a glossary of its own. {key} opens it." if key
                else "This project has a glossary of its own: glossary -g .",
                markup=False,
            )  # fmt: skip

    def action_glossaries(self) -> None:
        """Open another glossary."""
        self.choose("Glossaries", self._glossaries(), self._open, self.workspace.identity)

    def _glossaries(self) -> list[Choice]:
        """Every glossary that has a name, all of them at once, and the project's own."""
        from glossary_tui.workspace.offers import shortened

        known = named_glossaries(self.workspace.configuration)
        present = self.workspace.identity
        found = []
        for source in known:
            here = "now" if source.identity == present else ""
            where = ", ".join(map(shortened, source.folders))
            aside = source.origin if source.name == BUNDLED else where
            found.append(Choice(source.label, source.name, aside, here))
        together = " + ".join(source.identity for source in known)
        if len(known) > 1:
            here = "now" if together == present else ""
            found.append(Choice("All of them", ALL, "side by side", here))
        project = project_folder()
        if project and all(project not in source.folders for source in known):
            here = "now" if project == present else ""
            found.append(Choice("This project", PROJECT, shortened(project), here))
        return found

    def _open(self, name: str) -> None:
        """Open the glossary called *name* in this one's stead."""
        try:
            workspace = open_workspace((), os.environ, glossaries=(name,))
        except GlossaryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.post_message(GlossaryOpened(workspace))
