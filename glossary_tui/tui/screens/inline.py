"""The small reader under the prompt."""

from __future__ import annotations

import os
import shutil

from glossary_tui.text.plain import plain_text
from glossary_tui.tui.providers import Goal, term_choices
from glossary_tui.tui.screens.browse import BrowseScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary_tui.tui.choice import Choice

NOT_HERE = {
    "edit": "The editor needs the whole screen",
    "plain": "The plain view needs the whole screen",
    "zen": "Nothing can be hidden here",
    "study": "Studying needs the whole screen",
    "statistics": "Statistics need the whole screen",
    "list": "The list of terms has no room here",
    "bookmarks": "The list of terms has no room here",
    "recent": "The list of terms has no room here",
    "next-list": "The list of terms has no room here",
    "everything": "The list of terms has no room here",
    "tags": "The list of terms has no room here",
    "sort": "The list of terms has no room here",
    "letters": "The list of terms has no room here",
    "remarks": "Remarks on files have no room here",
    "glossaries": "Another glossary is opened with --glossary",
}
"""The commands of the reading screen that have no room in a few lines, and why."""


class InlineScreen(BrowseScreen):
    """An entry alone: its title, its views, its text, its neighbours when they are asked for.

    Searching asks in a list of its own. What has no room says so.
    """

    CSS_PATH = ["browse.tcss", "inline.tcss"]  # type: ignore[assignment]  # noqa: RUF012 # a list will do

    @property
    def parting(self) -> str:
        """The view that was read last, as plain text, under its title."""
        entry = self.pane.entry
        if entry is None or not self.pane.sections:
            return ""
        section = self.pane.sections[self.pane.index]
        columns = min(shutil.get_terminal_size().columns, self.pane.text.text_width)
        heading = f"{entry.title} · {section.title}"
        if not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
            heading = f"\x1b[1m{entry.title}\x1b[0m · {section.title}"
        return f"{heading}\n\n{plain_text(section.text, columns).rstrip()}"

    def focus_search(self) -> None:
        """There is no search box here: read on."""
        self.focus_text()

    def look_for(self, text: str) -> None:
        """Let the reader choose among what a search for *text* finds."""
        from glossary_tui.tui.screens.picker import PickerScreen

        def choices(typed: str) -> Sequence[Choice]:
            return term_choices(self.workspace, typed or text)[0]

        def go(choice: Choice | None) -> None:
            goal = choice.value if choice is not None else None
            if isinstance(goal, Goal):
                self._go_to_id(goal.entry_id)

        self.app.push_screen(PickerScreen("Terms", choices), go)

    def action_search(self) -> None:
        """Choose a term by its name."""
        self.look_for("")

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something here."""
        return action.replace("_", "-") not in NOT_HERE and super().is_possible(action)


def _saying(reason: str) -> Callable[[InlineScreen], None]:
    """An action that says why it does nothing."""

    def action(screen: InlineScreen) -> None:
        screen.notify(f"{reason}.", timeout=3)

    return action


for _command, _reason in NOT_HERE.items():
    setattr(InlineScreen, f"action_{_command.replace('-', '_')}", _saying(_reason))
