"""What is printed on a terminal: its width, its colours, its pager."""

from __future__ import annotations

import os
import shlex
import stat
import sys

import pytest

from cli.conftest import ENTRIES
from terminal import Terminal


@pytest.fixture
def run():
    """Run a command in a terminal to its end: its status, and the terminal."""
    open_ones = []

    def run_in(*arguments, rows=60, columns=60, **environment):
        terminal = Terminal(
            [*arguments, "--entries", str(ENTRIES)],
            rows=rows,
            columns=columns,
            environment=environment,
        )
        open_ones.append(terminal)
        return terminal.wait_for_end(), terminal

    yield run_in
    for terminal in open_ones:
        terminal.close()


def test_text_is_wrapped_to_the_terminal_and_no_wider_than_is_read_well(run):
    _, narrow = run("show", "imagenet", "--view", "summary", columns=40)
    assert narrow.text.startswith("ImageNet is a collection of photographs,\neach sorted")
    _, wide = run("show", "imagenet", "--view", "summary", columns=200)
    assert 60 < max(map(len, wide.text.split("\n"))) <= 80
    _, asked = run("show", "imagenet", "--view", "summary", columns=200, COLUMNS="30")
    assert max(map(len, asked.text.split("\n"))) <= 30


@pytest.mark.parametrize(
    ("environment", "options", "is_coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"TERM": "dumb"}, [], False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], True),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({}, ["--color=never"], False),
    ],
)
def test_colours(run, environment, options, is_coloured):
    status, terminal = run("show", "model", *options, **environment)
    assert (status, b"\x1b[1m" in terminal.raw) == (0, is_coloured)


def test_a_pipe_has_no_colours_unless_they_are_asked_for(glossary):
    assert "\x1b" not in glossary("show", "model").stdout
    assert "\x1b" in glossary("show", "model", FORCE_COLOR="1").stdout
    assert "\x1b" not in glossary("show", "model", FORCE_COLOR="0").stdout
    assert "\x1b" not in glossary("show", "model", FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.fixture
def pager(tmp_path):
    """A pager that writes down what it is given."""
    code = tmp_path / "pager.py"
    code.write_text(
        "import sys\n"
        "text = sys.stdin.read() if sys.argv[1:] == ['--all'] else sys.stdin.readline()\n"
        "print('PAGED', len(text.splitlines()))\n",
        encoding="utf-8",
    )
    script = tmp_path / "a pager"
    # An interpreter whose path has a space cannot stand after #!.
    call = shlex.join([sys.executable, str(code)])
    script.write_text(f'#!/bin/sh\nexec {call} "$@"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return f"'{script}'"


def test_what_is_longer_than_the_terminal_goes_through_the_pager(run, pager):
    status, terminal = run("show", "imagenet", rows=12, PAGER=f"{pager} --all")
    assert status == 0
    assert "PAGED 3" in terminal.text
    assert "sticker" not in terminal.text


def test_leaving_the_pager_early_is_quiet(run, pager, tmp_path):
    for number in range(3000):
        (tmp_path / f"{number}.md").write_text("x " * 50, encoding="utf-8")
    status, terminal = run("list", "--entries", str(tmp_path), rows=12, PAGER=pager)
    assert (status, terminal.text.strip()) == (0, "PAGED 1")


@pytest.mark.parametrize("nothing", ["", "cat", "/no/such/pager", "'unfinished"])
def test_without_a_pager_the_text_is_printed(run, nothing):
    status, terminal = run("show", "imagenet", rows=12, PAGER=nothing)
    assert status == 0
    assert "- Telescope  (no entry here)" in terminal.text


def test_what_fits_is_printed(run, pager):
    _, terminal = run("show", "model", rows=12, PAGER=pager)
    assert "PAGED" not in terminal.text


def test_people_see_why_an_answer_is_one(run):
    _, search = run("search", "cnn")
    assert "Convolutional Neural Network, also CNN" in search.text
    _, path = run("path", "model", "imagenet")
    lines = ["  Model", "← Convolutional Neural Network", "↔ ImageNet"]
    assert path.text.strip("\n").split("\n") == lines


def test_on_a_terminal_that_cannot_draw_a_term_is_printed(run):
    status, terminal = run("model", TERM="dumb")
    assert status == 0
    assert "What was learnt." in terminal.text


def test_interrupted_is_130():
    terminal = Terminal(["explain"])
    try:
        terminal.wait_for("ctrl+d")
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert "Traceback" not in terminal.text
    finally:
        terminal.close()


def test_a_piped_text_is_explained_on_a_terminal(run):
    reader, writer = os.pipe()
    os.write(writer, b"a CNN")
    os.close(writer)
    terminal = Terminal(["explain", "--entries", str(ENTRIES)], stdin=reader)
    os.close(reader)
    try:
        assert terminal.wait_for_end() == 0
        assert "A network that slides small filters" in terminal.text
    finally:
        terminal.close()


def test_a_text_opens_in_the_reader(tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text(
        "We use \x1b[31mImageNet\x1b[0m as a d\bda\bat\bta\bas\bse\bet\bt.", encoding="utf-8"
    )
    terminal = Terminal(["explain", str(paper), "--entries", str(ENTRIES)])
    try:
        terminal.wait_for(
            lambda screen: "In this text  ImageNet" in screen and "ImageNet as a dataset." in screen
        )
        terminal.press("tab", "enter")
        terminal.wait_for("1 Summary")
        terminal.press("[")
        terminal.wait_for("as a dataset.")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored()
    finally:
        terminal.close()


def test_a_text_is_printed_where_a_view_is_asked_for(run, tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text("We use ImageNet.", encoding="utf-8")
    status, terminal = run("explain", str(paper), "--view", "summary")
    assert status == 0
    assert terminal.text.startswith("ImageNet\n")
    assert b"\x1b[?1049h" not in terminal.raw
