"""The commands of authors as processes: what they print, what they change, how they end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from cli.conftest import ENTRIES
from glossary_tui.glossary import Glossary
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from terminal import Terminal


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the small glossary to write to, in the working directory."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ENTRIES, tmp_path / "terms")
    return tmp_path / "terms"


@pytest.fixture
def write(folder, glossary):
    """Run a command over `folder`, named as a person would."""

    def run(*arguments, entries="terms", **environment):
        return glossary(*arguments, entries=entries, **environment)

    return run


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def editor(tmp_path):
    """An editor of several words that notes what it is asked to open."""
    program = tmp_path / "an editor.py"
    program.write_text(
        "import sys, pathlib\n"
        "pathlib.Path(sys.argv[1]).write_text('\\n'.join(sys.argv[2:]))\n"
        "sys.exit(int(pathlib.Path(sys.argv[1]).suffix == '.fail'))\n"
    )
    return f'"{sys.executable}" "{program}"'


def test_new_prints_the_path_of_an_entry_like_the_others(write, folder):
    done = write("new", "Gradient", "Descent", "--alias", "GD", "--tag", "vision")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == os.path.join("terms", "gradient-descent.md") + "\n"
    text = (folder / "gradient-descent.md").read_text()
    assert text.startswith('---\ntitle: "Gradient Descent"\n')
    assert 'aliases: ["GD"]\ntags: ["vision"]\n' in text
    assert "### Summary\n" in text
    assert write("show", "gd").stdout.startswith("Gradient Descent\n")


def test_new_prints_the_path_byte_by_byte(glossary, tmp_path):
    folder = os.fsencode(tmp_path / "caf") + b"\xe9"
    os.mkdir(folder)
    done = glossary("new", "Term", entries=os.fsdecode(folder), text=False)
    assert done.stdout == folder + b"/term.md\n"
    assert os.path.isfile(done.stdout.rstrip(b"\n"))


def test_new_never_overwrites(write, folder):
    before = contents(folder)
    done = write("new", "image net")
    assert (done.returncode, done.stdout) == (2, "")
    assert "already" in done.stderr
    assert contents(folder) == before


def test_new_opens_the_editor_when_asked(write, folder, editor, tmp_path):
    note = tmp_path / "note"
    done = write("new", "Hinge", "--edit", VISUAL=f'{editor} "{note}" --wait', EDITOR="false")
    assert done.returncode == 0
    assert note.read_text().split("\n") == ["--wait", os.path.join("terms", "hinge.md")]


def test_the_bundled_glossary_and_several_at_once_are_not_written_to(write, glossary):
    done = glossary("new", "Term", entries=None)
    assert done.returncode == 2
    assert "comes with the program" in done.stderr
    assert glossary("rename", "imagenet", "X", "--yes", entries=None).returncode == 2


def test_the_bundled_glossary_is_written_to_where_its_folder_is_named(write):
    done = write("rename", "imagenet", "Picture Net", "--dry-run", entries=bundled_entries())
    assert (done.returncode, "Nothing is changed" in done.stderr) == (0, True)


def test_edit_opens_the_file_of_the_entry_that_is_meant(write, editor, tmp_path):
    note = tmp_path / "note"
    assert write("edit", "image", "nets", EDITOR=f'{editor} "{note}"').returncode == 0
    assert note.read_text() == os.path.join("terms", "image-net.md")
    failing = tmp_path / "note.fail"
    done = write("edit", "imagenet", EDITOR=f'{editor} "{failing}"')
    assert done.returncode == 2
    assert "ended with status 1" in done.stderr
    assert write("edit", "imagenet", EDITOR="no-such-editor-anywhere").returncode == 2
    assert write("edit", "imagenet", EDITOR="'unbalanced").returncode == 2
    assert write("edit", "nothing-like-it", EDITOR="true").returncode == 1


def test_rename_shows_the_difference_and_changes_all(write, folder):
    done = write("rename", "model", "Learned Function", "--yes")
    assert done.returncode == 0
    assert "--- terms/model.md\n+++ terms/learned-function.md\n" in done.stdout.replace(os.sep, "/")
    assert "changed" in done.stderr
    assert not (folder / "model.md").exists()
    assert write("show", "learned function").returncode == 0
    assert write("show", "model").stdout.startswith("Learned Function\n")
    assert "Learned Function" in (folder / "cnn.md").read_text()


@pytest.mark.parametrize(
    ("options", "status", "reason"),
    [(["--dry-run"], 0, "Nothing is changed"), ([], 2, "nobody to ask")],
)
def test_rename_changes_nothing_unasked(write, folder, options, status, reason):
    before = contents(folder)
    done = write("rename", "model", "Learned Function", *options)
    assert done.returncode == status
    assert "Learned Function" in done.stdout
    assert reason in done.stderr
    assert contents(folder) == before


def test_rename_asks_at_a_terminal(folder):
    before = contents(folder)
    for answer in ("n", "", "y"):
        assert contents(folder) == before
        terminal = Terminal(["rename", "model", "Mould", "--entries", "terms"])
        terminal.wait_for("Change them? [y/N]")
        terminal.press(answer, "enter")
        assert terminal.wait_for_end() == (0 if answer == "y" else 2)
    assert (folder / "mould.md").exists()


KILLED = """
import os, sys
from glossary_tui import __main__

