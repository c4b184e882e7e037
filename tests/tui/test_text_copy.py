"""Copying what one reads, and the plain view that the mouse selects from."""

from __future__ import annotations

import base64
import stat
import sys

import pytest

from glossary_tui.tui import clipboard
from glossary_tui.tui.clipboard import local_program
from glossary_tui.tui.screens.plain import PlainScreen
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.plain_text import PlainText
from tui.conftest import LONG, write_entry

SIZE = (100, 30)


@pytest.fixture
def reading(tmp_path, make_app, monkeypatch):
    """An entry with a mark or two, where no program has a clipboard."""
    monkeypatch.setattr(clipboard, "local_program", tuple)
    write_entry(
        tmp_path,
        "lens",
        "Lens",
        summary="A **lens** bends light, see [glass](glass.md).",
        depth=LONG,
        related="Glass, Light",
    )
    return make_app(tmp_path, term="lens")


def told(app):
    return [each.message for each in app._notifications]


async def take(app, pilot, row):
    """Open the choice of what to copy and take its *row*."""
    await pilot.press("y")
    await pilot.pause()
    await pilot.press(*["down"] * row, "enter")
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(
    ("row", "copied"),
    [
        (0, "A lens bends light, see glass."),
        (2, "[Lens](lens.md)"),
        (3, "Lens"),
    ],
)
async def test_what_is_chosen_is_copied(reading, row, copied):
    async with reading.run_test(size=SIZE) as pilot:
        await take(reading, pilot, row)
        assert reading.clipboard == copied
        assert "sent to the terminal" in told(reading)[0]


async def test_the_entry_is_copied_as_a_document(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await take(reading, pilot, 1)
        text = reading.clipboard
    assert text.startswith(
        "# Lens\n\n## Summary\n\nA **lens** bends light, see [glass](glass.md).\n"
    )
    assert text.endswith("## Related terms\n\nGlass, Light\n")


async def test_the_path_is_copied(reading, tmp_path):
    async with reading.run_test(size=SIZE) as pilot:
        await take(reading, pilot, 4)
        assert reading.clipboard == str(tmp_path / "lens.md")


async def test_a_focused_link_may_be_copied(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("tab")
        await pilot.press("y")
        await pilot.pause()
        await pilot.press("up", "enter")
        await pilot.pause()
        await reading.workers.wait_for_complete()
        assert reading.clipboard == "glass.md"


async def test_a_key_copies_the_view_at_once(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("2", "Y")
        await pilot.pause()
        await reading.workers.wait_for_complete()
        assert reading.clipboard == "Lens for a child."


async def test_where_there_is_no_entry_nothing_is_copied(tmp_path, make_app):
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "Y")
        await pilot.pause()
        assert app.clipboard == ""
        assert "no entry" in told(app)[0]


def program(folder, script):
    """A program of that shell *script*."""
    path = folder / "wl-copy"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('cat > "$(dirname "$0")/taken"', "is copied, by wl-copy and through the terminal"),
        ("exit 3", "wl-copy did not take it"),
        ("exec sleep 60", "wl-copy did not take it"),
    ],
)
async def test_a_program_of_the_desktop_is_used_and_its_failure_told(
    reading, tmp_path, monkeypatch, script, said
):
    command = (program(tmp_path, script),)
    monkeypatch.setattr(clipboard, "local_program", lambda: command)
    monkeypatch.setattr(clipboard, "PATIENCE", 0.3 if "sleep" in script else 20)
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("Y")
        await pilot.pause()
        await reading.workers.wait_for_complete()
        await pilot.pause()
        assert said in told(reading)[0]
    if "cat" in script:
        assert (tmp_path / "taken").read_text() == "A lens bends light, see glass."


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one program each")
@pytest.mark.parametrize(
    ("environment", "there", "expected"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ["wl-copy", "xclip"], ("/wl-copy",)),
        ({"DISPLAY": ":0"}, ["wl-copy", "xclip"], ("/xclip", "-selection", "clipboard")),
        ({"DISPLAY": ":0"}, ["xsel"], ("/xsel", "--clipboard", "--input")),
        ({"WSL_DISTRO_NAME": "Debian"}, ["clip.exe"], ("/clip.exe",)),
        ({}, ["wl-copy", "xclip", "xsel", "clip.exe"], ()),
        ({"DISPLAY": ":0"}, [], ()),
    ],
)
def test_which_program_is_used(environment, there, expected):
    assert (
        local_program(environment, lambda name: f"/{name}" if name in there else None) == expected
    )


async def test_the_plain_view_has_the_text_alone_and_leaves_by_the_same_key(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(reading.screen, PlainScreen)
        lines = [reading.screen.query_one(PlainText).render_line(y).text for y in range(30)]
        assert lines[0].rstrip() == "A lens bends light, see glass."
        assert "".join(lines[1:]).strip() == ""
        assert "leads back" in told(reading)[0]
        await pilot.press("v")
        await pilot.pause()
        assert reading.screen.query_one(EntryPane).view_name == "Summary"


async def test_what_is_said_of_the_plain_view_goes_with_it(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("v")
        assert len(reading._notifications) == 1
        await pilot.press("v")
        await pilot.pause()
        assert not reading._notifications


async def test_the_plain_view_scrolls_with_the_reading_keys(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("3", "v")
        await pilot.pause()
        text = reading.screen.query_one(PlainText)
        tops = []
        for key in ("space", "b", "j", "k", "G", "g"):
            await pilot.press(key)
            tops.append(text.first_line)
    assert tops == [29, 0, 1, 0, len(text._lines) - 30, 0]


async def test_the_terminal_has_the_mouse_while_the_view_is_plain(reading, monkeypatch):
    said = []
    async with reading.run_test(size=SIZE) as pilot:
        driver = reading._driver
        for name in ("enable", "disable"):
            monkeypatch.setattr(
                driver, f"_{name}_mouse_support", lambda name=name: said.append(name), raising=False
            )
        await pilot.press("v")
        await pilot.pause()
        assert said == ["disable"]
        await pilot.press("escape")
        await pilot.pause()
        assert said[-1] == "enable"


def test_the_terminal_is_sent_the_text_and_gives_the_mouse_back(open_terminal, folder):
    terminal = open_terminal("--entries", str(folder), "short")
    terminal.wait_for("summary alone")
    terminal.press("Y")
    terminal.wait_for("sent to the")
    sent = base64.b64encode(b"Short has a summary alone.")
    assert b"\x1b]52;c;" + sent + b"\x07" in terminal.raw
    terminal.press("v")
    terminal.wait_for(lambda text: text.startswith("Short has a summary"))
    assert terminal.raw.rfind(b"\x1b[?1003l") > terminal.raw.rfind(b"\x1b[?1003h")
    terminal.press("v")
    terminal.wait_for("1 Summary")
    assert terminal.raw.rfind(b"\x1b[?1003h") > terminal.raw.rfind(b"\x1b[?1003l")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
