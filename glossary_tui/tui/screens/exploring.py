"""Looking further into the graph than an entry's own neighbours."""

from __future__ import annotations

from glossary_tui.tui.keyboard import await_outcome, outcome_is_there
from glossary_tui.tui.screens.going import Going
from glossary_tui.tui.screens.neighbours import TWO_STEPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.model import Entry


class Exploring(Going):
    """A desk whose reader sees what lies beyond the neighbours."""

    _waiting: Callable[[], None] | None = None
    """What is to be shown as soon as it is known who names whom."""

    def _explore(self, look: Callable[[Entry], None]) -> None:
        """Let *look* show the graph around the entry, now or once all links have been read."""
        entry = self.pane.entry
        if entry is None:
            self.notify("There is no entry to look around from.", timeout=2)
        elif self.glossary.position_of(entry.id) is None:
            self.notify("This entry has gone from its folder: nothing is around it.", timeout=2)
        elif self.backlinks_ready:
            look(entry)
        elif self.workspace.is_being_indexed:
            self.notify("Who names whom is still being found out: try again soon.", timeout=3)
        else:
            self.notify("Still reading who names whom: it comes in a moment.", timeout=2)
            self._waiting = lambda: self._explore(look)
            await_outcome(self)

    def explore_now(self) -> None:
        """Show what was asked for before it was known who names whom."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            if self.is_current:
                waiting()
            outcome_is_there(self)

    def _go_to_id(self, entry_id: str | None) -> None:
        """Go where a screen above this one led to, if anywhere."""
        entry = self.glossary.by_id(entry_id) if entry_id else None
        if entry is not None:
            self.go(entry)

    # Commands

    def action_map(self) -> None:
        """Draw the map of the term's surroundings."""
        self._explore(self._show_map)

    def _show_map(self, entry: Entry) -> None:
        from glossary_tui.tui.screens.map import MapScreen

        self.app.push_screen(MapScreen(self.workspace, entry), self._go_to_id)

    def action_two_steps(self) -> None:
        """Show the neighbours' neighbours, or hide them again."""
        self._explore(self._toggle_second_steps)

    def _toggle_second_steps(self, entry: Entry) -> None:
        if self.two_steps:
            self.two_steps = False
            self.show_neighbours()
        elif not self.workspace.graph.second_steps(entry):
            self.notify("Nothing lies two steps away.", timeout=2)
        else:
            self.two_steps = True
            self.show_neighbours()
            self.add_class("-relating")
            self.set_focus(self.pane.related)
            self.pane.related.focus_group(TWO_STEPS)

    def action_path(self) -> None:
        """Show the shortest way to another term."""
        self._explore(self._show_path)

    def _show_path(self, entry: Entry) -> None:
        from glossary_tui.tui.screens.path import PathScreen

        self.app.push_screen(PathScreen(self.workspace, entry), self._go_to_id)
