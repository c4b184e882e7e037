"""Following the files behind the screen: what is shown grows or changes under the reader's eyes."""

from __future__ import annotations

from time import monotonic

from glossary_tui.model.fields import packed
from glossary_tui.tui.painting import renew_screens
from glossary_tui.tui.quiet import after
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
    _has_replaced = False
    """Whether there may be a glossary that nobody can reach any more."""

    def follow(self) -> None:
        """Begin, after the first paint."""
        if self.workspace.awaits_extras:
            self.workspace.await_index()
            self.sidebar.renew()
        if self.workspace.is_partial:
            self._look()  # before all else: somebody waits for the rest
        self.prepare()
        self.watch_files()

    def watch_files(self) -> None:
        """Notice from now on what changes, and say so by `nothing_goes_unnoticed`."""
        self.nothing_goes_unnoticed()

    def nothing_goes_unnoticed(self) -> None:
        """Look at the files once, now that whatever changes later is noticed."""
        if not self._is_looking and (not self.workspace.is_checked or self.workspace.awaits_extras):
            self._look()

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
            self.call_later(self.take, newer)

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
        if newer is None and self.workspace.is_being_indexed:
            newer = self.workspace.indexed_here()
        if newer is not None:
            self.take(newer)
        else:
            self.prepare()
        self._is_looking = False
        if self._must_look_again:
            self._must_look_again = False
            self._look()

    def take(self, newer: Workspace) -> None:
        """Go on with *newer*, and prepare what is asked next."""
        self.renew_with(newer)
        self.prepare()

    def renew_with(self, newer: Workspace) -> None:
        """Go on with *newer*: list, search, neighbours, and screens above; what is read stays."""
        self.workspace.become(newer)
        # What is laid over keeps what lies beneath it: only another glossary makes room.
        self._has_replaced = self._has_replaced or newer.beneath is None
        renew_screens(self.app)
        self.keep_looking()

    def renew(self) -> None:
        """Show what the workspace says now, where the reader is."""
        was_peeking = self.pane.is_peeking
        self.sidebar.renew()
        self.pane.shared_titles = self.glossary.shared_titles
        shown = self.pane.entry
        now = self.glossary.by_id(shown.id) if shown is not None else None
        if now is not None and shown is not None and packed(now) != packed(shown):
            self.show(now, self.pane.place())
        elif now is not None and self.pane.is_stale:
            self.pane.read_again()
        elif shown is None and self.trail.current is None and not self.sidebar.search.value:
            self.show_first()
        if was_peeking:
            self.peek_again()
        self.name_keys()

    def peek_again(self) -> None:
        """Show in the pane of a link what stands at its end now."""

    def show_first(self) -> None:
        """Show the highlighted term where there was none to show."""
        entry = self.sidebar.terms.highlighted
        if entry is not None:
            self.show(entry)

    def _take_texts(self) -> None:
        """Search the bodies that have been read, or read them now."""
        self.workspace.searcher.take_text()
        self.prepare()

    def keep_looking(self) -> None:
        """Go to the term that the program was opened at, if it was not there until now."""
        if self.term and self.trail.current is None:
            found = self.glossary.candidates(self.term)
            if len(found) == 1 and self.sidebar.search.value.strip() == self.term:
                self.go(found[0])

    # What is not needed for the first screen

    def prepare(self) -> None:
        """Find out who names whom, and make the search's index, unless another process does."""
        if self.workspace.is_being_indexed:
            self.backlinks_ready = False
            self.show_neighbours()
            return
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
            self._let_go()
            self.sidebar.search_again()
            self.run_worker(_finish, thread=True)

    def _let_go(self) -> None:
        """Make room: what was known before may be a hundred megabytes."""
        if self._has_replaced:
            from glossary_tui.tui.garbage import look_through

            self._has_replaced = False
            look_through()

    def _read_backlinks(self) -> None:
        # The graph knows its own glossary: the workspace may become another one meanwhile.
        self.workspace.graph.prepare()
        # Posted, not waited for: a thread that waits would keep a program that ends from ending.
        self.call_later(self._backlinks_found)

    def _backlinks_found(self) -> None:
        if self.workspace.is_being_indexed:
            return  # they were those of fewer entries
        self.backlinks_ready = True
        self.show_neighbours()
        self.explore_now()
        self.prepare_mentions()

    def prepare_mentions(self) -> None:
        """Make what finds the terms that a text mentions."""

    def explore_now(self) -> None:
        """Do what had to wait for the graph."""


def _finish() -> None:
    """Import what reads any Markdown: the next view may be more than paragraphs. Keep no room."""
    from glossary_tui.tui.garbage import give_back
    from glossary_tui.tui.markdown.library import get_ready

    get_ready()
    give_back()
