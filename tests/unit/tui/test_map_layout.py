"""Where the labels and lines of a map stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary_tui.glossary.surroundings import Spoke, Surroundings
from glossary_tui.model import Entry
from glossary_tui.tui.widgets.line_grid import Cell, LineGrid
from glossary_tui.tui.widgets.map_layout import MOST, NARROWEST, lay_out_map


def entry(title):
    return Entry(title, title, "", lambda _: ())


def around(*spokes, centre="Centre"):
    return Surroundings(
        entry(centre),
        tuple(
            Spoke(entry(title), direction, tuple(map(entry, beyond)))
            for title, direction, *beyond in spokes
        ),
        0,
    )


def picture(layout):
    """The map as people see it."""
    rows = [[" "] * layout.width for _ in range(layout.height)]
    for cell, (character, _) in {**layout.lines, **layout.heads}.items():
        rows[cell.row][cell.column] = character
    texts = [*layout.title, *((node.row, node.start, node.text) for node in layout.nodes[1:])]
    for row, start, text in texts:
        for offset, letter in enumerate(text):
            rows[row][start + offset] = letter
    return "\n".join("".join(row).rstrip() for row in rows)


def test_lines_join_where_they_meet():
    grid = LineGrid()
    grid.across(1, 0, 2, 1)
    grid.down(1, 0, 2, 2)
    grid.across(0, 1, 2, 3)
    drawn = grid.drawn()
    assert drawn[Cell(1, 1)] == ("┼", frozenset({1, 2}))
    assert drawn[Cell(0, 1)] == ("╭", frozenset({2, 3}))
    assert [drawn[cell][0] for cell in (Cell(1, 0), Cell(2, 1))] == ["─", "│"]


def test_neighbours_stand_around_the_centre_with_heads_that_say_who_names_whom():
    layout = lay_out_map(
        around(("Right", "names"), ("Both", "both"), ("Left", "named by")), NARROWEST, 5
    )
    assert picture(layout).split("\n") == [
        "",
        "                       ╭────────╮  ╭──▸ Right",
        "            Left ──▸───┤ Centre ├──┤",
        "                       ╰────────╯  ╰◂─▸ Both",
        "",
    ]


def test_a_side_with_long_titles_takes_the_room_that_the_other_leaves():
    title = "A Title of Twenty-Nine Letters"
    for spokes in [((title, "names"), ("Brief", "names")), (("Brief", "names"), (title, "names"))]:
        whole = picture(lay_out_map(around(*spokes), 70, 5))
        assert title in whole
        assert "Brief" in whole
    both = picture(lay_out_map(around((title, "names"), (title, "names")), 70, 5))
    assert title not in both
    assert both.count("A Title of Twen") == 2


def test_what_lies_behind_a_neighbour_is_drawn_where_there_is_room():
    spokes = [("Near", "names", "One", "Two", "Three")]
    wide = picture(lay_out_map(around(*spokes), 140, 9))
    assert "╭─ One" in wide
    assert "──▸ Near ──┼─ Two" in wide
    assert "╰─ Three" in wide
    narrow = lay_out_map(around(*spokes), 80, 9)
    assert [node.column for node in narrow.nodes] == [0, 1]
    low = lay_out_map(around(*spokes, *((f"N{n}", "names") for n in range(9))), 140, 5)
    assert [node.text for node in low.nodes if abs(node.column) == 2] == ["One"]


def test_a_centre_with_a_long_name_has_several_lines():
    layout = lay_out_map(around(centre="The General Theory of Relativity of 1915"), 80, 9)
    assert [text for _, _, text in layout.title] == ["The General", "Theory of", "Relativity of 1…"]
    assert len({(row, start) for row, start, _ in layout.title}) == 3


TITLES = st.text(
    st.characters(categories=["Lu", "Lo"], max_codepoint=0x9FFF), min_size=1, max_size=40
)
SPOKES = st.lists(
    st.tuples(
        TITLES,
        st.sampled_from(["names", "named by", "both"]),
        st.lists(TITLES, max_size=8),
    ),
    max_size=40,
)


@settings(max_examples=60)
@given(SPOKES, TITLES, st.integers(NARROWEST, 220), st.integers(3, 60))
def test_nothing_covers_anything_else_and_everything_is_within_the_map(
    spokes, title, width, height
):
    layout = lay_out_map(
        around(*((name, way, *beyond) for name, way, beyond in spokes), centre=title),
        width,
        height,
    )
    assert layout.height >= height
    taken = set(layout.lines)
    assert set(layout.heads) <= taken
    texts = [*layout.title, *((node.row, node.start, node.text) for node in layout.nodes[1:])]
    for row, start, text in texts:
        cells = {Cell(row, start + offset) for offset in range(-1, cell_len(text) + 1)}
        assert cells & taken == set(), "a label and the blanks at its sides are free"
        taken |= {Cell(row, start + offset) for offset in range(cell_len(text))}
    assert all(0 <= row < layout.height and 0 <= column < width for row, column in taken)
    assert [node.text for node in layout.nodes[1:] if abs(node.column) == 1] or not spokes


@given(SPOKES)
def test_a_line_leads_to_every_label(spokes):
    layout = lay_out_map(around(*((name, way, *beyond) for name, way, beyond in spokes)), 200, 50)
    for index, node in enumerate(layout.nodes):
        leading = {cell for cell, (_, owners) in layout.lines.items() if index in owners}
        towards = -1 if node.column > 0 else 1
        near_end = node.start if node.column > 0 else node.end - 1
        assert not index or (node.row, near_end + 2 * towards) in leading


def test_more_neighbours_than_anyone_walks_are_left_out():
    layout = lay_out_map(around(*((f"N{n}", "names") for n in range(500))), 80, 24)
    assert len(layout.nodes) == MOST + 1
    assert layout.height == MOST // 2
