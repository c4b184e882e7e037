"""Start → first full paint, and quit → shell, in a window; a first start; keys typed ahead."""

from __future__ import annotations

import difflib
import os
import shutil
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.timing import subjects
from benchmarks.timing.corpora import BUNDLED
from benchmarks.timing.figures import BUNDLED_SIZE, Figure, median
from benchmarks.timing.machine import home
from benchmarks.timing.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.timing.subjects import Subject

_GOALS = {BUNDLED_SIZE: 1.15, 10_000: 1.15, 100_000: 1.35}
_FIRST_START = 3
_AHEAD = "qzxjvwkqzjx"
"""What is typed ahead: nothing that the screen shows by itself."""
_BETWEEN_KEYS = 0.015
"""Seconds between two keys of a quick typist's."""


def starts(sizes: Sequence[int], times: int, *, slow: bool) -> list[Figure]:
    """Figures of every size. *slow* says whether the obvious way is waited for too."""
    figures = []
    for size in sizes:
        prepare(size)
        others: list[Subject | None] = [subjects.bare()]
        if size != BUNDLED_SIZE:
            others.append(subjects.fzf(size))
        painted, ended = _alternately([subjects.program(size), *filter(None, others)], times)
        beside = {name: median(values) for name, values in painted.items() if name != "glossary"}
        if slow and size != BUNDLED_SIZE:
            way, _ = _alternately([subjects.obvious(size)], 3 if size <= 10_000 else 1)
            beside |= {name: median(values) for name, values in way.items()}
        figures.append(
            Figure(
                "start → first full paint",
                size,
                median(painted["glossary"]),
                goal=_GOALS.get(size),
                reference="bare Textual",
                beside=beside,
            )
        )
        figures.append(
            Figure(
                "quit → shell",
                size,
                median(ended["glossary"]),
                goal=60,
                beside={"bare Textual": median(ended["bare Textual"])},
            )
        )
    return figures


def first_starts(sizes: Sequence[int]) -> list[Figure]:
    """The same, without anything kept from an earlier start; and until all terms are listed."""
    figures = []
    for size in sizes:
        times, listed = [], []
        for _ in range(_FIRST_START):
            forget()
            subject = subjects.program(size)
            with Window(subject.command) as window:
                stages = subject.complete, partial(_lists, size)
                painted, at = window.wait_for_each(*stages)
                times.append(1_000 * (painted - window.started))
                listed.append(1_000 * (at - window.started))
        figures.append(Figure("first start → first full paint", size, median(times)))
        figures.append(Figure("first start → all terms listed", size, median(listed)))
    return figures


def number_of(size: int) -> int:
    """How many entries the glossary of that size has."""
    if size != BUNDLED_SIZE:
        return size
    return sum(name.endswith(".md") for name in os.listdir(BUNDLED))


def _lists(size: int, lines: Sequence[str]) -> bool:
    """Whether the screen says that it lists every term."""
    return f"{size:,} terms" in "\n".join(lines)


def forget() -> None:
    """Delete whatever the program has kept."""
    shutil.rmtree(home())
    os.mkdir(home())


def prepare(size: int) -> None:
    """Let the program keep what it keeps of the glossary of that size, as an earlier start does."""
    window_of(subjects.program(size)).close()


def window_of(subject: Subject) -> Window:
    """A window of *subject* that has become idle."""
    window = Window(subject.command)
    window.wait_for(subject.complete)
    window.wait_until_idle()
    return window


def _alternately(
    programs: Sequence[Subject], times: int
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Milliseconds to the first full paint, and to the end, of each, run in turn."""
    painted: dict[str, list[float]] = {subject.name: [] for subject in programs}
    ended: dict[str, list[float]] = {subject.name: [] for subject in programs}
    for _ in range(times):
        for subject in programs:
            with Window(subject.command) as window:
                at = window.wait_for(subject.complete)
                painted[subject.name].append(1_000 * (at - window.started))
                pressed = window.press(subject.quit)
                end, _ = window.wait_for_end()
                ended[subject.name].append(1_000 * (end - pressed))
                if subject.name == "glossary" and not window.is_restored():
                    last = bytes(window.raw[-120:])
                    raise RuntimeError(f"{subject.name} left the terminal unlike it was: {last!r}")
    return painted, ended


def typed_ahead(sizes: Sequence[int], times: int) -> list[Figure]:
    """How many of the keys that are typed while the program starts do not arrive, at most."""
    figures = []
    for size in sizes:
        prepare(size)
        lost = max(_lost(size, number) for number in range(times))
        figures.append(Figure("keys lost while it starts", size, lost, "keys", "count", goal=0))
    return figures


def _lost(size: int, number: int) -> int:
    """How many of the keys of one start do not arrive; *number* says how they are spread."""
    first = number % len(_AHEAD)
    with Window(subjects.program(size).command, ahead=_AHEAD[:first].encode()) as window:
        for letter in _AHEAD[first:]:
            for _ in window.replay(window.record(_BETWEEN_KEYS)):
                pass
            window.press(letter.encode())
        window.wait_for(lambda lines: f"0 of {number_of(size):,}" in "\n".join(lines))
        lines = list(window.screen.display)
    matcher = difflib.SequenceMatcher(None, "", _AHEAD, autojunk=False)
    arrived = 0
    for line in lines:
        matcher.set_seq1(line)
        arrived = max(arrived, sum(block.size for block in matcher.get_matching_blocks()))
    return len(_AHEAD) - arrived
