"""Several processes do what one would do, whatever becomes of them."""

from __future__ import annotations

import os

import pytest

from glossary_tui.workspace.cache import aside as aside_module
from glossary_tui.workspace.cache import crew
from glossary_tui.workspace.cache.aside import aside
from glossary_tui.workspace.cache.crew import Crew

COUNT = 1_000


def done(work, count, tell=None):
    """What a crew makes that is not asked for more."""
    return Crew(each(work), count).done(tell)


def each(work):
    """Does the *work* of numbers one by one."""
    return lambda numbers: list(map(work, numbers))


def none_is_left():
    """Whether no process is left that this one has made."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


@pytest.fixture
def helped(monkeypatch):
    """Two helpers, however few processors there are and however little there is to do."""
    monkeypatch.setattr(crew, "helpers", lambda _: 2)
    monkeypatch.setattr(aside_module, "helpers", lambda _: 2)


def expected():
    return [(number, str(number), None) for number in range(COUNT)]


def work(number):
    return number, str(number), None


@pytest.mark.usefixtures("helped")
def test_what_is_made_stands_in_order():
    assert done(work, COUNT) == expected()


@pytest.mark.usefixtures("helped")
def test_others_do_some_of_it(tmp_path):
    """This one waits in its first piece until a helper has begun one."""
    here, begun = os.getpid(), tmp_path / "begun"

    def waiting(number):
        if os.getpid() != here:
            begun.touch()
        while not begun.exists():
            os.sched_yield()
        return number, os.getpid()

    made = done(waiting, COUNT)
    assert [number for number, _ in made] == list(range(COUNT))
    assert {process for _, process in made} != {here}


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("after", [0, 70, 500])
def test_a_helper_that_dies_loses_nothing(after):
    here, numbers = os.getpid(), iter(range(COUNT))

    def dying(number):
        if os.getpid() != here and next(numbers) >= after:
            os.kill(os.getpid(), 9)
        return work(number)

    assert done(dying, COUNT) == expected()


@pytest.mark.usefixtures("helped")
def test_a_helper_that_fails_loses_nothing():
    here = os.getpid()

    def failing(number):
        if os.getpid() != here:
            raise RuntimeError
        return work(number)

    assert done(failing, COUNT) == expected()


@pytest.mark.usefixtures("helped")
def test_what_fails_here_is_an_error_and_leaves_nobody_behind():
    here = os.getpid()

    def failing(_):
        while os.getpid() != here:
            os.sched_yield()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        done(failing, COUNT)
    assert none_is_left()


@pytest.mark.usefixtures("helped")
def test_messages_longer_than_a_pipe_come_whole():
    made = done(lambda number: (number, "x" * 40_000), COUNT)
    assert [(number, len(text)) for number, text in made] == [(n, 40_000) for n in range(COUNT)]


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("missing", ["fork", "pipe"])
def test_where_no_process_can_be_had_this_one_does_it(monkeypatch, missing):
    def refuse():
        raise OSError

    monkeypatch.setattr(os, missing, refuse)
    assert done(work, COUNT) == expected()


@pytest.mark.usefixtures("helped")
def test_how_far_it_is_only_grows_and_comes_to_the_end():
    told = []
    done(work, 3_000, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 3_000)
    assert told[-1] == (3_000, 3_000)
    assert told == sorted(told)


@pytest.mark.usefixtures("helped")
def test_of_very_much_it_is_told_as_often_as_of_much():
    told = []
    done(work, 120_000, lambda made, _: told.append(made))
    assert 2 <= len(told) <= 63


def test_little_work_needs_no_help(monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("it was done sooner alone"))
    assert done(work, crew.WORTH_IT - 1)[-1] == work(crew.WORTH_IT - 2)


def test_one_processor_needs_no_help(monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("they would take turns"))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert len(done(work, crew.WORTH_IT)) == crew.WORTH_IT


def test_nothing_to_do():
    assert done(work, 0) == []


def tagged(data):
    """What a crew is asked for in these tests: something of *data*, and of who has made it."""
    return b"%d %s" % (os.getpid(), data)


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("size", [0, 1, 3_000_000])
def test_who_has_helped_makes_something_of_what_all_have_made(size):
    engaged = Crew(each(work), COUNT, tagged)
    assert engaged.done() == expected()
    data = b"x" * size
    process, _, made = engaged.aside(data)().partition(b" ")
    assert made == data
    assert (int(process) == os.getpid()) is (size == 0)  # nothing is as good as made
    assert none_is_left()


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("end", ["killed", "failing"])
def test_what_a_helper_does_not_make_aside_is_made_here(end):
    here = os.getpid()

    def more(data):
        if os.getpid() != here:
            if end == "killed":
                os.kill(os.getpid(), 9)
            raise RuntimeError
        return data.upper()

    engaged = Crew(each(work), COUNT, more)
    assert engaged.done() == expected()
    assert engaged.aside(b"here")() == b"HERE"
    assert none_is_left()


@pytest.mark.usefixtures("helped")
def test_where_helpers_have_ended_before_it_is_made_all_the_same():
    here = os.getpid()

    def dying(number):
        if os.getpid() != here:
            os._exit(1)
        return work(number)

    engaged = Crew(each(dying), COUNT, tagged)
    assert engaged.done() == expected()
    assert engaged.aside(b"all")().endswith(b" all")
    assert none_is_left()


def test_alone_it_is_made_here_too():
    engaged = Crew(each(work), 3, tagged)
    assert engaged.done() == expected()[:3]
    assert engaged.aside(b"here")() == b"%d here" % os.getpid()


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("asked", [False, True])
def test_a_crew_that_nobody_holds_any_more_is_dismissed(asked):
    engaged = Crew(each(work), COUNT, tagged)
    engaged.done()
    made = engaged.aside(b"") if asked else None
    del engaged, made
    assert none_is_left()


def test_who_has_not_said_what_more_there_is_cannot_ask_for_it():
    engaged = Crew(each(work), 3)
    engaged.done()
    with pytest.raises(ValueError, match="nothing more"):
        engaged.aside(b"")


@pytest.mark.usefixtures("helped")
def test_work_done_aside_is_handed_out_when_it_is_asked_for():
    here = os.getpid()
    made = aside(lambda: b"x" * 300_000 + str(os.getpid()).encode())
    data = made()
    assert data[:300_000] == b"x" * 300_000
    assert int(data[300_000:]) != here


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("end", ["failing", "killed"])
def test_work_that_fails_aside_is_done_here(end):
    here = os.getpid()

    def work():
        if os.getpid() != here:
            if end == "killed":
                os.kill(os.getpid(), 9)
            raise RuntimeError
        return b"here"

    assert aside(work)() == b"here"
    assert none_is_left()


def test_without_another_processor_nothing_is_done_aside(monkeypatch):
    monkeypatch.setattr(aside_module, "helpers", lambda _: 0)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("there is no use in it"))
    assert aside(lambda: b"here")() == b"here"
