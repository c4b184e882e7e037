"""An entry in which one can find."""

from __future__ import annotations

from textual.widgets import Input

from glossary_tui.tui.finder import Finder
from glossary_tui.tui.widgets.entry_peeks import PeekingView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    from glossary_tui.tui.trail import Place
    from glossary_tui.tui.widgets.find_bar import FindBar, FindBox


class EntryPane(PeekingView):
    """An entry, and the line in which to say what to find in all of its views."""

    def __init__(
        self,
        shared_titles: Container[str] = (),
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(shared_titles, id=id)
        self._bar: FindBar | None = None
        self._finder: Finder | None = None
        self._before_find: Place | None = None

    @property
    def is_finding(self) -> bool:
        """Whether matches are shown, or the bar in which to say what to find."""
        return self._bar is not None and self._bar.display

    @property
    def query_shown(self) -> str:
        """What is marked in the text; '' for nothing."""
        return self._bar.box.value if self._bar is not None and self._finder is not None else ""

    def in_words(self) -> str:
        """Which match is the present one, and what else there is to say."""
        said = super().in_words()
        if self._finder and not self.is_peeking and not self.related.has_focus:
            said = f"Match {self._finder.number} of {len(self._finder)}. {said}"
        return said

    def read_again(self) -> None:
        """Show what the file says now, at the same place, with the matches that it has now."""
        super().read_again()
        if self._finder is not None:
            present = self._finder.current
            self._finder = Finder(self._views.counts(self.query_shown))
            view, index = (present and self._finder.seek(*present)) or (-1, -1)
            self.text.show_match(index if view == self.index else -1, go=False)
            self._say_match()

    async def open_find(self) -> None:
        """Let the reader say what to find in the entry."""
        if self.entry is None:
            return
        bar = await self._find_bar()
        self.screen.set_focus(bar.box)
        self._find()

    async def find_words(self, words: str) -> None:
        """Go to the first place where the entry has *words*, if it does, with all of them marked."""
        if self.entry is None:
            return
        bar = await self._find_bar()
        with bar.prevent(Input.Changed):
            bar.box.value = words
        self._find()
        if not self._finder:
            self.end_find()

    async def _find_bar(self) -> FindBar:
        """The bar, which is not there before somebody finds, and is shown from now on."""
        if self._bar is None:
            from glossary_tui.tui.widgets.find_bar import FindBar

            self._bar = FindBar(id="find")
            await self.mount(self._bar)
        if not self._bar.display:
            self._show_bar(self._bar)
        return self._bar

    def _show_bar(self, bar: FindBar) -> None:
        self._before_find = self.place()
        bar.display = True
        self.call_after_refresh(self._go_to_match_again)  # the text is a line lower then

    def _go_to_match_again(self) -> None:
        if self._finder is not None:
            self._go_to_match(self._finder.current)

    async def step_match(self, step: int) -> None:
        """Go to the match *step* away, finding what was last looked for if need be."""
        bar = self._bar
        if self._finder is not None:
            self._go_to_match(self._finder.step(step))
        elif bar is not None and bar.box.value.strip() and self.entry is not None:
            self._show_bar(bar)
            self._find()
        else:
            await self.open_find()

    def end_find(self) -> None:
        """Show no matches any more, and no bar."""
        if self._bar is not None and self._bar.display:
            self._bar.display = False
            self._finder = None
            self.text.show_match(-1)
            if self.entry is not None:
                self.text.show_anew(self._views.shown())

    def _find(self) -> None:
        """Find in all views what the bar says; go to the first match from where the reader was."""
        query = self._bar.box.value if self._bar is not None else ""
        self._finder = Finder(self._views.counts(query))
        if self._before_find is not None:
            self._come_back(self._before_find)
        line = self.text.first_line
        marks = self.text.layout_of_text.marks
        seen = (index for index, regions in enumerate(marks) if regions and regions[0][0] >= line)
        self._go_to_match(self._finder.seek(self.index, next(seen, len(marks))))

    def _come_back(self, place: Place) -> None:
        self._views.choose(place.role, place.title)
        self._draw(place.spot)

    def _go_to_match(self, match: tuple[int, int] | None) -> None:
        if match is not None:
            view, index = match
            if view != self.index:
                self.choose_index(view, here=True)
            self.text.show_match(index)
        self._say_match()

    def _say_match(self) -> None:
        if self._bar is not None and self._finder is not None:
            self._bar.say(self._finder.number, len(self._finder))

    def on_find_bar_changed(self, message: FindBar.Changed) -> None:
        """Something else is looked for."""
        message.stop()
        if self.is_finding and self.entry is not None:
            self._find()

    async def on_find_box_stepped(self, message: FindBox.Stepped) -> None:
        """Another match is wanted while the bar is open."""
        message.stop()
        await self.step_match(message.step)

    def on_find_box_left(self, message: FindBox.Left) -> None:
        """The bar was left: for the match, or for where the reader was."""
        message.stop()
        if not message.kept or not self._finder:
            before = self._before_find
            self.end_find()
            if before is not None:
                self._come_back(before)
        self.screen.set_focus(self.text)
