"""Looking further into the graph: two steps away, the map, the way to another term."""

from __future__ import annotations

import pytest
from waiting import until_links_are_read

from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.graph_map import GraphMap
from glossary_tui.tui.widgets.path_view import PathView
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from tui.conftest import write_entry

SIZE = (120, 30)


@pytest.fixture
def chain(tmp_path, make_app):
    """A glossary whose terms hang on one another like the links of a chain, opened at the first."""
    names = ["Anchor", "Buoy", "Cable", "Deck", "Engine"]
    for name, after in zip(names, [*names[1:], ""], strict=True):
        write_entry(tmp_path, name.lower(), name, related=after)
    write_entry(tmp_path, "island", "Island")

    def open_at(term):
        return make_app(tmp_path, term=term)

    return open_at


async def ready(app, pilot):
    await pilot.pause()
    await until_links_are_read(pilot)
    await app.workers.wait_for_complete()
    await pilot.pause()


def panel(app):
    return app.screen.query_one(RelatedPanel)


def shown(app):
    return app.screen.query_one(EntryPane).entry.id


async def test_two_steps_away_are_shown_with_their_middle_and_hidden_again(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("R")
        await pilot.pause()
        last = [(item.text, item.aside) for item in panel(app).items[-2:]]
        assert last == [("Anchor", "via Buoy"), ("Engine", "via Deck")]
        assert app.focused is panel(app)
        assert panel(app).items[panel(app).cursor].text == "Anchor"
        await pilot.press("R")
        await pilot.pause()
        assert [item.text for item in panel(app).items] == ["Deck", "Buoy"]


async def test_enter_goes_two_steps_and_the_next_entry_shows_its_neighbours_alone(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("R", "down", "enter")
        await pilot.pause()
        assert shown(app) == "engine"
        assert [item.text for item in panel(app).items] == ["Deck"]


async def test_where_nothing_lies_two_steps_away_it_says_so(chain):
    app = chain("island")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("R")
        await pilot.pause()
        assert "two steps" in _notice(app)


async def test_what_is_asked_for_early_comes_when_the_links_have_been_read(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        app.screen.backlinks_ready = False
        app.screen.action_two_steps()
        await ready(app, pilot)
        assert "reading" in _notice(app)
        assert panel(app).items[-1].aside == "via Deck"


async def test_pages_and_ends_of_a_long_list(tmp_path, make_app):
    for number in range(40):
        write_entry(tmp_path, f"t{number:02}", f"Term {number:02}", related="Hub")
    write_entry(tmp_path, "hub", "Hub")
    app = make_app(tmp_path, term="hub")
    async with app.run_test(size=(120, 24)) as pilot:
        await ready(app, pilot)
        await pilot.press("r", "pagedown")
        await pilot.pause()
        page = panel(app).cursor
        assert page == panel(app).size.height - 1
        await pilot.press("end", "pageup")
        await pilot.pause()
        assert panel(app).cursor == 39 - page
        assert panel(app).scroll_offset.y > 0
        await pilot.press("home")
        await pilot.pause()
        assert (panel(app).cursor, panel(app).scroll_offset.y) == (0, 0)


async def test_the_map_is_walked_with_the_arrows_and_enter_goes_there(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("M")
        await pilot.pause()
        graph = app.screen.query_one(GraphMap)
        assert (app.focused, graph.marked) == (graph, "cable")
        seen = []
        for key in ("right", "right", "left", "left", "left", "left", "down", "up"):
            await pilot.press(key)
            seen.append(graph.marked)
        assert seen == ["deck", "engine", "deck", "cable", "buoy", "anchor", "anchor", "anchor"]
        await pilot.press("enter")
        await pilot.pause()
        assert shown(app) == "anchor"
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert shown(app) == "cable"


async def test_the_map_says_what_the_marked_term_is_and_how_it_is_linked(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("M", "l")
        await pilot.pause()
        assert "Cable names it" in _note(app)
        assert "Deck in one sentence." in _note(app)
        await pilot.press("l")
        await pilot.pause()
        assert "two steps away" in _note(app)


async def test_another_term_is_put_in_the_middle_and_the_first_comes_back(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("M", "right", "space")
        await pilot.pause()
        graph = app.screen.query_one(GraphMap)
        assert (app.screen.centre.id, graph.nodes[0].entry_id) == ("deck", "deck")
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert (app.screen.centre.id, graph.marked) == ("cable", "deck")
        await pilot.press("left_square_bracket", "escape")
        await pilot.pause()
        assert "began" in _notice(app)
        assert shown(app) == "cable"


async def test_tab_walks_the_whole_map_in_reading_order(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("M")
        await pilot.pause()
        graph = app.screen.query_one(GraphMap)
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await pilot.press(key)
            seen.append(graph.marked)
        assert seen == ["deck", "engine", "anchor", "engine"]


async def test_a_click_marks_and_another_goes(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("M")
        await pilot.pause()
        graph = app.screen.query_one(GraphMap)
        node = next(node for node in graph.nodes if node.entry_id == "deck")
        await pilot.click(graph, offset=(node.start, node.row))
        await pilot.pause()
        assert graph.marked == "deck"
        await pilot.click(graph, offset=(node.start, node.row))
        await pilot.pause()
        assert shown(app) == "deck"


async def test_where_a_map_has_no_room_it_is_a_list(chain):
    app = chain("cable")
    async with app.run_test(size=(40, 14)) as pilot:
        await ready(app, pilot)
        await pilot.press("M")
        await pilot.pause()
        terms = app.screen.query_one("#map-list", RelatedPanel)
        assert app.focused is terms
        assert [item.text for item in terms.items] == ["Deck", "Buoy", "Engine", "Anchor"]
        await pilot.press("down", "c")
        await pilot.pause()
        assert app.screen.centre.id == "buoy"
        await pilot.press("enter")
        await pilot.pause()
        assert shown(app) == "cable"


async def test_a_term_without_neighbours_has_a_map_too(chain):
    app = chain("island")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("M", "right", "down", "space", "tab")
        await pilot.pause()
        assert app.screen.query_one(GraphMap).marked == "island"
        await pilot.press("escape")
        await pilot.pause()
        assert shown(app) == "island"


async def test_a_map_higher_than_the_screen_follows_the_mark(tmp_path, make_app):
    for number in range(70):
        write_entry(tmp_path, f"t{number:02}", f"Term {number:02}", related="Hub")
    write_entry(tmp_path, "hub", "Hub")
    app = make_app(tmp_path, term="hub")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(app, pilot)
        await pilot.press("M", "right", *(["down"] * 40))
        await pilot.pause()
        graph = app.screen.query_one(GraphMap)
        row = graph.nodes[graph.cursor].row
        assert graph.marked == "t34"
        assert 0 <= row - graph.scroll_offset.y < graph.size.height


async def test_the_way_to_another_term_is_shown_as_it_is_typed(chain):
    app = chain("anchor")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("P", *"engi")
        await pilot.pause()
        path = app.screen.query_one(PathView)
        assert [term.title for term in path.terms] == ["Anchor", "Buoy", "Cable", "Deck", "Engine"]
        assert "It lists Buoy among its related terms." in drawn(path)
        await pilot.press(*["backspace"] * 4, *"deck")
        await pilot.pause()
        assert [term.title for term in path.terms][-1] == "Deck"


async def test_terms_two_steps_away_are_offered_before_anything_is_typed(chain):
    app = chain("cable")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("P", "down")
        await pilot.pause()
        path = app.screen.query_one(PathView)
        assert [term.title for term in path.terms] == ["Cable", "Deck", "Engine"]


async def test_each_step_of_a_way_can_be_gone_to(chain):
    app = chain("anchor")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("P", *"engine", "enter")
        await pilot.pause()
        assert app.focused is app.screen.query_one(PathView)
        await pilot.press("down", "j", "j", "up", "enter")
        await pilot.pause()
        assert shown(app) == "cable"


async def test_another_term_can_be_asked_for_and_the_way_be_left(chain):
    app = chain("anchor")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("P", *"engine", "enter", "end")
        await pilot.pause()
        path = app.screen.query_one(PathView)
        assert path.cursor == 4
        await pilot.press("slash")
        assert app.focused.id == "path-box"
        await pilot.press("enter", "q")
        await pilot.pause()
        assert shown(app) == "anchor"
        await pilot.press("P", "escape")
        await pilot.pause()
        assert shown(app) == "anchor"


async def test_where_no_links_lead_it_says_so_and_what_the_two_share(tmp_path, make_app):
    write_entry(tmp_path, "sun", "Sun", head='tags: ["sky", "light"]', related="Day, Corona")
    write_entry(tmp_path, "day", "Day")
    write_entry(tmp_path, "lamp", "Lamp", head='tags: ["light"]', related="corona")
    app = make_app(tmp_path, term="sun")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("P", *"lamp")
        await pilot.pause()
        path = app.screen.query_one(PathView)
        for said in (
            "No links lead from Sun to Lamp, in either direction.",
            "Both are tagged light.",
            "Both name Corona, without an entry here.",
            "Lamp has no neighbours at all.",
        ):
            assert said in drawn(path)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert shown(app) == "day"


async def test_a_name_that_no_term_has_shows_no_way(chain):
    app = chain("anchor")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("P", *"engine", *"zzzqqq", "enter")
        await pilot.pause()
        assert app.screen.query_one(PathView).terms == []
        assert app.focused.id == "path-box"


async def test_the_way_is_told_in_words_in_the_linear_mode(chain):
    app = chain("anchor")
    app.linear = True
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(app, pilot)
        await pilot.press("P")
        await pilot.pause()
        region = app.screen.query_one(RegionLine)
        assert region.said == "The way from Anchor to Cable: 2 steps"
        await pilot.press(*"island")
        await pilot.pause()
        assert region.said == "The way from Anchor to Island: none"
        await pilot.press("ctrl+u", *"zzzqqq")
        await pilot.pause()
        assert region.said == "The way from Anchor: type another term"
        await pilot.press("ctrl+u", *"cable")
        await pilot.pause()
        await pilot.press("enter", "down")
        await pilot.pause()
        assert region.said == "The way: Buoy, 2 of 3"
        path = app.screen.query_one(PathView)
        row = app.cursor_position.y - path.content_region.y
        assert "Buoy" in path.render_line(row).text


def drawn(path):
    return "\n".join("".join(run.text for run in line) for line in path._lines)


def _note(app):
    return str(app.screen.query_one("#map-note").content)


def _notice(app):
    return " ".join(notice.message for notice in app._notifications)
