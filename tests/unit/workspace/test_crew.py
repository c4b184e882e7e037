"""Several processes do what one would do, whatever becomes of them."""

from __future__ import annotations

import os

import pytest

from glossary_tui.workspace.cache import crew

COUNT = 1_000


@pytest.fixture
def helped(monkeypatch):
    """Two helpers, however few processors there are and however little there is to do."""
    monkeypatch.setattr(crew, "_helpers", lambda count: 2)


def expected():
    return [(number, str(number), None) for number in range(COUNT)]


def work(number):
    return number, str(number), None


@pytest.mark.usefixtures("helped")
def test_what_is_made_stands_in_order():
    assert crew.done(work, COUNT) == expected()


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

    made = crew.done(waiting, COUNT)
    assert [number for number, _ in made] == list(range(COUNT))
    assert {process for _, process in made} != {here}


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("after", [0, 70, 500])
def test_a_helper_that_dies_loses_nothing(after):
    here, done = os.getpid(), iter(range(COUNT))

    def dying(number):
        if os.getpid() != here and next(done) >= after:
            os.kill(os.getpid(), 9)
        return work(number)

    assert crew.done(dying, COUNT) == expected()


@pytest.mark.usefixtures("helped")
def test_a_helper_that_fails_loses_nothing():
    here = os.getpid()

    def failing(number):
        if os.getpid() != here:
            raise RuntimeError
        return work(number)

    assert crew.done(failing, COUNT) == expected()


@pytest.mark.usefixtures("helped")
def test_what_fails_here_is_an_error_and_leaves_nobody_behind():
    here = os.getpid()

    def failing(_):
        while os.getpid() != here:
            os.sched_yield()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        crew.done(failing, COUNT)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.usefixtures("helped")
def test_messages_longer_than_a_pipe_come_whole():
    made = crew.done(lambda number: (number, "x" * 40_000), COUNT)
    assert [(number, len(text)) for number, text in made] == [(n, 40_000) for n in range(COUNT)]


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize("missing", ["fork", "pipe"])
def test_where_no_process_can_be_had_this_one_does_it(monkeypatch, missing):
    def refuse():
        raise OSError

    monkeypatch.setattr(os, missing, refuse)
    assert crew.done(work, COUNT) == expected()


@pytest.mark.usefixtures("helped")
def test_how_far_it_is_only_grows_and_comes_to_the_end():
    told = []
    crew.done(work, 3_000, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 3_000)
    assert told[-1] == (3_000, 3_000)
    assert told == sorted(told)


def test_little_work_needs_no_help(monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("it was done sooner alone"))
    assert crew.done(work, crew.WORTH_IT - 1)[-1] == work(crew.WORTH_IT - 2)


def test_one_processor_needs_no_help(monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("they would take turns"))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert len(crew.done(work, crew.WORTH_IT)) == crew.WORTH_IT


def test_nothing_to_do():
    assert crew.done(work, 0) == []


@pytest.mark.usefixtures("helped")
def test_work_done_aside_is_handed_out_when_it_is_asked_for():
    here = os.getpid()
    made = crew.aside(lambda: b"x" * 300_000 + str(os.getpid()).encode())
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

    assert crew.aside(work)() == b"here"
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_without_another_processor_nothing_is_done_aside(monkeypatch):
    monkeypatch.setattr(crew, "_helpers", lambda _: 0)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("there is no use in it"))
    assert crew.aside(lambda: b"here")() == b"here"
