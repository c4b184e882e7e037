"""The simulated learner studies, and what comes of it can be drawn."""

from __future__ import annotations

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

from unit.study.conftest import asker, terms

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "learner.py"


def test_a_month_of_study_is_drawn_and_tabled():
    learner = runpy.run_path(str(SCRIPT))
    years = [learner["studied"](each, asker(), terms(), 60, 1) for each in learner["LEARNERS"]]
    for year in years:
        assert year.met == 2 * len(terms())
        assert len({review.day for review in year.reviews}) > 10
    assert len(learner["table"](years).splitlines()) == 1 + len(years)
    picture = ET.fromstring(learner["picture"](years))
    lines = picture.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 2 * len(years)
