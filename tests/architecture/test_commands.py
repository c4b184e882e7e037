"""Every command is declared once and can be carried out."""

from __future__ import annotations

from collections import Counter

import pytest

from glossary_tui.search.operators import OPERATORS
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.tui.screens.card_info import CardInfoScreen
from glossary_tui.tui.screens.help import HelpScreen
from glossary_tui.tui.screens.letters import LettersScreen
from glossary_tui.tui.screens.map import MapScreen
from glossary_tui.tui.screens.missing import MissingScreen
from glossary_tui.tui.screens.path import PathScreen
from glossary_tui.tui.screens.picker import PickerScreen
from glossary_tui.tui.screens.study import StudyScreen
from glossary_tui.tui.screens.study_start import StudyStartScreen
from glossary_tui.tui.screens.unsaved import UnsavedScreen
from glossary_tui.tui.widgets.answer_box import AnswerBox
from glossary_tui.tui.widgets.chart_page import ChartPage
from glossary_tui.tui.widgets.entry_peeks import PeekingView
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.find_bar import FindBox
from glossary_tui.tui.widgets.path_view import PathView
from glossary_tui.tui.widgets.plain_text import PlainText
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from glossary_tui.tui.widgets.remark_list import RemarkList
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.term_list import TermList
from glossary_tui.user.commands import COMMANDS, CONTEXTS, commands_of

ACTORS = {
    actor.CONTEXT: actor
    for actor in (
        GlossaryApp,
        BrowseScreen,
        PickerScreen,
        LettersScreen,
        HelpScreen,
        SearchBox,
        TermList,
        EntryText,
        FindBox,
        PlainText,
        RelatedPanel,
        MapScreen,
        PathScreen,
        PathView,
        PeekingView,
        RemarkList,
        MissingScreen,
        StudyStartScreen,
        StudyScreen,
        AnswerBox,
        ChartPage,
        CardInfoScreen,
        UnsavedScreen,
    )
}
TAKEN_BY_TERMINALS = {
    "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+j", "ctrl+o", "ctrl+s", "ctrl+b",
}  # fmt: skip


def test_every_context_has_an_actor():
    assert set(ACTORS) == set(CONTEXTS) == {command.context for command in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_an_action(command):
    assert callable(getattr(ACTORS[command.context], f"action_{command.action}"))


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_key_means_two_things_in_one_place(context):
    keys = Counter(key for command in commands_of(context) for key in command.default_keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_key_is_one_that_terminals_or_multiplexers_take():
    keys = {key for command in COMMANDS for key in command.default_keys}
    assert keys & TAKEN_BY_TERMINALS == set()


WIDTH = 80 - 2 - 4 - 1 - 2 - 20
"""What a help page of 80 columns leaves for a sentence: border, padding, scrollbar, indent, keys."""


def test_no_line_of_the_help_wraps_in_80_columns():
    sentences = [command.help for command in COMMANDS] + [meaning for _, meaning in OPERATORS]
    assert [sentence for sentence in sentences if len(sentence) > WIDTH] == []


def test_ids_are_unique():
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
