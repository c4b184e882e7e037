"""Printing works wherever a script runs: without a home, read-only, in any locale, into any pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from cli.conftest import ENTRIES

PRINTING = {
    "a term": ["imagenet"],
    "the list": [],
    "show": ["show", "imagenet"],
    "show --json": ["show", "imagenet", "--json"],
    "show --markdown": ["show", "imagenet", "--markdown"],
    "search": ["search", "net"],
    "search --text": ["search", "--text", "network"],
    "list": ["list"],
    "related": ["related", "imagenet"],
    "path": ["path", "model", "imagenet"],
    "random": ["random"],
    "explain": ["explain", str(ENTRIES / "image-net.md")],
    "explain --unknown": ["explain", "--unknown", str(ENTRIES / "image-net.md")],
    "stats": ["stats"],
    "stats --json": ["stats", "--json"],
    "where": ["where"],
    "config": ["config", "--show"],
    "graph": ["graph", "--format", "json"],
    "export": ["export", "tsv"],
    "completions": ["completions", "zsh"],
    "help": ["--help"],
}
PLAIN = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""A locale of ASCII alone, as Python meets it where nothing comes to the rescue."""
some_commands = pytest.mark.parametrize("name", ["show --json", "list", "help"])
every_command = pytest.mark.parametrize("name", PRINTING)


@every_command
def test_with_no_folder_to_write_to_in_a_plain_locale(glossary, name):
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR")
    nowhere = dict.fromkeys(places, "/dev/null/none")
    done = glossary(*PRINTING[name], text=False, **PLAIN, **nowhere)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()


def test_a_plain_locale_reads_what_others_read(glossary):
    shown = glossary("show", "imagenet", "--view", "eli5", **PLAIN).stdout
    assert shown == 'A giant sticker album. Is this "really" a pug? Then it goes on the pug page.\n'
    assert glossary("show", "machine learning", "--view", "summary", **PLAIN).stdout == (
        "???????? x >= 1 -> naive cafe\n"
    )
    printed = glossary("show", "machine learning", "--json", **PLAIN).stdout
    assert json.loads(printed)["title"] == "機械学習"


def test_letters_of_an_old_encoding_are_kept(glossary):
    done = glossary("show", "machine learning", "--view", "summary", text=False,
                    PYTHONIOENCODING="latin-1")  # fmt: skip
    assert done.stdout.endswith(" x >= 1 -> naïve café\n".encode("latin-1"))


@every_command
def test_a_closed_pipe_is_quiet(name):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "glossary_tui", *PRINTING[name], "--entries", str(ENTRIES)],
        stdout=writer,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    os.close(writer)
    assert done.stderr == b""


def test_a_reader_that_stops_early_is_not_told_of_trouble(tmp_path):
    for number in range(2000):
        (tmp_path / f"{number}.md").write_text(
            f"---\ntitle: {'x' * 100} {number}\n---\n", encoding="utf-8"
        )
    process = subprocess.Popen(
        [sys.executable, "-m", "glossary_tui", "list", "-e", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 1),
        (b"\xef\xbb\xbfa CNN", 0),
        ("a CNN".encode("utf-16"), 0),
        (b"\xff\xfe", 1),
        (b"caf\xe9 CNN", 0),
        (b"%PDF\0\0CNN", 2),
    ],
    ids=["nothing", "a mark", "UTF-16", "a mark alone", "Latin-1", "no text"],
)
def test_any_file_is_explained_or_refused(glossary, tmp_path, data, status):
    path = tmp_path / "text"
    path.write_bytes(data)
    done = glossary("explain", str(path))
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert ("slides small filters" in done.stdout) == (status == 0)


def test_offsets_count_characters_and_lead_to_what_was_written(glossary):
    text = "🙂 \x1b[1mImageNet\x1b[0m,\r\nthe naïve CNNs of https://x.org/CNN"
    done = glossary("explain", "--json", given=text, text=False)
    mentions = [each["mentions"] for each in json.loads(done.stdout)]
    assert [[text[each["start"] : each["end"]] for each in some] for some in mentions] == [
        ["ImageNet"],
        ["CNNs"],
    ]


def test_a_file_that_cannot_be_read_is_named(glossary, tmp_path):
    for path in (tmp_path, tmp_path / "none"):
        done = glossary("explain", str(path))
        assert (done.returncode, done.stdout) == (2, "")
        assert str(path) in done.stderr
        assert done.stderr.count("\n") == 1


def test_no_file_name_and_no_argument_reaches_the_terminal_as_a_command(glossary, tmp_path):
    folder = os.fsencode(tmp_path / "caf")
    os.mkdir(folder + b"\xe9\x9b31m")
    with open(folder + b"\xe9\x9b31m/a\xff\x1b[31m.md", "wb") as file:
        file.write(b"### Summary\nText.\n")
    for arguments in (["list"], ["list", "--json"], ["show", "a", "--json"], ["show", "\x1b[2J"]):
        done = glossary(*arguments, entries=tmp_path, text=False)
        assert b"Traceback" not in done.stderr
        printed = (done.stdout + done.stderr).decode("utf-8")
        assert not [letter for letter in printed if not letter.isprintable() and letter != "\n"]
    paths = json.loads(glossary("list", "--json", entries=tmp_path).stdout)
    assert os.path.exists(paths[0]["path"])


@some_commands
def test_a_full_disk_is_one_line_and_status_2(name):
    for unbuffered in ("", "1"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "glossary_tui", *PRINTING[name], "--entries", str(ENTRIES)],
                stdout=full,
                stderr=subprocess.PIPE,
                stdin=subprocess.DEVNULL,
                env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
                check=False,
            )
        assert done.stderr.startswith(b"glossary: cannot write the output")
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@some_commands
def test_streams_that_are_closed_are_no_trouble(name, closed):
    line = [sys.executable, "-m", "glossary_tui", *PRINTING[name], "--entries", str(ENTRIES)]
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *line], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_to_explain_a_closed_input_is_refused(glossary):
    line = [sys.executable, "-m", "glossary_tui", "explain", "--entries", str(ENTRIES)]
    done = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *line], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"glossary: there is no standard input\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", ""],
        ["explain", ""],
        ["list", "--tag", ""],
        ["list", "--entries="],
        ["path", "", "x"],
    ],
)
def test_a_variable_that_is_not_set_in_a_script_is_no_silence(glossary, arguments):
    done = glossary(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is empty" in done.stderr or "needs a value" in done.stderr


@pytest.mark.parametrize("arguments", [["list"], ["check"], ["where"], ["graph"]])
@pytest.mark.parametrize("entries", [ENTRIES, "terms"])
def test_the_working_directory_may_have_gone(tmp_path, arguments, entries):
    line = [sys.executable, "-m", "glossary_tui", *arguments, "--entries", str(entries)]
    gone = tmp_path / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["sh", "-c", 'rmdir ../gone; "$@"', "sh", *line],
        cwd=gone, env=os.environ | {"PYTHONPATH": str(ENTRIES.parents[2])},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if entries == "terms" and arguments != ["where"] else 0)


@pytest.mark.parametrize("command", ["search", "show"])
def test_a_page_that_is_pasted_is_no_page_of_errors(glossary, command):
    done = glossary(command, "^zzz " * 20_000)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr) < 1_100
