"""The interface: its themes, its first screen, and what is remembered of it."""

from __future__ import annotations

from time import monotonic

from textual.events import Key
from textual.filter import LineFilter, NoColor
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets._toast import ToastRack

from glossary_tui.tui.commanding import Commanding
from glossary_tui.tui.ending import EndingInOrder
from glossary_tui.tui.linear import WithoutOrnaments, point_of
from glossary_tui.tui.painting import breakpoint_classes
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.tui.sheets import KeptSheet
from glossary_tui.tui.themes import DARK, THEMES, with_own_variables
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.user.keymap import keymap_of
from glossary_tui.user.marks import Marks
from glossary_tui.user.state import settings_in
from glossary_tui.user.state_file import read_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.events import Event
    from textual.widget import Widget

    from glossary_tui.tui.messages import GlossaryOpened, VisitWanted
    from glossary_tui.workspace import Workspace
    from glossary_tui.workspace.missing import Missing
    from glossary_tui.workspace.studying import StudyWish

_REMEMBERED_EVERY = 1.0
"""Seconds between two looks whether there is something to remember."""
_NO_COLOR, _NO_ORNAMENTS = (NoColor(),), (WithoutOrnaments(),)
"""Made once: widgets look whether what their lines pass through is still the same."""
_PAUSE = 0.1
"""Seconds after a key in which no garbage is looked for: by then what it leads to is shown."""
_KEPT_AFTER = 0.25
"""Seconds after which it is first written down which style sheets had to be parsed."""


