"""Words can be read: WCAG AA under the program's own themes; nothing but letters with NO_COLOR."""

from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color_triplet import ColorTriplet
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from glossary_tui.tui.themes import READABLE, THEMES, contrast, with_own_variables
from glossary_tui.tui.widgets.row_list import RowList
from tui.test_browse import settle
from tui.test_missing import app_without

AA = 4.5
DECORATION = set(" ▌─━│┃┌┐└┘├┤┬┴┼╭╮╰╯▔▁▂▃▄▅▆▇█▊▎▕▏•·┄┈╌╴╶")
"""What is drawn, not written: WCAG asks nothing of ornaments, and no meaning hangs on these."""
SCREENS = {
    "a text with a focused link": ["tab"],
    "its depths": ["3"],
    "a search": ["slash", "l", "a"],
    "a search of the texts": ["slash", *"/pict"],
    "a search without an answer": ["slash", *"qqqq"],
    "a search box with selected text": ["slash", "x", "escape", "slash"],
    "the related terms": ["r"],
    "bookmarks": ["m", "apostrophe"],
    "a tag": ["number_sign", "enter"],
    "the palette": ["ctrl+p", "t", "e"],
    "the palette without an answer": ["ctrl+p", *"qqqq"],
    "the themes": ["D"],
    "the letters": ["A"],
    "the help": ["question_mark"],
    "the help, searched": ["question_mark", "l", "i"],
    "the remarks": ["w"],
    "the map": ["M"],
    "finding": ["ctrl+f", "n", "e"],
    "a look into a link": ["tab", "p"],
    "a path": ["P", *"label"],
    "two steps": ["R"],
    "what to copy": ["y"],
    "what to study": ["s"],
    "a card": ["s", "enter"],
    "an answer": ["s", "enter", "space"],
    "what is found": ["ctrl+f", "n", "e", "enter", "n"],
    "what is not found": ["ctrl+f", *"qqqq"],
    "a plain view": ["v"],
    "a message": ["left_square_bracket"],
}


@pytest.fixture
def open_app(folder, make_app):
    (folder / "broken.md").write_text("---\ntitle: [\n---\nText.\n", encoding="utf-8")
    (folder / "rich.md").write_text(
        "---\ntitle: Rich\n---\n### Summary\n# Head\n## Sub\n*a* **b** ~~c~~ `d` ![e](f.png) "
        "[g](label.md)\n\n> h\n\n- i\n1. j\n\n| k | l |\n|---|---|\n| m | n |\n\n---\n\n"
        "```python\n# o\ndef p(q):\n    return 'r' + 1\n```\n",
        encoding="utf-8",
    )

    def open_it(term="cnn"):
        return make_app(folder, term=term)

    return open_it


def rgb(color: RichColor | None):
    """A colour of a segment as Textual's; None for the terminal's own."""
    return None if color is None or color.is_default else Color.from_rich_color(color)


def pairs(app):
    """The (colour, ground) pairs that are on the screen now, each with words that have it.

    What lies behind a window that asks something is out of use, and faded to say so.
    """
    found: dict[object, str] = {}
    screen = app.screen
    window = next(child.region for child in screen.children if child.region)
    region = window if screen.is_modal else screen.region
    for y, strip in enumerate(screen._compositor.render_strips()):
        if not region.y <= y < region.bottom:
            continue
        for text, style, _ in strip.crop(region.x, region.right):
            if style is None or set(text) <= DECORATION:
                continue
            color, ground = rgb(style.color), rgb(style.bgcolor)
            if style.reverse:
                color, ground = ground, color
            found.setdefault((color, ground), text.strip())
    assert found, "nothing is written on the screen"
    return found


