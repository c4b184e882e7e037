"""Modules are found where they are, and are what Python would have found."""

from __future__ import annotations

import importlib.util
import os
import pkgutil
import py_compile
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

import glossary_tui
from glossary_tui import modules
from glossary_tui.modules import Finder, find_directly

NAMES = [
    each.name
    for each in pkgutil.walk_packages(glossary_tui.__path__, "glossary_tui.")
    if not each.name.endswith("__main__")
]
DRAWING = ["textual.app", "textual.widget", "textual.widgets", "textual.css.query", "rich.segment"]


def found(finder, name, path):
    """What a finder says, of whatever type."""
    return finder.find_spec(name, path)


def folder_of(name):
    return list(sys.modules[name.rpartition(".")[0]].__path__)


def test_every_module_is_the_one_that_python_finds():
    for name in (*NAMES, *DRAWING):
        importlib.import_module(name)
        ours, pythons = (found(each, name, folder_of(name)) for each in (Finder, PathFinder))
        assert (ours.origin, ours.cached) == (pythons.origin, pythons.cached)
        assert ours.has_location
        assert ours.submodule_search_locations == pythons.submodule_search_locations
        code, pythons_code = (each.loader.get_code(name) for each in (ours, pythons))
        assert code == pythons_code


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("textual", None),
        ("email.parser", ["."]),
        ("glossary_tui", None),
        ("glossary_tui.no", ["."]),
    ],
)
def test_any_other_module_is_left_to_python(name, path):
    assert Finder.find_spec(name, path) is None


@pytest.fixture
def sample(tmp_path):
    """A module that has been compiled: where its source is, and where its code."""
    source = tmp_path / "sample.py"
    source.write_text("value = 1\n", encoding="utf-8")
    return source, Path(py_compile.compile(str(source), doraise=True) or "")


def value_of(source, finder=Finder):
    """What the module says, or how it fails."""
    spec = finder.find_spec("glossary_tui.sample", [str(source.parent)])
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (ImportError, EOFError, ValueError) as error:
        return type(error)
    return module.value


def test_compiled_code_is_taken_where_the_source_is_as_it_was(sample):
    source, compiled = sample
    at = source.stat()
    source.write_text("value = 2\n", encoding="utf-8")
    os.utime(source, ns=(at.st_atime_ns, at.st_mtime_ns))
    assert value_of(source) == 1, "of that time and size, it is that source, as Python sees it"
    assert compiled.exists()


def test_of_a_source_that_has_changed_the_code_is_made_anew(sample):
    source, _ = sample
    source.write_text("value = 22\n", encoding="utf-8")
    assert value_of(source) == 22


@pytest.mark.parametrize("spoil", [
    lambda data: b"",
    lambda data: data[:16],
    lambda data: data[:-5],
    lambda data: bytes(4) + data[4:],
    lambda data: data[:4] + b"\1" + data[5:],
    lambda data: data[:16] + b"i\1\0\0\0",
])  # fmt: skip
def test_of_what_is_no_code_of_the_source_comes_what_python_makes_of_it(sample, spoil):
    source, compiled = sample
    spoilt = spoil(compiled.read_bytes())
    compiled.write_bytes(spoilt)
    ours = value_of(source)
    compiled.write_bytes(spoilt)
    assert ours == value_of(source, PathFinder)


def test_code_that_is_not_there_is_made(sample):
    source, compiled = sample
    compiled.unlink()
    assert value_of(source) == 1


def test_long_code_is_left_to_python(sample, monkeypatch):
    source, _ = sample
    monkeypatch.setattr(modules, "_MOST", 20)
    assert value_of(source) == 1


def test_who_is_asked_before_the_path_still_is(monkeypatch):
    monkeypatch.setattr(sys, "meta_path", [another := object(), PathFinder])
    find_directly()
    assert sys.meta_path == [another, Finder, PathFinder]


@pytest.mark.parametrize(
    ("name", "value"), [("pycache_prefix", "/elsewhere"), ("meta_path", [object()])]
)
def test_where_python_does_it_otherwise_it_does_it_all(monkeypatch, name, value):
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(sys, name, value)
    find_directly()
    assert Finder not in sys.meta_path


def test_a_command_finds_its_modules_so():
    code = (
        "import sys; sys.argv = ['glossary', '--version']\n"
        "import os; os._exit = lambda status: print(sys.modules['glossary_tui.cli.parser'].__loader__)\n"
        "from glossary_tui.__main__ import command; command()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "glossary_tui.modules._Loader" in done.stdout
