"""From words to a command."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.cli.declared import COMMANDS, OPTIONS
from glossary_tui.cli.parser import known_options, parse
from glossary_tui.errors import WrongUsage


@pytest.mark.parametrize(
    ("line", "command", "term"),
    [
        ("", "open", ""),
        ("neural  networks", "open", "neural networks"),
        ("open search", "open", "search"),
        ("show search", "show", "search"),
        ("-- show me", "open", "show me"),
        ("-e x show y", "show", "y"),
        ("neural show", "open", "neural show"),
        ("show -- --json", "show", "--json"),
        ("show y -e x --json", "show", "y"),
    ],
)
def test_the_first_word_may_name_a_command(line, command, term):
    options = parse(line.split())
    assert (options.command.name, options.argument(0)) == (command, term)


@pytest.mark.parametrize(
    "line",
    ["search x -n5", "search x -n 5", "search --limit=5 x", "--limit 5 search x", "search x -n 7 -n5"],
)  # fmt: skip
def test_a_value_may_be_written_in_several_ways(line):
    assert parse(line.split()).number("limit") == 5


def test_what_is_not_given_has_its_default():
    options = parse(["search", "x"])
    assert (options.number("limit"), options.flag("json"), options.values("entries")) == (
        20,
        False,
        (),
    )
    assert parse(["show", "x"]).value("view") == "all"
    assert parse(["explain"]).value("view") == "summary"


def test_what_may_be_repeated_is_kept_in_order():
    assert parse(["-ea", "--entries=b", "-e", "c"]).values("entries") == ("a", "b", "c")
    for empty in (["--entries="], ["-e", ""]):
        with pytest.raises(WrongUsage, match="needs a value"):
            parse(empty)


def test_letters_may_share_a_dash():
    options = parse(["-hea"])
    assert (options.flag("help"), options.values("entries")) == (True, ("a",))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--jsn", "--json"),
        ("-x", "-x"),
        ("show", "TERM is missing"),
        ("path a b c", "“c” is too much"),
        ("path a b c", "glossary open path a b c"),
        ("list --view all", "list takes no --view"),
        ("show x --view long", "summary, eli5"),
        ("show x --view", "--view needs a value"),
        ("show x --json=1", "--json takes no value"),
        ("--ent x", "--ent"),
    ],
)
def test_what_is_wrong_is_named(line, said):
    with pytest.raises(WrongUsage) as error:
        parse(line.split())
    assert said in str(error.value)
    assert error.value.exit_code == 2


def test_a_number_that_is_none_is_wrong_usage():
    for wrong in ("x", "-1", "²", ""):
        with pytest.raises(WrongUsage):
            parse(["search", "x", f"--limit={wrong}"]).number("limit")


def test_help_is_given_where_arguments_are_missing():
    assert parse(["path", "--help"]).command.name == "path"
    assert parse(["--help"]).is_general
    assert not parse(["open", "--help"]).is_general


WORDS = st.one_of(
    st.text(),
    st.sampled_from([f"--{name}" for name in known_options()]),
    st.sampled_from(sorted(COMMANDS)),
    st.sampled_from(["--", "-", "-n", "-e", "--view=all", "-hV"]),
)


@given(st.lists(WORDS))
def test_any_words_are_understood_or_refused(words):
    with contextlib.suppress(WrongUsage):
        options = parse(words)
        for option in (*OPTIONS, *options.command.options):
            options.values(option.name)


@given(st.lists(st.text().filter(lambda word: not word.startswith("-")), min_size=1))
def test_after_open_every_word_belongs_to_the_term(words):
    assert parse(["open", *words]).words == tuple(words)
