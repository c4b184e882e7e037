"""The screen that one lives in: the list of terms, and the entry beside it."""

from __future__ import annotations

from glossary_tui.tui.bindings import bindings_of, live_keymap
from glossary_tui.tui.quiet import after
from glossary_tui.tui.screens.desk import WIDE, Desk
from glossary_tui.tui.screens.exploring import Exploring
from glossary_tui.tui.screens.files import Files
from glossary_tui.tui.screens.following import Following
from glossary_tui.tui.screens.lists import Lists
from glossary_tui.tui.screens.reading import Reading
from glossary_tui.tui.screens.studying import Studying
from glossary_tui.tui.widgets.term_groups import Group, Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.binding import BindingType

    from glossary_tui.tui.widgets.sidebar import Sidebar

_PAUSE = 0.02
"""Seconds between the first screen and what follows it."""


class BrowseScreen(Reading, Files, Lists, Exploring, Studying, Following, Desk):
    """Search, list, entry, neighbours; and the trail of where the reader has been.

    Its commands come in layers, each a module: `Desk` shows and focuses, `Going` goes about,
    `Exploring` looks further into the graph, `Lists` changes the list, `Files` edits and reads
    again, `Reading` does what one does to the text, `Studying` leads to a session,
    `Following` follows the files.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Desk.CONTEXT)
    CSS_PATH = "browse.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 # Textual declares it
        (0, "-narrow"),
        (60, "-medium"),
        (WIDE, "-wide"),
        (150, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 # as above
        (0, "-low"),
        (18, "-medium-high"),
        (30, "-tall"),
    ]
    AUTO_FOCUS = ""

    def on_mount(self) -> None:
        """Open at the term that was asked for, else with the search box ready."""
        self.set_remembered_width()
        self.sidebar.fill()
        self.begin()
        self.call_after_refresh(after, _PAUSE, self, self.follow)

    def begin(self) -> None:
        """Show what the screen begins with."""
        candidates = self.glossary.candidates(self.term) if self.term else ()
        if self.trail.current is None:
            self.call_after_refresh(self.offer_project)
        if not self.glossary.entries:
            self.show_emptiness()
            self.focus_text()  # where the keys act that it names
        elif self.trail.current is not None:
            self.come_back(self.trail.current)
        elif len(candidates) == 1:
            self.go(candidates[0])
        elif self.term:
            self.look_for(self.term)
        else:
            self.show(self.glossary.entries[0])
            self.focus_search()

    def on_sidebar_nothing_found(self, message: Sidebar.NothingFound) -> None:
        """Say that no term answers."""
        if not self.glossary.entries:
            return
        if message.query.startswith("/"):
            self._say_no_text(message.query[1:].strip())
            return
        near = self.workspace.nearest(message.query)
        advice = "Try fewer letters, or another name of the term."
        if self.workspace.is_partial:
            advice = "Not all files have been read yet: it is looked for again when they have."
        elif self.workspace.is_being_indexed:
            advice = (
                "Only titles are searched until the index is made: then it is looked for again."
            )
        is_name = message.query[0].isalnum() and ":" not in message.query
        in_texts = [f"/{message.query} searches the texts of the entries."] if is_name else []
        self.pane.show_message(
            f"No entry for “{message.query}”",
            [advice, *in_texts, *self._how_to_clear()],
            (Group("Nearest", tuple(Item(each.title, each.id, exact=True) for each in near)),),
        )

    def _say_no_text(self, words: str) -> None:
        """Say that no text holds *words*. The names have been searched for them, too."""
        advice = "Nor does a name come near. Try fewer words, or other ones."
        if not self.workspace.searcher.is_text_ready:
            advice = "Not all texts have been read yet: it is looked for again when they have."
        self.pane.show_message(f"No text holds “{words}”", [advice, *self._how_to_clear()])

    def _how_to_clear(self) -> list[str]:
        key = live_keymap(self).name_of("search.clear")
        return [f"{key} empties the search."] if key else []

    # Commands

    def action_search(self) -> None:
        """Go to the search box."""
        self.focus_search()

    def action_related(self) -> None:
        """Go to the related terms."""
        if self.pane.related.items:
            self.add_class("-relating")
            self.set_focus(self.pane.related)
        else:
            self.notify("This entry names no related terms.", timeout=2)

    def action_view(self, key: str) -> None:
        """Show the view of that number."""
        self.pane.choose(int(key))

    def action_previous_view(self) -> None:
        """Show the view to the left."""
        self.pane.step_view(-1)

    def action_next_view(self) -> None:
        """Show the view to the right."""
        self.pane.step_view(1)

    def action_zen(self) -> None:
        """Hide all but the text, or show it again."""
        self.toggle_class("-zen")
        if self.has_class("-zen"):
            self.focus_text()