left = [int(sys.argv.pop(1))]

def until_then(step):
    def stepped(*arguments, **named):
        if not left[0]:
            os._exit(9)
        left[0] -= 1
        return step(*arguments, **named)
    return stepped

for name in ("replace", "rename", "link", "unlink", "chmod", "fsync"):
    setattr(os, name, until_then(getattr(os, name)))
sys.exit(__main__.main())
"""
"""The program, which is killed once it has done so many steps with files."""


def dangling(folder):
    """Targets of links that lead nowhere."""
    glossary = Glossary(read_entries([folder]).entries)
    links = [(link.target, entry) for entry in glossary for link in entry.links]
    return {target for target, entry in links if not glossary.candidates(target, entry)}


def test_a_rename_that_is_killed_midway_leaves_whole_files_and_every_link_an_entry(folder):
    before, broken = contents(folder), dangling(folder)
    line = ["rename", "imagenet", "Picture Net", "--yes", "--entries", "terms"]
    states: list[dict[str, bytes]] = []
    status = 9
    while status:
        for path in folder.iterdir():
            path.unlink()
        for name, data in before.items():
            (folder / name).write_bytes(data)
        command = [sys.executable, "-c", KILLED, str(len(states)), *line]
        status = subprocess.run(command, capture_output=True, check=False).returncode
        assert status in (0, 9)
        states.append({name: data for name, data in contents(folder).items() if name[0] != "."})
        assert dangling(folder) == broken
    after = states[-1]
    assert len(states) > 8
    assert any(before != state != after for state in states)
    whole = set(before.values()) | set(after.values())
    assert all(whole.issuperset(state.values()) for state in states)


def test_rename_of_nothing_names_the_nearest(write):
    done = write("rename", "imagnet", "X", "--yes")
    assert (done.returncode, done.stdout) == (1, "")
    assert "ImageNet" in done.stderr


def test_check_prints_what_editors_jump_by(write, folder):
    (folder / "bad.md").write_text("---\ntitle: [a\n---\nSee [[ImageNot]].\n")
    done = write("check")
    assert done.returncode == 0
    lines = done.stdout.replace(os.sep, "/").splitlines()
    assert (
        "terms/bad.md:4: G101 The link to “ImageNot” leads to no entry; the nearest is “ImageNet”."
        in lines
    )
    assert any(
        line.startswith("terms/bad.md:2: G010 The front matter is not YAML") for line in lines
    )
    assert "warnings" in done.stderr
    assert write("check", "--strict").returncode == 1
    assert (
        write(
            "check", "--strict", "--ignore", "G101,g010", "--ignore", "G103", "--ignore", "G105"
        ).returncode
        == 0
    )
    assert "G104" not in write("check", "--least", "warning").stdout


def test_check_takes_a_folder_in_place_of_the_glossary(write, folder, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.md").write_text("# A\n\nSee [[B]].\n")
    done = write("check", "other")
    assert done.stdout.replace(os.sep, "/").splitlines() == [
        "other/a.md:1: G011 The file has no front matter.",
        "other/a.md:1: G104 No other entry names “A”.",
        "other/a.md:3: G101 The link to “B” leads to no entry.",
    ]
    assert write("check", "no-such-folder").returncode == 2


def test_check_as_json_and_for_github(write, folder):
    (folder / "bad, one.md").write_text("---\ntitle: Bad 100%\n---\nSee [[100%]].\n")
    found = json.loads(write("check", "--json").stdout)
    assert {tuple(each) for each in found} == {("code", "severity", "path", "line", "message")}
    assert {each["severity"] for each in found} <= {"error", "warning", "info"}
    lines = write("check", "--format", "github", "--least", "warning").stdout.splitlines()
    assert (
        "::warning file=terms/bad%2C one.md,line=4,title=G101::The link to “100%25” leads to no entry."
        in lines
    )


def test_check_mends_and_tells(write, folder):
    (folder / "bee.md").write_text("# Bee\n\n## Related terms\nImageNet, Bee, image-net\n")
    others = {name: text for name, text in contents(folder).items() if name != "bee.md"}
    done = write("check", "--fix", "--json")
    assert "G110 mended" in done.stderr
    assert "G111 mended" in done.stderr
    assert (folder / "bee.md").read_text() == "# Bee\n\n## Related terms\nImageNet\n"
    assert {each["code"] for each in json.loads(done.stdout)} & {"G110", "G111"} == set()
    assert contents(folder).items() >= others.items()


def test_nothing_of_a_file_reaches_the_terminal_as_a_command(write, folder):
    (folder / "evil\x1b[2J.md").write_text("---\ntitle: Evil\n---\nSee [[x\x1b]0;owned\x07y]].\n")
    for arguments in (
        ["check"],
        ["check", "--format", "github"],
        ["graph"],
        ["graph", "--format", "mermaid"],
    ):
        assert "\x1b" not in write(*arguments).stdout, arguments


def test_graph_in_three_languages(write):
    data = json.loads(write("graph", "--format", "json").stdout)
    titles = {node["id"]: node["title"] for node in data["nodes"]}
    assert titles["cnn"] == "Convolutional Neural Network"
    assert {"from": "cnn", "to": "model"} in data["edges"]
    dot = write("graph").stdout
    assert dot.startswith("digraph glossary {\n")
    assert '  "cnn" -> "model";\n' in dot
    mermaid = write("graph", "cnn", "--format", "mermaid").stdout.splitlines()
    assert mermaid[0] == "graph LR"
    assert mermaid[1] == '  n0["Convolutional Neural Network"]'
    assert any("-->" in line for line in mermaid)
    assert (
        len(json.loads(write("graph", "cnn", "--steps", "0", "--format", "json").stdout)["nodes"])
        == 1
    )
    assert write("graph", "nothing-like-it").returncode == 1


def test_no_number_of_steps_is_too_many(write):
    every = write("graph", "imagenet", "--steps", "999999999")
    assert (every.returncode, every.stderr) == (0, "")
    done = write("graph", "imagenet", "--steps", "9" * 5000)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_export_writes_what_other_programs_read(write, folder, tmp_path):
    data = json.loads(write("export", "json").stdout)
    assert [each["title"] for each in data] == write("list").stdout.splitlines()
    assert {"sections", "related", "referenced_by"} <= data[0].keys()
    rows = write("export", "tsv").stdout.splitlines()
    assert rows[0] == "#separator:tab"
    assert sum("Convolutional Neural Network\tCNN\t<p>" in row for row in rows) == 1
    done = write("export", "json", "all.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == data
    assert write("export", "pdf").returncode == 2


def test_export_for_anki_is_a_deck_in_the_working_directory(write, tmp_path):
    done = write("export", "anki")
    assert (done.returncode, done.stdout) == (0, "")
    assert zipfile.is_zipfile(tmp_path / "terms.apkg")
    assert "terms.apkg: 6 notes" in done.stderr


def test_where_names_every_path_and_who_named_it(write, folder, tmp_path):
    lines = write("where").stdout.splitlines()
    assert any(str(folder) in line and "--entries" in line for line in lines)
    found = json.loads(write("where", "--json", entries=None, GLOSSARY_PATH=str(folder)).stdout)
    assert found[0] == {
        "what": "glossary terms",
        "path": str(folder),
        "origin": "GLOSSARY_PATH",
        "exists": True,
    }
    names = {each["what"] for each in found}
    assert {"configuration", "state", "study", "program", "also -g bundled"} <= names
    assert "XDG_DATA_HOME" not in {each["origin"] for each in found}
    named = json.loads(write("where", "--json", XDG_DATA_HOME=str(tmp_path / "data")).stdout)
    assert {
        "what": "study",
        "path": str(tmp_path / "data" / "glossary-tui" / "study.db"),
        "origin": "XDG_DATA_HOME",
        "exists": False,
    } in named
    (tmp_path / ".glossary").mkdir()
    found = json.loads(write("where", "--json").stdout)
    assert str(tmp_path / ".glossary") in {
        each["path"] for each in found if each["what"] == "also -g ."
    }


def test_a_term_that_is_not_here_may_be_in_the_projects_glossary(glossary, tmp_path, monkeypatch):
    (tmp_path / ".glossary").mkdir()
    (tmp_path / ".glossary" / "ours.md").write_text("# Our Term\n\nText.\n")
    monkeypatch.chdir(tmp_path)
    done = glossary("show", "our term", entries=None)
    assert done.returncode == 1
    assert done.stderr.endswith("This project has a glossary of its own: -g . opens it\n")
    assert glossary("show", "our term", "-g", ".", entries=None).returncode == 0
    assert "project" not in glossary("show", "our term", "-g", "bundled", entries=None).stderr


@pytest.fixture
def configuration(tmp_path, monkeypatch):
    """The person's configuration file, not written yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "glossary-tui" / "config.toml"


