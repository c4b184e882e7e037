"""What other systems do differently, acted out here: modules, paths, encodings, ends of lines."""

from __future__ import annotations

import ntpath
import os
import re
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.windows import Windows

from glossary_tui import paths
from glossary_tui.cli.differences import shown_path
from glossary_tui.errors import NoEditor
from glossary_tui.glossary import Glossary
from glossary_tui.reader import read_entries
from glossary_tui.user.editor import editor_command
from glossary_tui.user.preferences import Configuration
from glossary_tui.workspace.choosing import choose

ROOT = Path(__file__).parents[2]
POSIX_ONLY = (
    "termios",
    "fcntl",
    "pty",
    "tty",
    "pwd",
    "grp",
    "resource",
    "readline",
    "curses",
    "syslog",
)
WITHOUT = f"import sys\nfor name in {POSIX_ONLY}: sys.modules[name] = None\n"


def without_posix(code, *arguments):
    """Run *code* in a Python that lacks the modules which Windows lacks."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT + code, *arguments],
        capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ["imagenet"],
        ["search", "net"],
        ["list"],
        ["where"],
        ["config"],
        ["check"],
        ["graph", "imagenet"],
    ],
    ids=" ".join,
)
def test_printing_needs_no_module_of_posix(arguments):
    done = without_posix("from glossary_tui.__main__ import main; sys.exit(main())", *arguments)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert done.stdout or arguments == ["check"]


def test_the_interface_can_be_imported_without_a_module_of_posix():
    done = without_posix(
        "import glossary_tui.tui.app, glossary_tui.tui.launch, glossary_tui.tui.terminal"
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("platform", "kind"), [("darwin", MacOS), ("win32", Windows)])
def test_the_configuration_is_where_the_documents_say(monkeypatch, platform, kind):
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    monkeypatch.setenv("LOCALAPPDATA", r"C:\Users\me\AppData\Local")
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _: os.environ["LOCALAPPDATA"])
    if platform == "win32":
        for name in ("join", "normpath"):
            monkeypatch.setattr(os.path, name, getattr(ntpath, name))
    place = kind("glossary-tui", appauthor=False).user_config_dir
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: place)
    monkeypatch.setattr("sys.platform", platform)
    found = paths.configuration_file().replace(os.path.expanduser("~"), "~")
    found = found.replace(r"C:\Users\me\AppData\Local", "%LOCALAPPDATA%")
    documented = dict(re.findall(r"^\| (\w+) \| `([^`]+)` \|$", page, flags=re.MULTILINE))
    assert found == documented["macOS" if platform == "darwin" else "Windows"]


def test_folders_in_the_environment_are_separated_as_the_system_does(monkeypatch):
    monkeypatch.setattr(os, "pathsep", ";")
    variables = {"GLOSSARY_PATH": r"C:\terms;D:\more terms;"}
    assert choose([], [], variables, Configuration({})).folders == (r"C:\terms", r"D:\more terms")


def test_a_path_on_another_drive_is_shown_whole(monkeypatch):
    def another_drive(*_):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", another_drive)
    assert shown_path("D:/terms/a.md") == "D:/terms/a.md"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("", ["notepad"]),
        (r"C:\Windows\notepad.exe", [r"C:\Windows\notepad.exe"]),
        (r'"C:\Program Files\Code\code.exe" --wait', [r"C:\Program Files\Code\code.exe", "--wait"]),
    ],
)
def test_editors_of_windows_have_backslashes_and_quotes(monkeypatch, wanted, words):
    monkeypatch.setattr("sys.platform", "win32")
    assert editor_command({"EDITOR": wanted}, r"C:\terms\a.md", 3) == [*words, r"C:\terms\a.md"]


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({}, ["vi", "+3"]),
        ({"EDITOR": "code --wait"}, ["code", "--wait"]),
        ({"EDITOR": "nano", "VISUAL": "emacs -nw"}, ["emacs", "-nw", "+3"]),
        ({"EDITOR": "'/opt/my editor/vim' -u NONE"}, ["/opt/my editor/vim", "-u", "NONE", "+3"]),
    ],
)
def test_editors_may_be_several_words(monkeypatch, variables, words):
    monkeypatch.setattr("sys.platform", "linux")
    assert editor_command(variables, "a b.md", 3) == [*words, "a b.md"]


@pytest.mark.parametrize("wanted", ["'", '"vim', "  "])
def test_an_editor_that_is_no_command_is_said(wanted):
    with pytest.raises(NoEditor, match="no command"):
        editor_command({"EDITOR": wanted}, "a.md")


def test_ends_of_lines_of_windows_and_of_old_macs_read_the_same(tmp_path):
    text = "---\ntitle: Bee\naliases:\n  - Apis\n---\n### Summary\nOne\ntwo.\n### Related terms\nWasp, Gnat\n"
    read = []
    for name, end in (("unix", "\n"), ("windows", "\r\n"), ("mac", "\r")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bee.md").write_bytes(text.replace("\n", end).encode())
        (entry,) = Glossary(read_entries([str(tmp_path / name)]).entries)
        read.append((entry.title, entry.aliases, entry.links, entry.sections))
    assert read[0] == read[1] == read[2]


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "ascii", "utf-16", "shift_jis"])
def test_every_encoding_of_a_console_gets_the_text(glossary, encoding):
    done = glossary("show", "imagenet", text=False, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding).startswith("ImageNet")


def test_ids_have_slashes_whatever_separates_folders(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.md").write_text("# C\n\nText.\n")
    assert [entry.id for entry in read_entries([str(tmp_path)]).entries] == ["a/b/c"]
