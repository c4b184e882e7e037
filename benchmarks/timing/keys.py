"""Keys in a window: each from its press until the screen holds what it leads to.

A key's time ends with the last change of the screen's text that it causes: the list narrowed, the
number of answers, and the preview of the best of them.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from benchmarks.timing import subjects
from benchmarks.timing.corpora import titles
from benchmarks.timing.figures import Figure, p90
from benchmarks.timing.starting import prepare, window_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.timing.subjects import Subject
    from benchmarks.timing.window import Window

_QUIET = 0.12
_QUIET_OF_OTHERS = 0.4
_LETTERS = 9
_GOALS = {10_000: 16, 100_000: 25}
_MEMORY = {1_000: 50, 10_000: 60, 100_000: 130}


def sessions(sizes: Sequence[int], queries: int, *, slow: bool) -> list[Figure]:
    """Figures of one session for each size: memory, search keys, words, arrows and views."""
    figures = []
    for size in sizes:
        prepare(size)
        figures += _session(size, queries, slow=slow)
    return figures


def _session(size: int, queries: int, *, slow: bool) -> list[Figure]:
    asked = _queries(size, queries)
    narrowing, walking = _others(size, asked[:4], slow=slow)
    subject = subjects.program(size)
    with window_of(subject) as window:
        memory = window.resident()
        keys = _search(window, subject, asked, _QUIET)
        words = _search(window, subject, [f"/{word}" for word in _WORDS[:queries]], _QUIET)
        _settle(window, subject.clear)
        arrows = _presses(window, [subject.down] * 5 * queries, _QUIET)
        _settle(window, b"\x1b")
        views = _presses(window, [b"2", b"3", b"1"] * queries, _QUIET)
    return [
        Figure(
            "key → results and preview", size, p90(keys), statistic="p90",
            goal=_GOALS.get(size), beside=narrowing,
        ),
        Figure("key → words of the bodies", size, p90(words), statistic="p90", goal=16),
        Figure("arrow → entry", size, p90(arrows), statistic="p90", goal=16, beside=walking),
        Figure("view switch", size, p90(views), statistic="p90", goal=16),
        Figure("memory", size, memory, "MB", goal=_MEMORY.get(size)),
    ]  # fmt: skip


_WORDS = (
    "gradient", "training data", "network", "picture", "average", "memory", "language", "loss",
    "children", "probability", "matrix", "robot",
)  # fmt: skip


def _queries(size: int, number: int) -> list[str]:
    """Beginnings of titles, words from within them, and slips, mixed."""
    random = Random(size)
    made = []
    for index, title in enumerate(random.sample(titles(size), number)):
        text = title.lower()
        if index % 3 == 1:
            text = text.partition(" ")[2] or text
        if index % 3 == 2 and len(text) > 5:
            text = text[:3] + text[4:]
        made.append(text[:_LETTERS])
    return made


def _others(
    size: int, asked: Sequence[str], *, slow: bool
) -> tuple[dict[str, float], dict[str, float]]:
    """The same keys in other programs: search keys, arrows."""
    narrowing, walking = {}, {}
    for subject in (subjects.fzf(size), subjects.obvious(size) if slow else None):
        if subject is None:
            continue
        with window_of(subject) as window:
            narrowing[subject.name] = p90(_search(window, subject, asked, _QUIET_OF_OTHERS))
            _settle(window, subject.clear)
            if subject.name != "fzf":
                _settle(window, b"\r")
            walking[subject.name] = p90(_presses(window, [subject.down] * 10, _QUIET_OF_OTHERS))
    return narrowing, walking


def _search(window: Window, subject: Subject, asked: Iterable[str], quiet: float) -> list[float]:
    """Milliseconds of every key of the queries *asked*, each from an empty box."""
    times = []
    for query in asked:
        _settle(window, subject.clear)
        times += _presses(window, [letter.encode() for letter in query], quiet)
    return times


def _settle(window: Window, key: bytes) -> None:
    window.press(key)
    for _ in window.replay(window.record(_QUIET_OF_OTHERS)):
        pass


def _presses(window: Window, keys: Iterable[bytes], quiet: float) -> list[float]:
    """Milliseconds of each of *keys* that changes the screen."""
    times = []
    for key in keys:
        pressed = window.press(key)
        settled = window.settled(window.record(quiet))
        if settled is not None:
            times.append(1_000 * (settled - pressed))
    return times