def luminance(color):
    """As the recommendation words it, apart from the program's own reckoning."""
    linear = []
    for value in color.rgb:
        share = value / 255
        linear.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return sum(
        weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def ratio(color, ground):
    low, high = sorted((luminance(color), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def too_faint(app):
    return {
        (words, color.hex, ground.hex): round(ratio(color, ground), 2)
        for (color, ground), words in pairs(app).items()
        if ratio(color, ground) < AA
    }


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_words_on_every_screen_are_readable_under_the_programs_themes(open_app, keys):
    app = open_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await settle(app, pilot)
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            assert too_faint(app) == {}, theme.name


async def test_words_are_readable_where_the_glossary_is_missing():
    app = app_without(names=["taem"])
    async with app.run_test(size=(120, 40)) as pilot:
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            assert too_faint(app) == {}, theme.name


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_kind_of_text_is_readable_under_the_programs_themes(open_app, theme):
    app = open_app("rich")
    async with app.run_test(size=(120, 60)) as pilot:
        app.theme = theme
        await settle(app, pilot)
        assert too_faint(app) == {}


ORNAMENTS = {
    "row-list--bar", "view-tabs--line", "view-tabs--underline", "text--quote-bar", "text--rule",
    "graph-map--line", "row-list--cursor", "input--suggestion",
}  # fmt: skip


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_component_is_readable_on_its_ground_and_on_the_highlight(open_app, theme):
    app = open_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        faint: dict[tuple[str, str], float] = {}
        for keys in (["ctrl+p"], ["w"], ["M"], ["p"]):
            await pilot.press(*keys)
            await settle(app, pilot)
            for screen in app.screen_stack:
                for widget in screen.query("*"):
                    faint |= faint_components(widget)
            await pilot.press("escape")
            await settle(app, pilot)
        assert faint == {}


def faint_components(widget):
    """The component classes of *widget* that cannot be read."""
    bases = [widget.rich_style]
    if isinstance(widget, RowList):
        bases.append(widget.rich_style + widget.get_component_rich_style("row-list--cursor"))
    faint: dict[tuple[str, str], float] = {}
    declared = (vars(base).get("COMPONENT_CLASSES", ()) for base in type(widget).__mro__)
    for name in set().union(*declared) - ORNAMENTS:
        if not name.startswith(tuple("abcdefghijklmnopqrstuvwxyz")) or "scrollbar" in name:
            continue
        for base in bases:
            style = base + widget.get_component_rich_style(name, partial=True)
            color, ground = rgb(style.color), rgb(style.bgcolor)
            if style.reverse:
                color, ground = ground, color
            if color is not None and ground is not None and ratio(color, ground) < AA:
                faint[type(widget).__name__, name] = round(ratio(color, ground), 2)
    return faint


@pytest.mark.parametrize("theme", ["glossary-light", "ansi-dark"])
async def test_with_no_color_set_no_colour_is_drawn_and_the_highlight_is_reversed(
    open_app, monkeypatch, theme
):
    monkeypatch.setenv("NO_COLOR", "1")
    app = open_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        for name in ("a text with a focused link", "the related terms", "a tag", "the palette"):
            await pilot.press(*SCREENS[name])
            await settle(app, pilot)
            assert set(pairs(app)) == {(None, None)}
            if isinstance(app.focused, RowList):
                row = app.focused.render_line(app.focused.cursor - app.focused.scroll_offset.y)
                assert all(style and style.reverse for text, style, _ in row if text.strip())
            await pilot.press("escape", "escape")
            await settle(app, pilot)


FOREIGN = sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)


async def test_under_a_theme_of_textuals_body_and_links_have_the_themes_own_foreground(open_app):
    app = open_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = "nord"
        await pilot.pause()
        text = app.screen.query_one("EntryText")
        link = text.rich_style + text.get_component_rich_style("text--link", partial=True)
        wanted = ColorTriplet(*Color.parse(BUILTIN_THEMES["nord"].foreground).rgb)
        assert text.rich_style.color.triplet == wanted
        assert link.color.triplet == wanted
        assert link.underline


@pytest.mark.parametrize("theme", FOREIGN)
def test_under_textuals_themes_every_coloured_word_is_as_readable_as_the_body(theme):
    variables = with_own_variables(BUILTIN_THEMES[theme].to_color_system().generate())
    assert variables["link"] == variables["foreground"]
    ground, body = (Color.parse(variables[name]) for name in ("background", "foreground"))
    for name in ("accent", "muted", "code", "success", "warning", "error"):
        least = min(AA, ratio(body, ground)) - 0.01
        assert ratio(Color.parse(variables[name]), ground) >= least, name


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_the_terminals_own_colours_are_left_as_they_are(theme):
    variables = BUILTIN_THEMES[theme].to_color_system().generate()
    found = with_own_variables(variables)
    assert {name: found[name] for name in variables} == variables
    assert found["muted"] == found["link"] == found["line"] == variables["foreground"]


def test_contrast_is_reckoned_as_the_recommendation_does():
    black, white, grey = Color(0, 0, 0), Color(255, 255, 255), Color(118, 118, 118)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)
    assert contrast(grey, grey) == 1
    assert READABLE == AA
