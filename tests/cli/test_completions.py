"""What shells complete, asked in the shells themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from cli.conftest import ENTRIES
from glossary_tui.cli.commands.completions import FOLDER
from glossary_tui.cli.declared import COMMANDS, GROUPS
from glossary_tui.cli.quoting import escaped, split_line
from terminal import Terminal

ZSH, FISH = (shutil.which(shell) or "" for shell in ("zsh", "fish"))
needs_zsh = pytest.mark.skipif(not ZSH, reason="there is no zsh here")
needs_fish = pytest.mark.skipif(not FISH, reason="there is no fish here")


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A PATH on which `glossary` is this one, over the small glossary."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "glossary"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m glossary_tui "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GLOSSARY_PATH", str(ENTRIES))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def bash(path):
    """What bash would insert for a line, the cursor at its end."""

    def complete(line):
        script = (
            'source <(glossary completions bash); COMP_LINE="$1"; COMP_POINT=${#1}\n'
            'COMP_WORDS=(glossary "${1##* }"); COMP_CWORD=1; _glossary\n'
            '(( ${#COMPREPLY[@]} )) && printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run(
            ["bash", "--norc", "-c", script, "bash", line],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.stdout.splitlines()

    return complete


def test_bash_completes_commands_options_values_and_terms(bash):
    commands = [command.name for group in GROUPS for command in group.commands]
    assert bash("glossary ") == commands
    assert bash("glossary sho") == ["show"]
    assert bash("glossary show --vi") == ["--view"]
    assert bash("glossary show --view e") == ["eli5"]
    assert bash("glossary show --view=e") == ["eli5"]
    assert bash("glossary list --tag vis") == ["vision"]
    assert bash("glossary -g bun") == ["bundled"]
    assert bash("glossary completions f") == ["fish"]
    assert bash("glossary show image") == ["ImageNet"]
    assert bash("glossary show image\\ d") == ["Image\\ database"]


def test_bash_completes_terms_of_several_words_with_quotes_and_without(bash):
    assert bash("glossary show convol") == ["Convolutional\\ Neural\\ Network"]
    assert bash("glossary show convolutional neu") == ["Neural\\ Network"]
    assert bash("glossary show convolutional\\ neu") == ["Convolutional\\ Neural\\ Network"]
    assert bash('glossary show "convolutional neu') == ["Convolutional Neural Network"]
    assert bash("glossary path Model convolutional\\ n") == ["Convolutional\\ Neural\\ Network"]


def test_bash_completes_files_and_folders(bash, tmp_path):
    (tmp_path / "paper one.txt").write_text("x")
    (tmp_path / "papers").mkdir()
    assert bash("glossary explain pa") == ["paper one.txt", "papers"]
    assert bash("glossary check pa") == ["papers"]
    assert bash("glossary -e pa") == ["papers"]


def test_a_line_that_makes_no_sense_completes_to_nothing(bash):
    assert bash("glossary where now") == []
    assert bash("glossary -g nowhere show a") == []
    assert bash("glossary -e /no/such/folder show a") == []


def test_the_glossary_of_the_line_is_the_one_that_is_completed(bash, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "image.md").write_text("# Imagery\n\nText.\n")
    assert bash(f"glossary -e {tmp_path}/own show image") == ["Imagery"]
    assert "ImageNet" in bash("glossary -g bundled show imagenet")


@pytest.mark.parametrize(
    ("line", "words", "quote", "kept"),
    [
        ("glossary ", ["glossary", ""], "", 0),
        ("glossary a\\ b c", ["glossary", "a b", "c"], "", 0),
        ("glossary 'a b", ["glossary", "a b"], "'", 0),
        ('glossary "a \\" b', ["glossary", 'a " b'], '"', 0),
        ("glossary --view=el", ["glossary", "--view=el"], "", 7),
        ("glossary '' x:y", ["glossary", "", "x:y"], "", 2),
    ],
)
def test_lines_are_cut_as_bash_cuts_them(line, words, quote, kept):
    assert split_line(line) == (words, quote, kept)


@pytest.mark.parametrize(
    "word", ["a b", "it's", 'say "x"', "$HOME `x` \\", "x:y=z", "(a|b)*?", "größe"]
)
@pytest.mark.parametrize("opening", ["", "'", '"'])
def test_what_is_inserted_is_one_word_again(word, opening):
    line = split_line(f"glossary {opening}")
    inserted = escaped(word, line)
    done = subprocess.run(
        ["bash", "--norc", "-c", f"printf '%s\\n' {opening}{inserted}{opening}"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout == f"{word}\n"


@needs_fish
def test_fish_completes(path):
    def complete(line):
        script = "glossary completions fish | source; complete -C $argv[1]"
        done = subprocess.run(
            [FISH, "--no-config", "-c", script, line], capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        return [each.partition("\t")[0] for each in done.stdout.splitlines()]

    assert complete("glossary sho") == ["show"]
    assert complete("glossary show convolutional neu") == ["Neural Network"]
    assert complete("glossary show 'convolutional neu") == ["Convolutional Neural Network"]
    assert complete("glossary show --view e") == ["eli5"]


@needs_zsh
@pytest.mark.parametrize(
    "setting_up",
    [
        "autoload -Uz compinit; compinit -D -u; source <(glossary completions zsh)",
        f"fpath=('{FOLDER}' $fpath); autoload -Uz compinit; compinit -D -u",
    ],
    ids=["sourced", "found in fpath"],
)
def test_zsh_completes(path, setting_up):
    shell = Terminal(command=[ZSH, "-f", "-i"], environment={"PS1": "at> ", "ZDOTDIR": str(path)})
    shell.wait_for("at>")
    shell.press(setting_up, "enter")
    shell.press("echo rea''dy", "enter")
    shell.wait_for("\nready")
    shell.press("glossary show convol", "tab")
    shell.wait_for(r"show Convolutional\ Neural\ Network")
    shell.press("--vie", "tab")
    shell.wait_for("--view")
    shell.press("e", "tab", "enter")
    shell.wait_for("A stamp that is moved")
    shell.press("exit", "enter")
    assert shell.wait_for_end() == 0


def test_bash_at_a_prompt(path):
    shell = Terminal(command=["bash", "--norc", "-i"], environment={"PS1": "at> "})
    shell.wait_for("at>")
    shell.press("source <(glossary completions bash); echo rea''dy", "enter")
    shell.wait_for("\nready")
    shell.press("glossary show convol", "tab")
    shell.wait_for(r"show Convolutional\ Neural\ Network")
    shell.press("--view=e", "tab", "enter")
    shell.wait_for("A stamp that is moved")
    shell.press("exit", "enter")
    assert shell.wait_for_end() == 0


def test_the_command_that_shells_call_is_no_command_of_people(glossary):
    assert "__complete" in COMMANDS
    assert "__complete" not in glossary("--help").stdout
    assert glossary("completions", "tcsh").returncode == 2
