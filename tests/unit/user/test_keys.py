from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from glossary_tui.user.commands import COMMANDS
from glossary_tui.user.keys import _SIGNS, key_name, parse_key, types_text


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("b", "b"),
        ("J", "J"),
        ("shift+j", "J"),
        ("ctrl+p", "ctrl+p"),
        ("Ctrl+P", "ctrl+p"),
        ("control+p", "ctrl+p"),
        ("alt+left", "alt+left"),
        ("Alt+←", "alt+left"),
        ("alt+J", "alt+shift+j"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("?", "question_mark"),
        ("[", "left_square_bracket"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        (",", "comma"),
        ("esc", "escape"),
        ("Return", "enter"),
        ("PgUp", "pageup"),
        ("page-down", "pagedown"),
        ("Space", "space"),
        ("F1", "f1"),
        ("é", "é"),
        ("question_mark", "question_mark"),
    ],
)
def test_a_key_as_people_write_it(written, key):
    assert parse_key(written) == key


@pytest.mark.parametrize(
    "written", ["", " ", "ctrl+", "hold+x", "ctrl+nosuch", "nosuch", "abc", "+x"]
)
def test_what_is_no_key_is_none(written):
    assert parse_key(written) == ""


@pytest.mark.parametrize("sign", _SIGNS)
def test_a_sign_has_the_name_that_the_terminal_reports(sign):
    assert parse_key(sign) == _character_to_key(sign)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_the_name_of_every_key_of_the_program_can_be_written_back(command):
    for key in command.default_keys:
        assert parse_key(key_name(key)) == key


def test_characters_are_text_and_the_other_keys_are_not():
    assert all(map(types_text, ["a", "J", "1", "question_mark", "space"]))
    assert not any(map(types_text, ["ctrl+p", "escape", "f1", "up", "alt+left"]))
