"""The files behind the screen: edited, read again, remarked upon."""

from __future__ import annotations

from glossary_tui.errors import GlossaryError
from glossary_tui.tui.editor import edit
from glossary_tui.tui.screens.going import Going


class Files(Going):
    """A desk whose files can be edited and read again."""

    def action_edit(self) -> None:
        """Edit the entry that is shown, then read it anew."""
        entry = self.pane.entry
        if entry is None:
            self.notify("There is no entry to edit.", timeout=2)
            return
        trouble = edit(self.app, entry.path)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
        else:
            self.action_reload()

    def action_reload(self) -> None:
        """Read the files again and come back to the same place."""
        try:
            workspace = self.workspace.reopen()
        except GlossaryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.remember_place()
        self.app.switch_screen(type(self)(workspace, trail=self.trail))

    def action_remarks(self) -> None:
        """Show what there is to say about the files."""
        from glossary_tui.tui.screens.remarks import RemarksScreen

        if self.workspace.diagnostics:
            self.app.push_screen(RemarksScreen(self.workspace.diagnostics), self._remarks_closed)
        else:
            self.notify("There is nothing to remark upon.", timeout=2)

    def _remarks_closed(self, edited: bool | None) -> None:  # noqa: FBT001 # the screen's result
        if edited:
            self.action_reload()
