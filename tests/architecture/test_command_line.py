"""Every command of the command line is declared once, and can be carried out."""

from __future__ import annotations

from importlib import import_module

import pytest

from glossary_tui.cli.declared import COMMANDS, GROUPS, OPTIONS
from glossary_tui.cli.declared.managing import COMPLETE

ALL = [command for group in GROUPS for command in group.commands]
KINDS = ("", "term", "file", "directory", "tag", "glossary")


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_every_command_has_a_module_that_runs_it(command):
    assert callable(import_module(command.module).run)


def test_names_are_unique():
    assert len(COMMANDS) == len(ALL) + len([COMPLETE])


def test_the_command_of_the_shells_is_no_word():
    assert COMPLETE.name.startswith("__")
    assert COMPLETE not in ALL


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_no_option_stands_for_two_things_in_one_command(command):
    options = (*OPTIONS, *command.options)
    names = [option.name for option in options]
    letters = [option.letter for option in options if option.letter]
    assert len(set(names)) == len(names)
    assert len(set(letters)) == len(letters)


def test_an_option_takes_a_value_in_every_command_or_in_none():
    """So an option may stand before the command that it belongs to."""
    seen = {option.name: option for option in OPTIONS}
    for command in ALL:
        for option in command.options:
            known = seen.setdefault(option.name, option)
            assert bool(option.value) == bool(known.value), option.name
            assert option.letter == known.letter, option.name
    letters = [option.letter for option in seen.values() if option.letter]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_declarations_are_sound(command):
    assert not command.help.endswith(".")
    for argument in command.arguments[:-1]:
        assert not argument.is_many
        assert not argument.is_optional or all(each.is_optional for each in command.arguments)
    for each in (*command.arguments, *command.options):
        assert each.completes in KINDS
        assert not each.help.endswith(".")
    for option in command.options:
        assert not option.default or not option.choices or option.default in option.choices
