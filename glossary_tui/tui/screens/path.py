"""The way from one term to another that is asked for."""

from __future__ import annotations

from itertools import islice

from rich.text import Text
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from glossary_tui.text.counting import counted
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.choice import Choice
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.providers import Goal, term_choices
from glossary_tui.tui.screens.path_parts import path_parts
from glossary_tui.tui.widgets.choice_list import ChoiceList
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.path_layout import Heading
from glossary_tui.tui.widgets.path_view import PathView
from glossary_tui.tui.widgets.region_line import RegionLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import DescendantFocus

    from glossary_tui.model import Entry
    from glossary_tui.tui.messages import TermChosen
    from glossary_tui.workspace import Workspace

_SUGGESTED = 20
"""How many terms are listed before anything is typed."""


class PathScreen(PaintedAtOnce, Screen[str]):
    """Asks for another term, and shows the shortest way to it as one types. Its result is an id."""

    CONTEXT = "path-search"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "path.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-medium"), (100, "-wide")]  # noqa: RUF012 # Textual declares it

    def __init__(self, workspace: Workspace, start: Entry) -> None:
        super().__init__()
        self._workspace = workspace
        self._start = start
        self._goal: Entry | None = None
        self._box = Input(placeholder="another term", compact=True, id="path-box")
        self._list = ChoiceList("No other term of that name.", id="path-list")
        self._path = PathView(id="path")
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """From where, a box for where to, the terms that it leaves, the way."""
        yield RegionLine()
        heading = Text(no_wrap=True, overflow="ellipsis")
        heading.append("From ", "dim").append(self._start.title, "bold").append("  to", "dim")
        with Horizontal(id="path-ends"):
            yield Static(heading, id="path-start", markup=False)
            yield self._box
        with Vertical(id="path-desk"):
            yield self._list
            yield self._path
        yield self._keys

    def on_mount(self) -> None:
        """Ask at once."""
        self._path.show((Heading("Type the other term: the way to it is shown here."),))
        self._list.show(self._found(""))
        self._box.focus()

    def renew(self) -> None:
        """Show what the files say now: the terms that were typed for, and the way to the same one."""
        start = self._workspace.glossary.by_id(self._start.id)
        if start is None:
            return  # it has gone from its folder: what was shown stays
        self._start = start
        goal, self._goal = self._goal, None
        found = self._found(self._box.value.strip())
        rows = (row for row, each in enumerate(found) if goal and each.value == Goal(goal.id))
        self._list.show(found, next(rows, 0))

    @property
    def _is_begun(self) -> bool:
        """Whether the term that the way begins at is still there."""
        return self._workspace.glossary.position_of(self._start.id) is not None

    def in_words(self) -> str:
        """What has been found so far."""
        if self._goal is None:
            return f"The way from {self._start.title}: type another term"
        way = f"The way from {self._start.title} to {self._goal.title}"
        terms = self._path.terms
        if not terms or terms[-1].entry_id != self._goal.id:
            return f"{way}: none"
        return f"{way}: {counted(len(terms) - 1, 'step')}"

    def _found(self, text: str) -> Sequence[Choice]:
        """The terms that *text* finds, but for the one that the way begins at.

        Of nothing, those two steps away, the nearest that are no neighbours; else any.
        """
        if not text and self._is_begun:
            second = islice(self._workspace.graph.second_steps(self._start), _SUGGESTED)
            found = [step.entry for step in second] or self._workspace.glossary.entries[:_SUGGESTED]
            return [Choice(each.title, Goal(each.id)) for each in found if each != self._start]
        choices, _ = term_choices(self._workspace, text)
        return [each._replace(key="") for each in choices if each.value != Goal(self._start.id)]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list; the way to its first term is shown."""
        event.stop()
        found = self._found(event.value.strip())
        self._list.show(found)
        if not found:
            self._goal = None
            self._path.show(())

    def on_choice_list_highlighted(self, message: ChoiceList.Highlighted) -> None:
        """Show the way to the highlighted term."""
        goal = message.choice.value
        entry = self._workspace.glossary.by_id(goal.entry_id) if isinstance(goal, Goal) else None
        if entry is not None and entry != self._goal and self._is_begun:
            self._goal = entry
            self._path.show(path_parts(self._workspace.graph, self._start, entry))

    def on_choice_list_chosen(self) -> None:
        """A click walks the way."""
        self.action_walk()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter walks the way."""
        event.stop()
        self.action_walk()

    def on_term_chosen(self, message: TermChosen) -> None:
        """Go to a term of the way."""
        message.stop()
        self.dismiss(message.target)

    def on_path_view_asked(self) -> None:
        """Ask for another term."""
        self._box.focus()

    def on_path_view_left(self) -> None:
        """Close the screen."""
        self.action_close()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Name the keys, and make room for the way while it is walked."""
        walking = event.widget is self._path
        self.set_class(walking, "-walking")
        self._keys.show((PathView.CONTEXT,) if walking else (self.CONTEXT,))

    # Commands

    def action_up(self) -> None:
        """Try the term above."""
        self._list.move(-1)

    def action_down(self) -> None:
        """Try the term below."""
        self._list.move(1)

    def action_walk(self) -> None:
        """Walk the way that is shown."""
        if self._path.terms:
            self._path.focus()

    def action_close(self) -> None:
        """Close the screen."""
        self.dismiss(None)
