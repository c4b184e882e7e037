"""Regular expressions that are compiled once: what is kept is what would be compiled."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import pytest

from glossary_tui.paths import cache_folder
from glossary_tui.tui import patterns
from glossary_tui.tui.patterns import kept_patterns

compiler: Any = importlib.import_module("re._compiler")
SAMPLES = [
    ("a+b", 0),
    ("a+b", re.IGNORECASE),
    (r"(?P<key>\w+)\s*=\s*(?P<value>[^\n]*)|(\d+)(?(3)x|y)", re.MULTILINE),
    (r"(?x) a  # a comment \n b", 0),
    (r"[à-ÿ]+(?<=é)(?!z)(?P<n>q)?", re.UNICODE | re.DOTALL),
    (r"(?i:straße|[^\x00-\x1f]{2,5}?)+", 0),
    (b"bytes", 0),
]


@pytest.fixture
def compiled(monkeypatch):
    """The patterns that Python's compiler has been given; nothing that `re` remembers."""
    given = []
    true = compiler.compile

    def noting(pattern, flags=0):
        given.append(pattern)
        return true(pattern, flags)

    monkeypatch.setattr(compiler, "compile", noting)
    return given


def made():
    """The samples, compiled while patterns are kept."""
    re.purge()
    with kept_patterns():
        found = [re.compile(pattern, flags) for pattern, flags in SAMPLES]
    re.purge()
    return found


def test_a_pattern_that_was_kept_is_the_one_that_would_be_compiled(compiled):
    first = made()
    assert compiled == [pattern for pattern, _ in SAMPLES]
    again = made()
    assert compiled[len(SAMPLES) :] == [b"bytes"]
    true = [re.compile(pattern, flags) for pattern, flags in SAMPLES]
    assert first == again == true
    for one, other in zip(again, true, strict=True):
        assert (one.groups, one.groupindex, one.flags) == (
            other.groups,
            other.groupindex,
            other.flags,
        )
    match = again[2].match("width = 3")
    assert match is not None
    assert match.groupdict() == {"key": "width", "value": "3"}


def test_only_what_is_new_is_compiled(compiled):
    made()
    compiled.clear()
    with kept_patterns():
        re.compile("something else")
    assert compiled == ["something else"]
    re.purge()


def kept_file():
    return Path(cache_folder(), "interface", "patterns")


@pytest.mark.parametrize("at", range(0, 100, 9))
def test_a_damaged_file_is_not_believed(compiled, at):
    made()
    data = bytearray(kept_file().read_bytes())
    data[at * len(data) // 100] ^= 0x55
    kept_file().write_bytes(data)
    compiled.clear()
    assert made() == [re.compile(pattern, flags) for pattern, flags in SAMPLES]
    assert compiled[: len(SAMPLES)] == [pattern for pattern, _ in SAMPLES]


def test_nothing_is_kept_where_nothing_can_be_written(compiled):
    Path(cache_folder()).parent.mkdir(parents=True, exist_ok=True)
    Path(cache_folder()).write_text("no folder", encoding="utf-8")
    made()
    made()
    assert compiled == [pattern for pattern, _ in SAMPLES] * 2


def test_python_compiles_as_ever_afterwards(compiled):
    before = compiler.compile, compiler._sre
    with pytest.raises(re.error), kept_patterns():
        re.compile("(")
    assert (compiler.compile, compiler._sre) == before
    assert re.compile("still (works)").match("still works")


def test_another_python_inside_is_left_alone(monkeypatch):
    monkeypatch.delattr(compiler, "_sre")
    with kept_patterns():
        assert not isinstance(compiler.compile, patterns._Keeper)
