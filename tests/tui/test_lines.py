"""Lines drawn in the short way look as Textual's own way would have them."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from glossary_tui.tui.widgets.bar import Bar
from glossary_tui.tui.widgets.line_box import LineBox
from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import LightStrip, filled
from tui.conftest import write_entry


def cells(strip):
    """Each cell with its style: a wide letter has two."""
    return [
        (letter, style)
        for text, style, _ in strip
        for letter in text
        for _ in range(Segment(letter).cell_length)
    ]


def textuals_own(widget, crop):
    """Lines as Textual draws them, nothing remembered."""
    widget._styles_cache.clear()
    widget._dirty_regions.add(crop)
    with pytest.MonkeyPatch.context() as patch:
        for kind, draw in ((Bar, Widget.render_line), (LineBox, Input.render_line)):
            if isinstance(widget, kind):
                patch.setattr(widget, "render_line", partial(draw, widget))  # type: ignore[arg-type] # of its kind
        return Widget.render_lines(widget, crop)


def all_alike(screen):
    """Compare every line of every widget of *screen* that draws its own; how many there were."""
    compared = 0
    for widget in screen._compositor.visible_widgets:
        if isinstance(widget, Lines):
            crop = Region(0, 0, *widget.outer_size)
            for ours, textuals in zip(
                widget.render_lines(crop), textuals_own(widget, crop), strict=True
            ):
                assert cells(ours) == cells(textuals), widget
                compared += 1
    return compared


KEYS = ["t", "escape", "2", "tab", "p", "escape", "ctrl+f", "x", "escape", "r", "b", "escape"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 12)])
@pytest.mark.parametrize(
    "theme", ["glossary-dark", "glossary-light", "nord", "ansi-dark", "ansi-light"]
)
async def test_every_line_looks_as_textual_would_draw_it(app, theme, size):
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
            assert all_alike(app.screen) > 10


@pytest.mark.parametrize("kind", ["NO_COLOR", "linear"])
async def test_every_line_passes_the_filters(make_app, folder, monkeypatch, kind):
    if kind == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(folder)
    app.linear = kind == "linear"
    async with app.run_test(size=(80, 24)) as pilot:
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
            assert all_alike(app.screen) > 5


@pytest.mark.parametrize(
    "rule",
    [
        ("opacity", 0.5),
        ("tint", "red 50%"),
        ("text_opacity", 0.4),
        ("border", ("round", "red")),
        ("border_top", ("solid", "red")),
        ("outline", ("solid", "red")),
        ("padding", (1, 2, 1, 3)),
        ("hatch", ("cross", "red")),
        ("background", "green"),
        ("text_style", "bold"),
    ],
    ids=lambda rule: rule[0],
)
async def test_a_line_follows_whatever_a_style_asks_of_it(app, rule):
    async with app.run_test(size=(120, 40)) as pilot:
        pane = app.screen.pane
        for widget in (pane.text, pane.related, pane, app.screen.sidebar.search):
            setattr(widget.styles, *rule)
            await pilot.pause()
            assert all_alike(app.screen) > 10


@pytest.mark.parametrize("theme", ["glossary-dark", "ansi-dark"])
async def test_a_bar_looks_as_textuals_wherever_it_stands(make_app, tmp_path, theme):
    for number in range(150):
        write_entry(tmp_path, f"t{number}", f"Term {number}")
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        for key in ("down", *["pagedown"] * 7):
            await pilot.press(key)
            await pilot.pause()
            assert all_alike(app.screen) > 10
            assert any(isinstance(each, Bar) for each in app.screen._compositor.visible_widgets)


@pytest.mark.parametrize(
    "keys",
    ["a,b,left", "a,b,shift+left", "a,b,c,home,shift+right", "a,b,ctrl+a", "漢,字,left", "x" * 50],
)
async def test_a_box_looks_as_textuals_whatever_stands_in_it(app, keys):
    async with app.run_test(size=(80, 24)) as pilot:
        for visible in (True, False):
            await pilot.press(*(keys.split(",") if "," in keys else keys))
            await pilot.pause()
            app.screen.sidebar.search._cursor_visible = visible
            assert all_alike(app.screen) > 10
        await pilot.press("tab")
        assert all_alike(app.screen) > 10


async def test_another_theme_is_seen_in_lines_that_did_not_change(app):
    async with app.run_test(size=(120, 40)) as pilot:
        before = [*map(cells, app.screen.pane.text.render_lines(Region(0, 0, 50, 5)))]
        app.theme = "glossary-light"
        await pilot.pause()
        assert before != [*map(cells, app.screen.pane.text.render_lines(Region(0, 0, 50, 5)))]
        assert all_alike(app.screen) > 10


def test_a_light_strip_does_what_any_strip_does():
    red = Style(color="red")
    strip = LightStrip([Segment("one "), Segment("漢字 two", red)], 12)
    assert strip.crop(2, 9).text == "e 漢字 "
    assert [part.text for part in strip.divide([3, 12])] == ["one", " 漢字 two"]
    assert strip.crop(2, 9) is strip.crop(2, 9), "remembered"
    assert strip.apply_style(red).cell_length == 12
    with pytest.raises(AttributeError):
        strip.nothing  # noqa: B018


@given(st.text("ab 漢", max_size=6), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_light_strip_is_cropped_as_any_strip_is(text, blank, start, end):
    segments = [Segment(text), Segment(" " * blank, Style(bold=True))]
    ours, textuals = LightStrip(segments).crop(start, end), Strip(segments).crop(start, end)
    assert cells(ours) == cells(textuals)
    assert ours.cell_length == textuals.cell_length


@pytest.mark.parametrize("width", range(12))
def test_a_line_is_filled_up_or_cut(width):
    made = filled([Segment("ab"), Segment("漢字")], width, Style(bold=True))
    assert made.cell_length == width
    assert sum(segment.cell_length for segment in made) == width
    assert made.text.startswith("ab漢字"[: width // 2])
