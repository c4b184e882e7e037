"""What is to be done in a while is done, however long the thread is held up meanwhile."""

from __future__ import annotations

import textual.timer
from textual.app import App
from textual.screen import Screen
from waiting import until, until_links_are_read

from glossary_tui.tui.quiet import after


class _Stalling:
    """A clock between whose readings more time goes by than a short timer is to wait."""

    def __init__(self):
        self._now = 0.0

    def get_time(self):
        self._now += 0.03
        return self._now


async def test_what_is_asked_for_comes_where_textual_s_own_timer_would_have_missed_it(monkeypatch):
    monkeypatch.setattr(textual.timer, "_time", _Stalling())
    done: list[str] = []
    app: App[None] = App()
    async with app.run_test() as pilot:
        app.set_timer(0.02, lambda: done.append("Textual's"))
        after(0.02, app, lambda: done.append("ours"))
        await until(lambda: "ours" in done, pilot, "what was asked for")
    assert done == ["ours"]


async def test_nothing_is_done_for_who_has_gone():
    done: list[str] = []
    app: App[None] = App()
    async with app.run_test() as pilot:
        gone: Screen[None] = Screen()
        await app.push_screen(gone)
        await app.pop_screen()
        after(0.0, gone, lambda: done.append("too late"))
        await pilot.pause(0.01)
    assert done == []


async def test_a_start_that_is_held_up_still_learns_who_names_whom(app, monkeypatch):
    monkeypatch.setattr(textual.timer, "_time", _Stalling())
    async with app.run_test() as pilot:
        await until_links_are_read(pilot)
        await until(lambda: app.screen.workspace.searcher.is_ready, pilot, "the search")