def test_config_shows_settings_that_read_the_same(write, configuration):
    done = write("config")
    assert done.returncode == 0
    assert str(configuration) in done.stdout
    assert "width = 80\n" in done.stdout
    configuration.parent.mkdir(parents=True)
    configuration.write_text(
        'glossary = "te\\u0041m x"\n[glossaries]\n"teAm x" = ["~/wiki \\"q\\""]\n[glossaries.other]\n'
        'folders = ["x"]\nmentions = false\ncommon-words = ["Layer"]\n'
        '[keys]\n"browse.back" = "b"\n[headings]\neli5 = ["Over coffee"]\n[reading]\nwidth = 60\n'
    )
    shown = write("config", "--show").stdout
    configuration.write_text(shown)
    assert write("config").stdout == shown
    assert "width = 60\n" in shown
    assert 'glossary = "teAm x"\n' in shown


def test_config_check_names_file_and_line(write, configuration):
    assert write("config", "--check").returncode == 0
    configuration.parent.mkdir(parents=True)
    configuration.write_text("[reading]\nwidht = 60\n")
    done = write("config", "--check")
    assert done.returncode == 1
    assert done.stdout.startswith(os.path.relpath(configuration) + ":2: C001 ")
    configuration.write_text("[reading]\nwidth = 60\n")
    assert write("config", "--check").returncode == 0


