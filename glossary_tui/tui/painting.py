"""Screens that are painted as soon as all that follows from a key has been done, and not before."""

from __future__ import annotations

import asyncio

from textual.messages import Layout, Update

from glossary_tui.tui.painter import Painter
from glossary_tui.tui.quiet import PAINTING, when_quiet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from textual.app import App
    from textual.events import ScreenResume
    from textual.geometry import Size
    from textual.message import Message
    from textual.screen import Screen
    from textual.widget import Widget

    _Base = Screen[Any]
else:
    _Base = object

_LONGEST = 0.1
"""Seconds that a screen may stay unpainted while there is always something else to do."""
_BATCH = 0.005
"""Seconds until it is asked again whether a batch of changes is complete."""


class PaintedAtOnce(_Base):
    """A screen without a frame timer. Stands before Textual's own among a screen's bases.

    Textual paints at the next tick of a timer and after each layout, which is too early, between
    a key and what follows from it, and again too late. Here a change asks for a turn of the event
    loop in which nothing else is left to do: by then all widgets have had their messages, and one
    frame shows everything.
    """

    _turn: Turn | None = None
    _was_shown = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._compositor = Painter()

    def post_message(self, message: Message) -> bool:
        """Take note at once of what is to be painted or laid out: there are dozens of these a frame.

        What is asked for while that is being done is for the next frame, and noted after this one.
        """
        if self._turn is not None and self._turn.is_at_work:
            return super().post_message(message)
        if type(message) is Update:
            if self in self._compositor:
                self._dirty_widgets.add(message.widget)
                self._ask_for_painting()
        elif type(message) is Layout:
            _run(self._on_layout(message))
        else:
            return super().post_message(message)
        return True

    def renew(self) -> None:
        """Show what the files say now, of which the workspace has learnt. Many screens show none."""

    def _ask_for_painting(self) -> None:
        """Ask for a turn to paint in, without a message to say that there is nothing else to do."""
        if self.is_current and not self.app._batch_count:  # noqa: SLF001 # Textual's
            self._update_timer.resume()
        else:
            self.check_idle()

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Do without the rack of messages until there is one, and without tooltips: there are none."""

    @property
    def _update_timer(self) -> Any:
        if self._turn is None:
            self._turn = Turn(self)
        return self._turn

    def _compositor_refresh(self) -> None:
        if self._update_timer.allows_painting():
            super()._compositor_refresh()

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size; for the same one with whatever else is to be laid out.

        A screen is told of its first size four times.
        """
        if size == self._compositor.size:
            self._layout_required = True
            self._update_timer.resume()
        else:
            super()._screen_resized(size)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Do without styling everything again when the screen is shown for the first time.

        Only a screen that lies on another has been styled before its own style sheet was read.
        """
        if not self._was_shown:
            self._was_shown = True
            event.refresh_styles = False
            if len(self.app.screen_stack) > 1:
                self.app.stylesheet.apply(self)


def renew_screens(app: App[None]) -> None:
    """Let every screen show what its workspace says now, also those that lie under another."""
    for screen in app.screen_stack:
        if isinstance(screen, PaintedAtOnce):
            screen.renew()


def _run(handler: Coroutine[Any, Any, None]) -> None:
    """Run one of Textual's handlers that wait for nothing."""
    try:
        handler.send(None)
    except StopIteration:
        return
    raise RuntimeError("it waits for something")


class Turn:
    """The next quiet turn of the event loop, in which *screen* is painted. Acts as its timer."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._is_asked_for = False
        self._is_waiting = False
        self._is_painting = False
        self._is_owed = False
        self.is_at_work = False
        """Whether the screen is being laid out or painted."""

    def resume(self) -> None:
        """Ask for a turn, if none has been asked for."""
        self._is_asked_for = True
        if not self._is_waiting:
            self._is_waiting = True
            when_quiet(PAINTING, self._take, _LONGEST)

    def pause(self) -> None:
        """Need no turn any more: everything has been seen to."""
        self._is_asked_for = False

    def allows_painting(self) -> bool:
        """Whether it is time to paint; if not, that is owed, and done in a turn of its own."""
        self._is_owed = not self._is_painting
        if self._is_owed:
            self.resume()
        return self._is_painting

    def _take(self) -> None:
        self._is_waiting = False
        if self._is_asked_for and self._screen.is_running:
            self.is_at_work = True
            try:
                self._see_to_it()
            except Exception as error:  # noqa: BLE001 # whatever it is, the app ends in order
                self._screen.app._handle_exception(error)  # noqa: SLF001 # as Textual's timer does
            finally:
                self.is_at_work = False

    def _see_to_it(self) -> None:
        """Lay out, and paint in a later turn, when widgets know their sizes; or paint."""
        screen = self._screen
        if screen._layout_required or screen._scroll_required:  # noqa: SLF001 # Textual's flags
            if screen.app._batch_count:  # noqa: SLF001 # nothing is laid out until a batch is over
                asyncio.get_running_loop().call_later(_BATCH, self.resume)
                return
            waiting, screen._callbacks = screen._callbacks, []  # noqa: SLF001 # for the painting
            screen._on_timer_update()  # noqa: SLF001 # what Textual's timer calls
            screen._callbacks[:0] = waiting  # noqa: SLF001 # as above
            self.resume()
            return
        self._is_painting = True
        try:
            screen._on_timer_update()  # noqa: SLF001 # as above
            if self._is_owed and screen.is_current:
                screen._compositor_refresh()  # noqa: SLF001 # as above
        finally:
            self._is_painting = False


def breakpoint_classes(screen: type[Screen[Any]], size: Size) -> list[str]:
    """The classes that *screen* takes at *size*: given them early, it is styled once, not twice."""
    dimensions = (
        (size.width, screen.HORIZONTAL_BREAKPOINTS or []),
        (size.height, screen.VERTICAL_BREAKPOINTS or []),
    )
    return [
        max((least, name) for least, name in breakpoints if cells >= least)[1]
        for cells, breakpoints in dimensions
        if breakpoints
    ]
