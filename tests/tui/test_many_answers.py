"""A search that most terms of a large glossary answer."""

from __future__ import annotations


async def test_no_more_answers_are_listed_than_a_key_has_time_for(tmp_path, make_app):
    for number in range(1_001):
        (tmp_path / f"{number}.md").write_text(f"---\ntitle: Term {number}\n---\n")
    app = make_app(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert len(app.screen.sidebar.terms) == 500
        assert "500+ of 1,001" in app.screen.sidebar.head
        await pilot.press(*"erm 77")
        await pilot.pause()
        assert len(app.screen.sidebar.terms) == 19
        assert "19 of 1,001" in app.screen.sidebar.head
