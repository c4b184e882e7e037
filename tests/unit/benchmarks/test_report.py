"""What `make bench` prints and draws of what it has measured."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from benchmarks.timing.figures import BUNDLED_SIZE, Figure, Report, p90
from benchmarks.timing.plot import plot
from benchmarks.timing.table import as_markdown, as_text, rows

SLOWNESS = 2.0


def report(*figures):
    return Report("a machine", SLOWNESS, "2026-01-01", list(figures))


@pytest.mark.parametrize(
    ("figure", "reached"),
    [
        (Figure("start", 10, 115, goal=1.15, reference="bare", beside={"bare": 100}), True),
        (Figure("start", 10, 116, goal=1.15, reference="bare", beside={"bare": 100}), False),
        (Figure("key", 10, 32, goal=16), True),  # twice the goal on a machine half as quick
        (Figure("key", 10, 33, goal=16), False),
        (Figure("memory", 10, 51, "MB", goal=50), False),  # memory is no matter of speed
        (Figure("first start", 10, 99), None),
    ],
)
def test_a_goal_is_a_ratio_or_scaled_by_how_slow_the_machine_is(figure, reached):
    assert figure.reached(SLOWNESS) is reached


def test_the_ninth_of_ten_values_is_the_last_that_counts():
    assert p90([*range(1, 11)]) == 10
    assert p90([5.0]) == 5.0
    assert p90([*range(100)]) == 90


def test_a_row_has_the_figure_its_goal_and_what_stands_beside_it():
    start = Figure("start", 10_000, 190, goal=1.15, reference="bare", beside={"bare": 170})
    key = Figure("key", BUNDLED_SIZE, 40, statistic="p90", goal=16)
    assert rows(report(start, key)) == [
        ("start", "10,000", "190 ms = 1.12×", "≤ 1.15× bare", "✓", "bare 170"),
        ("key", "bundled", "40.0 ms (p90)", "≤ 32.0 ms", "✗", ""),
    ]


def test_the_table_in_columns_and_in_markdown_has_a_line_for_each_figure():
    some = report(Figure("start", 1_000, 190), Figure("start", 10_000, 200))
    assert as_text(some).count("\nstart") == 2
    assert as_markdown(some).count("\n| start |") == 2


def test_the_plot_is_an_svg_with_a_panel_for_each_figure_of_several_sizes():
    drawn = plot(
        report(
            Figure("start & paint", 1_000, 190, goal=1.15, reference="<b>", beside={"<b>": 170}),
            Figure("start & paint", 10_000, 200, beside={"<b>": 170}),
            Figure("alone", 1_000, 5),
            Figure("start & paint", BUNDLED_SIZE, 180),
        )
    )
    root = ET.fromstring(drawn)
    titles = [each.text for each in root.iter() if each.get("class") == "title"]
    assert titles == ["start & paint"]
    assert "prefers-color-scheme: dark" in drawn
