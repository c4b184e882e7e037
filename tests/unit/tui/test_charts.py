"""Charts are lines of characters that say the same without colour."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.study.statistics import TERM_STATES, Retention, TagStates
from glossary_tui.tui.charts import bar, columns, heatmap, retention_lines, tag_lines

TODAY = date(2026, 3, 4).toordinal()  # a Wednesday


def text(line):
    return "".join(run.text for run in line)


def texts(lines):
    return [text(line) for line in lines]


@pytest.mark.parametrize(("width", "cell"), [(76, 1), (116, 2)])
def test_a_heatmap_has_a_row_a_weekday_and_a_column_a_week(width, cell):
    months, *rows, legend = texts(heatmap({TODAY: 3, TODAY - 7: 1}, TODAY, width))
    assert len(rows) == 7
    assert rows[0].startswith("Mon")
    wednesday = rows[2].rstrip()
    assert len(wednesday) == 5 + 53 * cell
    assert wednesday.endswith(("░" * cell) + ("█" * cell))
    assert not rows[3].rstrip().endswith("█")  # tomorrow is not there yet
    assert "Jan" in months
    assert "more" in legend
    assert max(map(len, [months, *rows, legend])) <= width


def test_every_day_of_the_year_is_on_the_heatmap_once():
    counts = {TODAY - back: 1 for back in range(365)}
    _, *rows, _ = texts(heatmap(counts, TODAY, 76))
    assert sum(row.count("░") + row.count("█") for row in rows) == 365


@given(st.floats(0, 1), st.integers(1, 60), st.floats(0, 1))
def test_a_bar_is_as_wide_as_it_should_be(share, width, target):
    line = text(bar(share, width, target))
    assert len(line) == width
    assert line.count("┃") == 1


def test_retention_says_its_numbers_and_whether_the_target_is_reached():
    found = (Retention(7, 19, 20), Retention(30, 8, 10), Retention(0, 0, 0))
    week, month, ever = texts(retention_lines(found, 0.9, 80))
    assert "95 %  19 of 20 known, reached" in week
    assert "80 %  8 of 10 known, below" in month
    assert "nothing was due yet" in ever


@given(st.lists(st.integers(0, 10_000), min_size=28, max_size=28), st.integers(40, 120))
def test_columns_fit_and_show_whatever_is_there(counts, width):
    *bars, axis = texts(columns(counts, width))
    cell = 3 if width >= 3 * 28 + 8 else 2
    days = min((width - 8) // cell, 28)
    foot = bars[-1][6:]
    drawn = [foot[index * cell] != " " for index in range(days)]
    assert drawn == [count > 0 for count in counts[:days]]
    assert all(len(line) <= width for line in (*bars, axis))
    assert axis.strip().startswith("today")


@given(st.lists(st.tuples(*[st.integers(0, 400)] * len(TERM_STATES)), min_size=1, max_size=4))
def test_the_bars_of_the_tags_are_equally_wide_and_say_their_numbers(counts):
    tags = [TagStates(str(index), each) for index, each in enumerate(counts)]
    _, *lines = [*tag_lines(tags, 100)]
    for line, each in zip(lines, counts, strict=True):
        shades = [run for run in line if run.style.startswith("shade")]
        if sum(each):
            assert sum(len(run.text) for run in shades) == 38
            assert len(shades) == sum(count > 0 for count in each)
        for state, count in zip(TERM_STATES, each, strict=True):
            assert (f"{count:,} {state}" in text(line)) == (count > 0)
