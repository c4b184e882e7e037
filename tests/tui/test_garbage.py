"""What nobody can reach is let go of in pauses."""

from __future__ import annotations

import gc
import sys
import weakref

import pytest
from waiting import until

from glossary_tui.tui import launch
from glossary_tui.tui.garbage import give_back, look, look_in_pauses, look_through
from glossary_tui.tui.screens.following import Following
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry


class Thing:
    """Holds on to itself."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def as_before():
    """Leave the collector as it was."""
    was_on, thresholds = gc.isenabled(), gc.get_threshold()
    gc.collect()
    look_in_pauses()
    gc.collect()
    yield
    gc.set_threshold(*thresholds)
    if not was_on:
        gc.disable()


@pytest.fixture
def looked():
    """The generation of every look that is taken."""
    generations = []

    def note(phase, info):
        if phase == "start":
            generations.append(info["generation"])

    gc.callbacks.append(note)
    yield generations
    gc.callbacks.remove(note)


def rings(number):
    """So many things that nothing but themselves holds; whether the last of them is still there."""
    for _ in range(number):
        thing = Thing()
    return weakref.ref(thing)


def test_a_pause_lets_go_of_what_the_keys_have_left(looked):
    left = rings(2_000)
    assert left() is not None
    assert looked == []
    look()
    assert left() is None
    assert looked == [1]


def test_a_pause_in_which_little_was_made_is_left_alone(looked):
    rings(20)
    look()
    assert looked == []


def test_now_and_then_all_is_looked_through(looked):
    for _ in range(12):
        rings(2_000)
        look()
    assert sorted(set(looked)) == [1, 2]
    assert looked.count(2) == 1


def test_without_a_pause_what_is_left_is_bounded(looked):
    rings(100_000)
    assert 2 <= len(looked) <= 30
    assert set(looked) == {0}


def test_what_stood_at_the_start_goes_when_something_large_was_replaced():
    old = Thing()
    look_in_pauses()  # it stands now
    gone = weakref.ref(old)
    del old
    gc.collect()
    assert gone() is not None
    look_through()
    assert gone() is None
    assert gc.get_freeze_count() > 0


def test_room_is_given_back_where_the_system_has_a_way(monkeypatch):
    give_back()
    monkeypatch.setattr(sys, "platform", "other")
    monkeypatch.setitem(sys.modules, "ctypes", None)
    give_back()  # and elsewhere nothing is asked for


async def test_what_is_laid_over_a_glossary_leaves_nothing_large_to_look_for(
    tmp_path, make_app, monkeypatch
):
    monkeypatch.setattr(Following, "_look", lambda _: None)  # what would make the glossary anew
    for name in ("One", "Two"):
        write_entry(tmp_path, name.lower(), name)
    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        desk = app.screen
        await until(lambda: desk.workspace.stored is not None, pilot, "the glossary")
        write_entry(tmp_path, "two", "Two", summary="Now it is longer.")
        desk.nothing_goes_unnoticed()
        desk.files_changed([str(tmp_path / "two.md")])
        await until(lambda: desk.workspace.beneath is not None, pilot, "the edit laid over")
        assert not desk._has_replaced
        desk.renew_with(desk.workspace.reopen())
        assert desk._has_replaced


def test_a_thread_does_not_keep_the_one_that_draws_waiting(tmp_path, monkeypatch):
    class Begun(Exception):
        """It would import Textual now."""

    def begin():
        raise Begun

    before = sys.getswitchinterval()
    monkeypatch.setattr(launch, "_import_textual", begin)
    try:
        with pytest.raises(Begun):
            launch.open_tui(open_workspace([str(tmp_path)], {}), "")
        assert sys.getswitchinterval() <= 0.001 < before
    finally:
        sys.setswitchinterval(before)
        gc.enable()
