"""Groups of terms, laid out in a column or in running lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary_tui.tui.widgets.term_groups import Group, Item, lay_out


def item(text, aside=""):
    return Item(text, text, exact=True, aside=aside)


GROUPS = (
    Group("Related", (item("Lens"), item("Mirror"))),
    Group("Two steps away", (item("Star", "via Lens +1"), item("A Long Name", "via Mirror"))),
)


def drawn(layout):
    return ["".join(run.text for run in line) for line in layout.lines]


def test_in_a_column_an_aside_stands_behind_its_term_where_it_fits_else_below():
    assert drawn(lay_out(GROUPS, 18, column=True)) == [
        "Related",
        "Lens",
        "Mirror",
        "",
        "Two steps away",
        "Star  via Lens +1",
        "A Long Name",
        "  via Mirror",
    ]


def test_in_running_lines_terms_follow_their_groups_heading():
    assert drawn(lay_out(GROUPS, 60, column=False)) == [
        "Related         Lens · Mirror",
        "Two steps away  Star via Lens +1 · A Long Name via Mirror",
    ]


def test_a_note_closes_its_group():
    groups = (Group("Named by", (item("Star"),), note="and 7 more"),)
    assert drawn(lay_out(groups, 40, column=True)) == ["Named by", "Star", "and 7 more"]
    assert drawn(lay_out(groups, 40, column=False)) == ["Named by  Star · and 7 more"]


@given(
    st.lists(
        st.builds(
            Group,
            st.text(st.characters(categories=["L"]), min_size=1, max_size=20),
            st.lists(
                st.builds(
                    item,
                    st.text(st.characters(categories=["L"]), min_size=1, max_size=30),
                    st.sampled_from(["", "via Somewhere far away"]),
                ),
                max_size=5,
            ).map(tuple),
            note=st.sampled_from(["", "and 10 more"]),
        ),
        max_size=4,
    ),
    st.integers(12, 60),
    st.booleans(),
)
def test_every_term_stands_where_it_is_said_to_and_nothing_is_too_wide(groups, width, column):
    layout = lay_out(groups, width, column=column)
    assert all(sum(cell_len(run.text) for run in line) <= width for line in layout.lines)
    found = [
        (line, run.item, run.text)
        for line, runs in enumerate(layout.lines)
        for run in runs
        if run.item >= 0
    ]
    assert [(place.line, index) for index, place in enumerate(layout.places)] == [
        (line, index) for line, index, _ in found
    ]
    for (line, index, text), place in zip(found, layout.places, strict=True):
        before = "".join(run.text for run in layout.lines[line])
        assert place.start == cell_len(before[: _start(layout.lines[line], index)])
        assert place.end - place.start == cell_len(text)
    assert len(found) == sum(len(group.items) for group in groups)


def _start(runs, index):
    at = 0
    for run in runs:
        if run.item == index:
            return at
        at += len(run.text)
    raise AssertionError
