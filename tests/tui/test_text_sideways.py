"""What is wider than the window is reached from the keyboard."""

from __future__ import annotations

from glossary_tui.tui.widgets.entry_text import EntryText
from tui.conftest import LONG, write_entry


async def test_wide_code_is_scrolled_to_and_back(tmp_path, make_app):
    write_entry(tmp_path, "wide", "Wide", summary=f"```\n{'x' * 150}END\n```")
    app = make_app(tmp_path, term="wide")
    async with app.run_test(size=(100, 30)) as pilot:
        text = app.screen.query_one(EntryText)
        assert "END" not in text.render_line(0).text
        await pilot.press(*["greater_than_sign"] * 20)
        await pilot.pause()
        assert "END" in text.render_line(0).text
        await pilot.press(*["less_than_sign"] * 20)
        await pilot.pause()
        assert text.scroll_offset.x == 0


async def test_a_line_that_goes_on_beyond_the_window_says_so_beside_the_bar(tmp_path, make_app):
    write_entry(tmp_path, "wide", "Wide", summary=f"```\n{'x' * 150}\ny\n```{LONG}")
    app = make_app(tmp_path, term="wide")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        text = app.screen.query_one(EntryText)
        bar = text.vertical_scrollbar.region.x - text.region.x
        assert text.render_line(0).text[bar - 1 : bar] == "›"
        assert "›" not in text.render_line(1).text
        await pilot.press(*["greater_than_sign"] * 40)
        await pilot.pause()
        assert "x" in text.render_line(0).text[:bar].strip()
        assert "›" not in text.render_line(0).text


async def test_a_text_that_fits_stays_where_it_is(tmp_path, make_app):
    write_entry(tmp_path, "narrow", "Narrow", summary="Short.")
    app = make_app(tmp_path, term="narrow")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert app.screen.query_one(EntryText).scroll_offset.x == 0
