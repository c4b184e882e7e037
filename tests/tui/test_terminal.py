"""The real program in a real pseudo-terminal: from the first key to the restored prompt."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys

import pytest

from tui.conftest import write_entry

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")


def test_a_session_opens_searches_follows_goes_back_resizes_and_quits(open_terminal):
    terminal = open_terminal()
    terminal.wait_for("terms")
    terminal.press(*"imagenet")
    terminal.wait_for("WordNet")
    terminal.press("enter", "2")
    terminal.wait_for("Related")
    terminal.press("r", "right", "enter")
    terminal.wait_for("CNN, ConvNet")
    terminal.press("[")
    terminal.wait_for("ImageNet database")
    terminal.resize(120, 40)
    terminal.wait_for(lambda text: len(text.split("\n")) == 40 and "Named by" in text)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.is_restored()


def test_keys_typed_while_it_starts_are_searched_for(open_terminal):
    terminal = open_terminal(type_ahead="alexnet\r")
    terminal.wait_for("eight-layer")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_words_after_one_another_need_no_quotes(open_terminal):
    terminal = open_terminal("convolutional", "neural", "networks")
    terminal.wait_for("CNN, ConvNet")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_with_the_terminal_restored(open_terminal, name):
    terminal = open_terminal("imagenet")
    terminal.wait_for("ImageNet database")
    number = getattr(signal, name)
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert terminal.is_restored()


def test_a_closed_window_ends_it(open_terminal):
    terminal = open_terminal("imagenet")
    terminal.wait_for("ImageNet database")
    os.close(terminal.fd)
    pid, terminal.pid = terminal.pid, 0
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) in (129, -signal.SIGHUP)
    terminal.fd = os.open(os.devnull, os.O_RDONLY)


@pytest.mark.parametrize("broken", ["action_related", "__init__"], ids=["later", "at the start"])
def test_a_crash_restores_the_terminal_and_leaves_a_log(open_terminal, tmp_path, broken):
    write_entry(tmp_path, "a", "A")
    code = (
        "from glossary_tui.tui.screens.browse import BrowseScreen as S\n"
        "def fail(*_, **__): raise ZeroDivisionError('on purpose')\n"
        f"S.{broken} = fail\n"
    )
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'glossary_tui.tui.launch':\n"
        "            sys.meta_path.remove(self)\n"
        f"            exec({code!r})\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    terminal = open_terminal(
        "--entries", str(tmp_path), "a", environment={"PYTHONPATH": str(tmp_path)}
    )
    if broken == "action_related":
        terminal.wait_for("A in one sentence")
        terminal.press("r")
    assert terminal.wait_for_end() == 70
    assert terminal.is_restored()
    home = os.environ["HOME"]
    logs = [
        os.path.join(where, name)
        for where, _, names in os.walk(home)
        for name in names
        if name.startswith("crash-")
    ]
    assert len(logs) == 1
    with open(logs[0], encoding="utf-8") as log:
        assert "ZeroDivisionError: on purpose" in log.read()
    assert b"crash-" in terminal.raw.replace(b"\r\n", b"")


def test_a_pipe_on_standard_input_leaves_the_keyboard_to_the_terminal(open_terminal):
    reader, writer = os.pipe()
    terminal = open_terminal("imagenet", stdin=reader)
    os.close(reader)
    os.close(writer)
    terminal.wait_for("ImageNet database")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_without_any_terminal_to_read_keys_from_it_says_so():
    primary, secondary = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "glossary_tui"],
        stdin=subprocess.DEVNULL,
        stdout=secondary,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        check=False,
    )
    os.close(primary)
    os.close(secondary)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "standard input is no terminal" in done.stderr


def test_the_editor_has_the_terminal_and_gives_it_back(open_terminal, tmp_path):
    write_entry(tmp_path, "a", "A")
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, termios\n"
        "flags = termios.tcgetattr(0)[3]\n"
        "assert flags & termios.ECHO and flags & termios.ICANON\n"
        "assert input('what now? ') == 'go'\n"
        "text = open(sys.argv[2], encoding='utf-8').read()\n"
        "open(sys.argv[2], 'w', encoding='utf-8').write(text.replace('sentence', 'blink'))\n"
    )
    editor = shlex.join([sys.executable, str(script), "--flag"])
    terminal = open_terminal("--entries", str(tmp_path), "a", environment={"EDITOR": editor})
    terminal.wait_for("A in one sentence.")
    terminal.press("e")
    terminal.wait_for("what now?")
    terminal.press("go", "enter")
    terminal.wait_for("A in one blink.")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.is_restored()


def test_nothing_hostile_in_a_file_reaches_the_terminal(open_terminal, tmp_path):
    clipboard, title, clear = "\x1b]52;c;aGVsbG8=\x07", "\x9d0;owned\x9c", "\x1b[2J\x1b[3J"
    override = "\u202e"
    text = f"trap{clipboard}{title}{clear}{override} [bold red]text[/]"
    (tmp_path / f"evil{clear}{override}.md").write_text(
        f'---\ntitle: "Evil {text}"\naliases: ["alias {text}"]\ntags: ["tag {text}"]\n---\n'
        f"### Summary\nSummary {text}\n### Related terms\nnowhere {text}\n",
        encoding="utf-8",
    )
    terminal = open_terminal("--entries", str(tmp_path), columns=120)
    terminal.wait_for("Summary trap [bold red]text[/]")
    terminal.press(*"evil", "enter", "w")
    terminal.wait_for("G009")
    terminal.press("escape")
    terminal.wait_for(lambda screen: "G009" not in screen)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    for payload in (b"]52;", b"owned", b"\x1b[3J", override.encode()):
        assert payload not in terminal.raw


def test_a_folder_that_is_not_there_is_a_screen_and_then_a_message(open_terminal):
    terminal = open_terminal("--entries", "/no/such/folder")
    terminal.wait_for("There is no folder /no/such/folder")
    terminal.press("q")
    assert terminal.wait_for_end() == 2
    assert terminal.is_restored()
    assert "cannot read /no/such/folder" in terminal.text
    assert "glossary -g bundled" in terminal.text


@pytest.mark.parametrize(
    "words", [["study"], ["explain", "/dev/null"], ["open", "imagenet", "--inline"]], ids=" ".join
)
def test_where_more_was_asked_for_than_to_read_it_is_a_message_alone(open_terminal, words):
    terminal = open_terminal(*words, "--entries", "/no/such/folder")
    assert terminal.wait_for_end() == 2
    assert "cannot read /no/such/folder" in terminal.text
    assert b"\x1b[?1049h" not in terminal.raw


def test_with_its_input_from_a_pipe_it_is_a_message_alone(open_terminal):
    reading, writing = os.pipe()
    os.close(writing)
    terminal = open_terminal("-g", "nothing", stdin=reading)
    os.close(reading)
    assert terminal.wait_for_end() == 2
    assert "no glossary called “nothing”" in terminal.text
    assert b"\x1b[?1049h" not in terminal.raw
    assert "glossary -g bundled" in terminal.text
    assert terminal.is_restored()


def test_the_linear_mode_shows_the_cursor_where_the_text_is(open_terminal):
    terminal = open_terminal("--linear", "imagenet")
    terminal.wait_for("ImageNet, Summary, view 1 of 4")
    terminal.wait_for(
        lambda _: terminal.screen.display[terminal.screen.cursor.y][2:10] == "ImageNet"
    )
    assert not terminal.screen.cursor.hidden
    assert "│" not in terminal.text
    terminal.press("t")
    terminal.wait_for("List: ImageNet, ")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.is_restored()
