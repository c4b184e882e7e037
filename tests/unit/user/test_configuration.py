"""A configuration is read with patience and never written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.paths import configuration_file
from glossary_tui.user.configuration import load_configuration
from glossary_tui.user.preferences import Configuration, GlossarySettings
from glossary_tui.user.settings import GLOSSARY_SETTINGS, SETTINGS, TABLES
from glossary_tui.user.toml_lines import line_of
from glossary_tui.user.understanding import understood


@pytest.fixture
def load(tmp_path):
    def write(text):
        path = tmp_path / "config.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_configuration(str(path))

    return write


def test_no_file_is_no_setting(tmp_path):
    path = str(tmp_path / "none.toml")
    assert load_configuration(path) == Configuration({}, path=path)


def test_headings_by_role(load):
    found = load('[headings]\neli5 = ["In plain words"]\nrelated = ["See also", "Siehe auch"]\n')
    assert found.headings == {
        "eli5": ("In plain words",),
        "related": ("See also", "Siehe auch"),
    }
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("colour = 1\n", "C001", 1),
        ('\n[headings]\n# a remark\nsumary = ["x"]\n', "C001", 4),
        ('[headings]\nsummary = "x"\n', "C002", 2),
        ("[headings]\nsummary = [1]\n", "C002", 2),
        ("headings = 3\n", "C002", 1),
        ("x = = 1\n", "C003", 1),
        ("# a\n[oops\n", "C003", 2),
        (b"\xff\xfe", "C003", 0),
        ("[reading]\nwidth = 3\n", "C002", 2),
        ("[reading]\nwidth = true\n", "C002", 2),
        ("[study]\n[reading]\nlinear = 1\n", "C002", 3),
        ("reading = {width = '80'}\n", "C002", 1),
        ("[study]\nkinds = []\n", "C002", 2),
        ('[study]\nkinds = ["meaning", "song"]\n', "C002", 2),
        ("[study]\nretention = 1\n", "C002", 2),
        ("[mentions]\nlink = true\n", "C001", 2),
        ('[glossaries]\nall = ["x"]\n', "C002", 2),
        ("[glossaries]\nteam = []\n", "C002", 2),
        ('[glossaries.team]\nfolder = "x"\nfolders = ["y"]\n', "C001", 2),
        ("[glossaries.team]\nmentions = true\n", "C002", 1),
        ('glossary = "team"\n', "C002", 1),
        ('[keys]\n"browse.back" = 1\n', "C002", 2),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(load, text, code, line):
    found = load(text)
    assert [(each.code, each.line) for each in found.warnings] == [(code, line)]
    assert found.headings == {}


def test_one_wrong_value_does_not_cost_the_others(load):
    found = load('other = 1\n[headings]\nsummary = 2\neli5 = ["Plain"]\n')
    assert found.headings == {"eli5": ("Plain",)}
    assert len(found.warnings) == 2


def test_a_folder_in_its_place_is_a_warning(tmp_path):
    found = load_configuration(str(tmp_path))
    assert [each.code for each in found.warnings] == ["C003"]


def test_everything_that_can_be_set(load):
    found = load(
        """
        glossary = "team"
        [glossaries]
        team = ["~/wiki/terms", "more"]
        [glossaries.mine]
        folders = ["notes"]
        mentions = false
        common-words = ["Node"]
        [reading]
        width = 72
        linear = true
        theme = "nord"
        [mentions]
        links = false
        common-words = ["Layer"]
        bundled-common-words = false
        [keys]
        "browse.back" = "b"
        browse.forward = ["f", "alt+right"]
        [study]
        kinds = ["choice"]
        new-per-day = 0
        reviews-per-day = 50
        retention = 0.85
        day-starts-at = 0
        """
    )
    assert found.warnings == ()
    assert found.default_glossary == "team"
    assert found.glossaries == {
        "team": GlossarySettings(("~/wiki/terms", "more")),
        "mine": GlossarySettings(("notes",), mentions=False, common_words=("Node",)),
    }
    assert found.reading == (72, True, "nord")
    assert found.mentions == (False, ("Layer",), False)
    assert found.keys == {"browse.back": ("b",), "browse.forward": ("f", "alt+right")}
    assert found.study == (("choice",), 0, 50, 0.85, 0)


def test_every_setting_is_documented():
    page = (Path(__file__).parents[3] / "docs" / "configuration.md").read_text(encoding="utf-8")
    settings = {each.key for each in (*SETTINGS, *GLOSSARY_SETTINGS)}
    assert [key for key in sorted(settings) if f"{key} = " not in page] == []
    assert [table for table in TABLES if f"[{table}]" not in page] == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 1),
        (("t",), 2),
        (("t", "a"), 3),
        (("t", "x.y"), 4),
        (("t", "u", "deep"), 5),
        (("t", "u", "none"), 5),
        (("list", "a"), 7),
        (("none",), 0),
    ],
)
def test_a_setting_is_found_by_its_path(path, line):
    text = 'a = 1\n[t]\na = 2\n"x.y" = 3\nu.deep = 4\n[[ list ]]\na = 5\n'
    assert line_of(path, text) == line


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*TABLES, "glossary", "x", "\n"]), VALUES))
def test_any_value_is_understood_or_warned_about(found):
    result = understood(found, "config.toml", str(found))
    assert all(each.line >= 0 for each in result.warnings)


def test_it_lies_where_the_platform_puts_it(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert configuration_file() == os.path.join(tmp_path, "glossary-tui", "config.toml")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert configuration_file().endswith(os.path.join(".config", "glossary-tui", "config.toml"))
