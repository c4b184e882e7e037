"""A configuration is read with patience and never written."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.paths import configuration_file
from glossary_tui.user.configuration import _understood, load_configuration


@pytest.fixture
def load(tmp_path):
    def write(text):
        path = tmp_path / "config.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_configuration(str(path))

    return write


def test_no_file_is_no_setting(tmp_path):
    assert load_configuration(str(tmp_path / "none.toml")) == ({}, ())


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


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["headings", "x", "\n"]), VALUES))
def test_any_value_is_understood_or_warned_about(found):
    result = _understood(found, "config.toml", str(found))
    assert all(each.line >= 0 for each in result.warnings)


def test_it_lies_where_the_platform_puts_it(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert configuration_file() == os.path.join(tmp_path, "glossary-tui", "config.toml")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert configuration_file().endswith(os.path.join(".config", "glossary-tui", "config.toml"))