class GlossaryApp(EndingInOrder, Commanding):
    """A glossary on the screen. *reader* makes the screen that one reads on."""

    TITLE = "glossary"
    CSS_PATH = "app.tcss"

    def __init__(
        self,
        workspace: Workspace,
        term: str = "",
        study: StudyWish | None = None,
        *,
        linear: bool = False,
        reader: Callable[..., BrowseScreen] = BrowseScreen,
    ) -> None:
        reading = workspace.configuration.reading
        self.linear = linear or reading.linear
        """Whether one region is shown at a time, in words."""
        self.last_key_at = 0.0
        """When the last key came, by the monotonic clock, in seconds."""
        self._workspace = workspace
        self._term = term
        self._study = study
        self._reader = reader
        self._reading: BrowseScreen | None = None
        super().__init__(keymap_of(workspace.configuration)[0], self.own_driver())
        self.stylesheet = self._sheet = KeptSheet()
        state = read_state()
        self.marks = Marks(state)
        """The person's bookmarks, and the terms read last."""
        for theme in THEMES:
            self.register_theme(theme)
        wanted = (settings_in(state).get("theme", ""), reading.theme, DARK.name)
        self.theme = next(theme for theme in wanted if theme in self.available_themes)

    @property
    def parting(self) -> str:
        """What is printed once the interface has closed; '' for nothing."""
        return self._reading.parting if self._reading is not None else ""

    @property
    def missing(self) -> Missing | None:
        """What there is to say about the glossary that was asked for, as long as none is open."""
        return self._reading.workspace.missing if self._reading is not None else None

    @staticmethod
    def own_driver() -> type[Driver] | None:
        """The program's own driver where it works; None for Textual's choice."""
        try:
            from glossary_tui.tui.driver import TerminalDriver
        except ImportError:
            return None
        return TerminalDriver

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, with the program's own under any theme."""
        return with_own_variables(super().get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 # Textual's own
        """Work the styles out anew. Before the first screen, what is parsed is kept for it."""
        if self._reading is not None:
            super().refresh_css(animate)
            return
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.parse()
        self.stylesheet.update(self, animate=animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line passes through: with NO_COLOR set, nothing is left but the letters.

        Textual would draw in greys then, which under a theme of the terminal's own colours can
        be dark on black.
        """
        filters = _NO_COLOR if self.no_color else super().get_line_filters()
        return [*filters, *(_NO_ORNAMENTS if self.linear else ())]

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is; in the linear mode at what matters."""
        return point_of(self.screen) if self.linear and self.screen_stack else self._cursor

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        self._cursor = position

    def post_display_hook(self) -> None:
        """Say in words what has the focus, whatever has changed it."""
        if not self.linear or not self.screen_stack:
            return
        lines = self.screen.query(RegionLine)
        if not lines and self.screen.is_running:
            self.screen.mount(RegionLine())
        for line in lines:
            line.look()

    def _refresh_notifications(self) -> None:
        """Show the messages there are, in a rack that is not there before the first."""
        if self._notifications and self.screen_stack and not self._disable_notifications:
            racks = [child for child in self.screen.children if isinstance(child, ToastRack)]
            if not racks:
                self.screen.mount(ToastRack(id="textual-toastrack"), before=0)
        super()._refresh_notifications()

    def _register_child(
        self, parent: DOMNode, child: Widget, before: int | None, after: int | None
    ) -> None:
        """Tell every screen whether it is a linear one as it comes in."""
        child.set_class(self.linear and isinstance(child, Screen), "-linear")
        super()._register_child(parent, child, before, after)

    def get_default_screen(self) -> BrowseScreen:
        """The screen that one reads on: a blank one of Textual's would be drawn before it."""
        self._reading = self._reader(self._workspace, self._term, marks=self.marks)
        classes = breakpoint_classes(BrowseScreen, self.size)
        if not self._term:
            classes.append("-searching")
        self._reading.add_class(*classes, update=False)
        # What pushing it would do. The style sheets are parsed with the others, on first use.
        self._reading._push_result_callback(self, None)  # noqa: SLF001
        for path in self._reading.css_path:
            self.stylesheet.read(path)
        return self._reading

    def on_mount(self) -> None:
        """Let input in once the screen stands."""
        self.listen_to_signals()
        self.set_interval(_REMEMBERED_EVERY, self._remember)
        self.set_interval(_REMEMBERED_EVERY, self._let_go)
        self.set_timer(_KEPT_AFTER, self._keep_sheets)
        if self._study is not None and self._reading is not None:
            self.call_after_refresh(self._reading.begin_study, self._study)
        self.call_after_refresh(self._let_input_in)

    def on_glossary_opened(self, message: GlossaryOpened) -> None:
        """Show a glossary in the stead of the one before, with the keys that are wanted now."""
        self.take_keys(keymap_of(message.workspace.configuration)[0])
        self._reading = self._reader(
            message.workspace,
            message.term,
            trail=message.trail,
            marks=self.marks,
            wish=message.wish,
        )
        self.switch_screen(self._reading)

    def on_visit_wanted(self, message: VisitWanted) -> None:
        """Let the reader visit an entry."""
        from glossary_tui.tui.screens.visit import VisitScreen

        visit = VisitScreen(message.workspace, message.entry_id, message.came_back, self.marks)
        self.push_screen(visit)

    async def on_event(self, event: Event) -> None:
        """Note when a key came: what is prepared behind the screen waits for a pause."""
        if isinstance(event, Key):
            self.last_key_at = monotonic()
        await super().on_event(event)

    def _remember(self) -> None:
        """Write down what was read, in a thread: a disk may take its time, and the end must not."""
        if self.marks.has_unsaved:
            self.run_worker(self.marks.save, thread=True, group="remembering")
        self._keep_sheets()

    def _keep_sheets(self) -> None:
        """Write down, in a thread too, which rules had to be parsed."""
        if self._sheet.has_new:
            self.run_worker(self._sheet.keeping(), thread=True, group="keeping")

    def _let_go(self) -> None:
        """Look for garbage, unless a key has just come."""
        from glossary_tui.tui.garbage import look

        if monotonic() - self.last_key_at >= _PAUSE:
            look()

    def on_unmount(self) -> None:
        """Remember the terms that were read last."""
        self.marks.save()

    def _let_input_in(self) -> None:
        from glossary_tui.tui.garbage import look_in_pauses

        self.let_input_in()
        look_in_pauses()
