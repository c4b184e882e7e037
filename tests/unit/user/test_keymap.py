from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.user.commands import COMMANDS
from glossary_tui.user.configuration import load_configuration
from glossary_tui.user.keymap import DEFAULT_KEYMAP, keymap_of
from glossary_tui.user.preferences import Configuration

BY_ID = {command.id: command for command in COMMANDS}


@pytest.fixture
def keymap(tmp_path):
    """The keymap of a [keys] table, and the remarks as (code, line, message)."""

    def read(table):
        path = tmp_path / "config.toml"
        path.write_text(f"[keys]\n{table}\n", encoding="utf-8")
        found, remarks = keymap_of(load_configuration(str(path)))
        assert all(each.path == str(path) for each in remarks)
        return found, [(each.code, each.line, each.message) for each in remarks]

    return read


def keys(found, command_id):
    return found.keys(BY_ID[command_id])


def test_without_changes_every_command_has_its_own_keys(keymap):
    found, remarks = keymap("")
    assert found is DEFAULT_KEYMAP
    assert remarks == []
    assert keys(found, "browse.back") == ("left_square_bracket", "alt+left")


def test_a_command_has_the_keys_that_it_is_given_and_no_others(keymap):
    found, remarks = keymap('"browse.back" = ["ctrl+y", "f6"]')
    assert keys(found, "browse.back") == ("ctrl+y", "f6")
    assert found.name_of("browse.back") == "Ctrl+y"
    assert remarks == []


def test_an_empty_list_takes_all_keys_away(keymap):
    found, remarks = keymap('"browse.edit" = []')
    assert keys(found, "browse.edit") == ()
    assert found.name_of("browse.edit") == ""
    assert remarks == []


def test_an_unknown_command_is_named_with_its_line(keymap):
    _, remarks = keymap('"browse.back" = "f6"\n"browse.bakc" = "x"')
    assert remarks == [("K001", 3, "There is no command browse.bakc.")]


def test_an_unquoted_command_is_found_too(keymap):
    _, remarks = keymap('\nbrowse.bakc = "x"')
    assert remarks == [("K001", 3, "There is no command browse.bakc.")]


def test_an_unknown_key_leaves_the_others_or_the_own_ones(keymap):
    found, remarks = keymap('"browse.back" = ["blah", "f6"]\n"browse.forward" = "blah"')
    assert keys(found, "browse.back") == ("f6",)
    assert keys(found, "browse.forward") == BY_ID["browse.forward"].default_keys
    assert [(code, line) for code, line, _ in remarks] == [("K002", 2), ("K002", 3)]


def test_a_key_taken_from_another_command_is_a_remark(keymap):
    found, remarks = keymap('"browse.back" = "e"')
    assert keys(found, "browse.back") == ("e",)
    assert keys(found, "browse.edit") == ()
    assert remarks == [("K003", 2, "e is browse.back's now; browse.edit is without it.")]


def test_keys_that_change_places_do_not_clash(keymap):
    found, remarks = keymap('"browse.back" = "]"\n"browse.forward" = "["')
    assert keys(found, "browse.back") == ("right_square_bracket",)
    assert keys(found, "browse.forward") == ("left_square_bracket",)
    assert remarks == []


def test_of_two_that_ask_for_one_key_the_first_has_it(keymap):
    found, remarks = keymap('"browse.back" = "f6"\n"browse.forward" = ["f6", "f7"]')
    assert keys(found, "browse.back") == ("f6",)
    assert keys(found, "browse.forward") == ("f7",)
    assert remarks == [("K003", 3, "F6 is browse.back's now; browse.forward is without it.")]


def test_a_key_that_is_another_in_a_nearer_place_is_a_remark(keymap):
    _, remarks = keymap('"browse.back" = "j"')
    messages = [message for code, line, message in remarks if (code, line) == ("K003", 2)]
    assert "j is text.down before it is browse.back: the nearer goes first." in messages


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ('"browse.back" = "ctrl+q"', "always leaves"),
        ('"browse.back" = "ctrl+i"', "Terminals send Tab"),
        ('"search.clear" = "x"', "typed into the box"),
    ],
)
def test_a_key_that_cannot_be_had_is_a_remark(keymap, table, reason):
    found, remarks = keymap(table)
    ((code, line, message),) = remarks
    assert (code, line) == ("K004", 2)
    assert reason in message
    command_id = table.split('"')[1]
    assert keys(found, command_id) == BY_ID[command_id].default_keys


KEYS = st.sampled_from(["a", "e", "j", "q", "ctrl+q", "ctrl+x", "[", "?", "f1", "none such", "up"])
ASKED = st.dictionaries(st.sampled_from([*BY_ID, "no.such"]), st.lists(KEYS, max_size=3).map(tuple))


@given(ASKED)
def test_whatever_is_asked_for_no_key_means_two_things_in_one_place(asked):
    found, _ = keymap_of(Configuration({}, keys=asked))
    taken = set()
    for command in COMMANDS:
        for key in found.keys(command):
            assert (command.context, key) not in taken
            taken.add((command.context, key))
