"""From the reading screen into a study session, and back."""

from __future__ import annotations

from glossary_tui.errors import GlossaryError, StudyUnavailable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.study.statistics import Statistics
    from glossary_tui.study.store import Store
    from glossary_tui.tui.screens.desk import Desk
    from glossary_tui.tui.screens.study_start import Scope
    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.studying import StudyWish

    _Base = Desk
else:
    _Base = object  # see `Going`


class Studying(_Base):
    """A desk from which one goes to study. What study needs is imported when it is wanted."""

    def action_study(self) -> None:
        """Ask what to study, and begin."""
        from glossary_tui.tui.screens.study_start import StudyStartScreen

        if not self.glossary.entries:
            self.notify("There is nothing to study here.", timeout=2)
            return
        kinds = self.workspace.configuration.study.kinds
        start = StudyStartScreen([*self._scopes()], [*self.glossary.by_tag], kinds)
        self.app.push_screen(start, self._begin_if_wanted)

    def action_statistics(self) -> None:
        """Show what has been learnt so far."""
        from glossary_tui.tui.screens.statistics import StatisticsScreen
        from glossary_tui.tui.screens.study import local_now
        from glossary_tui.workspace.studying import read_store, study_statistics

        def count(workspace: Workspace) -> Statistics:
            store = read_store()
            try:
                return study_statistics(workspace, store, local_now())
            finally:
                store.close()

        try:
            self.app.push_screen(StatisticsScreen(self.workspace, count))
        except StudyUnavailable as error:
            self.notify(str(error), severity="error", markup=False)

    def _begin_if_wanted(self, wish: StudyWish | None) -> None:
        if wish is not None:
            self.begin_study(wish)

    def begin_study(self, wish: StudyWish) -> None:
        """Study by *wish*; where progress cannot be saved, only if the learner agrees."""
        from glossary_tui.workspace.studying import open_store

        if self.workspace.is_being_indexed:
            self.notify("What to learn first is still being found out: try again soon.", timeout=3)
            return
        try:
            store = open_store()
        except StudyUnavailable as error:
            self._ask_to_study_unsaved(wish, str(error))
        else:
            self._study(wish, store)

    def _ask_to_study_unsaved(self, wish: StudyWish, trouble: str) -> None:
        from glossary_tui.paths import study_file
        from glossary_tui.study.copies import unsaved_store
        from glossary_tui.tui.screens.unsaved import UnsavedScreen

        def answered(go_on: bool | None) -> None:  # noqa: FBT001 # the screen's result
            if go_on:
                self._study(wish, unsaved_store(study_file()))

        self.app.push_screen(UnsavedScreen(trouble), answered)

    def _study(self, wish: StudyWish, store: Store) -> None:
        from glossary_tui.tui.screens.study import StudyScreen, local_now
        from glossary_tui.workspace.studying import open_session

        try:
            session = open_session(self.workspace, wish, store, local_now())
        except StudyUnavailable as error:
            store.close()
            self._ask_to_study_unsaved(wish, str(error))
        except GlossaryError as error:
            store.close()
            self.notify(str(error), severity="error", markup=False)
        else:
            screen = StudyScreen(self.workspace, session, self._study_title(wish), local_now)
            self.app.push_screen(screen, lambda _: session.store.close())

    def _study_title(self, wish: StudyWish) -> str:
        parts = ["Cram" if wish.cram else "Study", self.workspace.name]
        if wish.around:
            around = self.glossary.resolve(wish.around)
            parts.append(f"around {around.title if around else wish.around}")
        parts += wish.tags
        return " · ".join(parts)

    def _scopes(self) -> Iterator[Scope]:
        """What can be studied from here, beside the tags."""
        from glossary_tui.study.card import TermId
        from glossary_tui.text.counting import counted
        from glossary_tui.tui.screens.study_start import Scope
        from glossary_tui.user.marks import Mark
        from glossary_tui.workspace.studying import StudyWish

        yield Scope(
            "Everything, central terms first", counted(len(self.glossary), "term"), StudyWish()
        )
        entry = self.pane.entry
        if entry is not None:
            wish = StudyWish(around=entry.id)
            yield Scope(f"From {entry.title} outward", "its neighbourhood first", wish)
        marks = self.marks
        listed = (("Bookmarks", marks.bookmarks), ("Recently read", marks.recent))
        if marks.bookmarks or marks.recent:
            here = {Mark(*self.workspace.home_of(each)) for each in self.glossary}
            for title, found in listed:
                only = tuple(TermId(*mark) for mark in found if mark in here)
                if only:
                    yield Scope(title, counted(len(only), "term"), StudyWish(only=only))
