"""Following the files behind the screen: what is shown grows or changes under the reader's eyes."""

from __future__ import annotations

from time import monotonic

from glossary_tui.model.fields import packed
from glossary_tui.tui.later import after
from glossary_tui.tui.screens.going import Going

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.upkeep import Upkeep

_AT_A_TIME = 4
"""Entries whose texts are read in one part of what is prepared, so that a key need not wait."""
_AFTER_A_KEY = 0.4
"""Seconds without a key after which preparing goes on: the keys come first."""
_PAUSE = 0.01
"""Seconds between the parts of what is prepared behind the screen."""


class Following(Going):
    """A desk that learns, once it stands, what the files say now, and prepares what is asked next."""

    _upkeep: Upkeep | None = None
    _is_preparing = False
    _is_looking = False
    _must_look_again = False

    def follow(self) -> None:
        """Begin, after the first paint."""
        if self.workspace.is_checked and not self.workspace.awaits_extras:
            self.prepare()
            return
        self._look()
        if not self.workspace.awaits_extras:
            self.prepare()

    def follow_again(self) -> None:
        """Look at the files once more: now, or when the present look is over."""
        if self._is_looking:
            self._must_look_again = True
        else:
            self._look()

    def _look(self) -> None:
        from glossary_tui.workspace.upkeep import Upkeep

        def progress(read: int, total: int) -> None:
            self.call_later(self._show_progress, read, total)

        def done(newer: Workspace | None) -> None:
            # Posted, not waited for: a thread that waits would keep a program that ends from ending.
            self.call_later(self._followed, newer)

        def meanwhile(newer: Workspace) -> None:
            self.call_later(self.lay_over, newer)

        def texts() -> None:
            self.call_later(self._take_texts)

        if self._upkeep is not None:
            self._upkeep.stop()  # it may still be reading bodies, which the next one does too
        self._is_looking = True
        if self.workspace.is_large:
            self.workspace.searcher.awaits_text = True
        self._upkeep = Upkeep(self.workspace, progress, done, meanwhile=meanwhile, texts=texts)
        self._upkeep.start()

    def on_unmount(self) -> None:
        """Nothing goes on behind a screen that has gone."""
        if self._upkeep is not None:
            self._upkeep.stop()

    def _show_progress(self, read: int, total: int) -> None:
        if self.workspace.is_partial:
            self.sidebar.show_progress(read, total)

    def _followed(self, newer: Workspace | None) -> None:
        if newer is not None:
            self._renew(newer)
        self.prepare()
        self._is_looking = False
        if self._must_look_again:
            self._must_look_again = False
            self._look()

    def _renew(self, newer: Workspace) -> None:
        """Go on with *newer*: the list, the search and the neighbours; what is read stays."""
        self.workspace.become(newer)
        self.sidebar.renew()
        self.pane.shared_titles = self.glossary.shared_titles
        shown = self.pane.entry
        now = self.glossary.by_id(shown.id) if shown is not None else None
        if now is not None and shown is not None and packed(now) != packed(shown):
            self.show(now, self.pane.place())
        self.keep_looking()

    def _take_texts(self) -> None:
        """Search the bodies that have been read, or read them now."""
        self.workspace.searcher.take_text()
        self.prepare()

    def lay_over(self, newer: Workspace) -> None:
        """Go on with *newer*, which knows of a few changes before everything is known anew."""
        self._renew(newer)
        self.prepare()

    def keep_looking(self) -> None:
        """Go to the term that the program was opened at, if it was not there until now."""
        if self.term and self.trail.current is None:
            found = self.glossary.candidates(self.term)
            if len(found) == 1 and self.sidebar.search.value.strip() == self.term:
                self.go(found[0])

    # What is not needed for the first screen

    def prepare(self) -> None:
        """Find out who names whom, and make the search's index."""
        self.run_worker(self._read_backlinks, thread=True)
        if not self._is_preparing:
            self._is_preparing = True
            self._prepare_search()

    def _prepare_search(self) -> None:
        """Do a part of what the search needs, and leave the keys time before the next."""
        rest = _AFTER_A_KEY - (monotonic() - getattr(self.app, "last_key_at", 0.0))
        if rest > 0:
            after(rest, self, self._prepare_search)
        elif self.workspace.searcher.step(_AT_A_TIME):
            after(_PAUSE, self, self._prepare_search)
        else:
            self._is_preparing = False
            self.sidebar.search_again()
            self.run_worker(_learn_markdown, thread=True)

    def _read_backlinks(self) -> None:
        # The graph knows its own glossary: the workspace may become another one meanwhile.
        self.workspace.graph.prepare()
        # Posted, not waited for: a thread that waits would keep a program that ends from ending.
        self.call_later(self._backlinks_found)

    def _backlinks_found(self) -> None:
        self.backlinks_ready = True
        self.show_neighbours()
        self.explore_now()
        self.prepare_mentions()

    def prepare_mentions(self) -> None:
        """Make what finds the terms that a text mentions."""

    def explore_now(self) -> None:
        """Do what had to wait for the graph."""


def _learn_markdown() -> None:
    """Import what reads any Markdown: the next view may be more than paragraphs."""
    from glossary_tui.tui.markdown.library import get_ready

    get_ready()
