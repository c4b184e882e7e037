"""Messages at the edge of the screen: what holds them is not there before the first."""

from __future__ import annotations

import pytest
from textual.widgets._toast import Toast, ToastRack
from waiting import until

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.workspace import open_workspace


@pytest.fixture
def app(folder):
    """The small glossary."""
    return GlossaryApp(open_workspace([str(folder)], {}))


def shown(app):
    """The messages on the screen that is on top, as far as one sees them."""
    return [str(toast._notification.message) for toast in app.screen.query(Toast) if toast.region]


async def settled(pilot):
    for _ in range(4):
        await pilot.pause()


async def test_the_first_message_is_seen_above_everything(app):
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        assert not app.screen.query(ToastRack)
        app.notify("One", timeout=60)
        await settled(pilot)
        assert shown(app) == ["One"]
        toast = app.screen.query_one(Toast)
        x, y = toast.region.offset
        assert app.screen.get_widget_at(x + 2, y + 1)[0] is toast
        app.notify("Two", timeout=60)
        await settled(pilot)
        assert shown(app) == ["One", "Two"]
        assert len(app.screen.query(ToastRack)) == 1


async def test_a_message_goes_along_to_the_next_screen_and_back(app):
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        app.notify("One", timeout=60)
        await settled(pilot)
        await pilot.press("f1")
        await settled(pilot)
        assert len(app.screen_stack) == 2
        assert shown(app) == ["One"]
        app.clear_notifications()
        await pilot.press("escape")
        await settled(pilot)
        assert shown(app) == []


async def test_a_command_that_cannot_be_done_says_so(app):
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("escape", "alt+left")
        await until(lambda: shown(app) == ["This is where you began."], pilot, "the message")
