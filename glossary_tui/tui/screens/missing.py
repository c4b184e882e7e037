"""Where the glossary that was asked for is not there: what was looked for, what comes near."""

from __future__ import annotations

import os

from rich.cells import cell_len
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from glossary_tui.errors import GlossaryError
from glossary_tui.tui.bindings import bindings_of, live_keymap
from glossary_tui.tui.choice import Choice
from glossary_tui.tui.messages import GlossaryOpened
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.tui.widgets.choice_list import ChoiceList
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.offers import Offer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Offset

    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.missing import Missing

_WIDEST = 40
"""Cells that a name takes at most before what is said of it stands in the same column."""


def reader(workspace: Workspace, term: str = "", **options: Any) -> Any:
    """The screen that one reads on, or the one that says why there is nothing to read."""
    if workspace.missing is not None:
        return MissingScreen(workspace, workspace.missing, term)
    return BrowseScreen(workspace, term, **options)


class MissingScreen(PaintedAtOnce, Screen[None]):
    """Says what is missing, and offers what can be opened in its stead: at *term*, too."""

    CONTEXT = "missing"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = ["browse.tcss", "missing.tcss"]  # noqa: RUF012 # Textual declares it
    parting = ""
    """Nothing stays in the terminal but the error."""

    def __init__(self, workspace: Workspace, missing: Missing, term: str) -> None:
        super().__init__()
        self.workspace = workspace
        """The glossary without entries."""
        self._missing = missing
        self._term = term
        self._list = ChoiceList("There is no glossary that can be read.")
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """What is the matter, what can be opened, how the missing one is made; the keys."""
        yield RegionLine()
        with Vertical(id="missing"):
            yield Static(self._missing.title, id="missing-title", markup=False)
            for line in self._lines():
                yield Static(line, classes="line", markup=False)
            yield Static("Open instead", id="missing-offers", markup=False)
            yield self._list
            if self._missing.advice:
                yield Static(self._missing.advice, id="missing-advice", markup=False)
        yield self._keys

    def _lines(self) -> list[str]:
        """Who asked and where it was looked for; what is wrong with the configuration."""
        lines = [*self._missing.lines]
        remarks = self.workspace.diagnostics
        if remarks and not self.workspace.choice.sources:  # a name that the configuration may give
            key = live_keymap(self).name_of("missing.remarks")
            where = f" {key} leads there." if key else ""
            lines.append(f"The configuration may be the reason: {remarks[0].message}{where}")
        return lines

    def on_mount(self) -> None:
        """List what can be opened."""
        self._keys.show((self.CONTEXT,))
        offers = self._missing.offers
        width = min(max((cell_len(offer.title) for offer in offers), default=0), _WIDEST)
        self._list.show([Choice(f"{offer.title:{width}}", offer, offer.aside) for offer in offers])

    def in_words(self) -> str:
        """What is missing, and which offer has the highlight."""
        choice, number = self._list.highlighted, len(self._list)
        if choice is None:
            return self._missing.title
        return f"Open instead: {choice.text.rstrip()}, {self._list.cursor + 1:,} of {number:,}"

    def point(self) -> Offset:
        """Where the highlighted offer is on the screen."""
        return self._list.point()

    def on_choice_list_chosen(self) -> None:
        """A click opens what was clicked at."""
        self.action_open()

    # Commands

    def action_up(self) -> None:
        """Move the highlight up."""
        self._list.move(-1)

    def action_down(self) -> None:
        """Move the highlight down."""
        self._list.move(1)

    def action_open(self) -> None:
        """Open what is highlighted, at the term that was asked for."""
        choice = self._list.highlighted
        if choice is not None and isinstance(choice.value, Offer):
            offer = choice.value
            folders, names = [[each] if each else [] for each in (offer.folder, offer.name)]
            try:
                workspace = open_workspace(folders, os.environ, glossaries=names)
            except GlossaryError as error:
                self.notify(f"{error}.", severity="error", markup=False)
                return
            self.post_message(GlossaryOpened(workspace, term=self._term))

    def action_reload(self) -> None:
        """Look once more for what was asked for."""
        try:
            workspace = self.workspace.reopen()
        except GlossaryError:
            self.notify("It is still not there.", timeout=2)
            return
        self.post_message(GlossaryOpened(workspace, term=self._term))

    def action_remarks(self) -> None:
        """Show what there is to say about the configuration."""
        from glossary_tui.tui.screens.remarks import show_remarks

        show_remarks(self.app, self.workspace.diagnostics, self.action_reload)