def test_config_edit_opens_the_file_and_never_writes_it(write, configuration, editor, tmp_path):
    note = tmp_path / "note"
    assert write("config", "--edit", EDITOR=f'{editor} "{note}"').returncode == 0
    assert note.read_text() == str(configuration)
    assert not configuration.exists()
    assert write("config", "--edit", "--check").returncode == 2


def test_config_edit_says_that_there_is_no_place_for_it(write, editor):
    done = write("config", "--edit", EDITOR=editor, XDG_CONFIG_HOME="/dev/null/none")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "/dev/null/none/glossary-tui: Not a directory" in done.stderr


def test_a_named_glossary_is_opened_from_the_configuration(write, configuration, folder):
    configuration.parent.mkdir(parents=True)
    configuration.write_text(f"[glossaries]\nteam = ['{folder}']\n")
    assert write("show", "cnn", "-g", "team", entries=None).returncode == 0
    done = write("list", "-g", "all", "--json", entries=None)
    ids = {each["id"] for each in json.loads(done.stdout)}
    assert {"team/cnn", "bundled/imagenet"} <= ids
    assert write("list", "-g", "taem", entries=None).returncode == 2


def test_what_writes_imports_no_interface():
    code = (
        "import sys; from glossary_tui.__main__ import main\n"
        "main(); print(*sys.modules, file=sys.stderr)"
    )
    for arguments in (["check"], ["graph"], ["where"], ["config"], ["completions", "zsh"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments, "--entries", str(ENTRIES)],
            capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert {"textual", "rich"} & set(done.stderr.split()) == set(), arguments
