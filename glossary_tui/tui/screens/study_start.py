"""What is to be studied: a page of a few lines before a session."""

from __future__ import annotations

from textual.containers import Vertical
from textual.screen import ModalScreen

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.widgets.check_list import CheckList, Line
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.workspace.studying import StudyWish

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary_tui.study.card import Kind

KINDS: dict[Kind, str] = {
    "meaning": "Meaning: recall what the term means",
    "name": "Name it: read a definition, type its term",
    "choice": "Choice: read a definition, choose its term",
    "related": "Related: choose what belongs with the term",
}
"""The kinds of cards as the page calls them."""


class Scope(NamedTuple):
    """A part of the glossary that can be studied."""

    title: str
    """What it is called."""
    aside: str
    """How much it is."""
    wish: StudyWish
    """What to ask for."""


class StudyStartScreen(PaintedAtOnce, ModalScreen[StudyWish | None]):
    """Choose one of *scopes* (or a tag of *tags*), kinds of cards, and whether to cram.

    Its result is the wish, or None.
    """

    CONTEXT = "study-start"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "study_start.tcss"

    def __init__(self, scopes: Sequence[Scope], tags: Sequence[str], kinds: Sequence[str]) -> None:
        super().__init__()
        self._scopes = tuple(scopes)
        self._tags = tuple(tags)
        self._tag = 0
        self._scope = 0
        self._kinds = [kind for kind in KINDS if kind in kinds]
        self._cram = False
        self._list = CheckList(id="study-lines")
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """The lines over the keys."""
        with Vertical(id="study-start") as box:
            box.border_title = "Study"
            yield self._list
            yield self._keys

    def on_mount(self) -> None:
        """Show what is chosen at first."""
        self._keys.show((self.CONTEXT,))
        self._draw(1)

    def _draw(self, row: int) -> None:
        lines = [Line("What", is_heading=True)]
        lines += [
            Line(scope.title, scope.aside, chosen=index == self._scope, alone=True)
            for index, scope in enumerate(self._scopes)
        ]
        if self._tags:
            chosen = self._scope == len(self._scopes)
            aside = f"‹ {self._tag + 1} of {len(self._tags)} ›"
            lines.append(Line(f"Tag: {self._tags[self._tag]}", aside, chosen=chosen, alone=True))
        lines.append(Line("How", is_heading=True))
        lines += [Line(text, chosen=kind in self._kinds) for kind, text in KINDS.items()]
        lines.append(Line("Cram: everything once, the schedule untouched", chosen=self._cram))
        self._list.show(lines, row)

    def on_check_list_toggled(self) -> None:
        """A click chooses as the key does."""
        self.action_choose()

    def action_up(self) -> None:
        """Move to the line above."""
        self._list.step(-1)

    def action_down(self) -> None:
        """Move to the line below."""
        self._list.step(1)

    def action_choose(self) -> None:
        """Choose the line, or choose it no longer."""
        row = self._list.cursor
        scopes = len(self._scopes) + bool(self._tags)
        kind_row = row - scopes - 2
        if row <= scopes:
            self._scope = row - 1
        elif kind_row < len(KINDS):
            self._toggle_kind([*KINDS][kind_row])
        else:
            self._cram = not self._cram
        self._draw(row)

    def _toggle_kind(self, kind: Kind) -> None:
        if kind not in self._kinds:
            self._kinds = [each for each in KINDS if each in self._kinds or each == kind]
        elif len(self._kinds) > 1:
            self._kinds.remove(kind)
        else:
            self.notify("One kind of card must be left.", timeout=2)

    def action_previous(self) -> None:
        """Take the tag before."""
        self._step_tag(-1)

    def action_next(self) -> None:
        """Take the next tag."""
        self._step_tag(1)

    def _step_tag(self, step: int) -> None:
        if self._tags:
            if self._scope == len(self._scopes):
                self._tag = (self._tag + step) % len(self._tags)
            self._scope = len(self._scopes)
            self._draw(len(self._scopes) + 1)

    def action_begin(self) -> None:
        """Begin with what is chosen."""
        if self._scope < len(self._scopes):
            wish = self._scopes[self._scope].wish
        else:
            wish = StudyWish(tags=(self._tags[self._tag],))
        self.dismiss(wish._replace(kinds=tuple(self._kinds), cram=self._cram))

    def action_close(self) -> None:
        """Do not study now."""
        self.dismiss(None)
