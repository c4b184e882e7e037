"""Which terms study holds as known."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta, timezone

import pytest

from glossary_tui.paths import study_file
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.knowing import unknown
from glossary_tui.workspace.studying import StudyWish, open_session, open_store

NOW = datetime(2026, 1, 5, 20, tzinfo=timezone(timedelta(hours=1)))
AGAIN, GOOD, EASY = 1, 3, 4


@pytest.fixture
def workspace(tmp_path):
    """Two terms that have never been studied."""
    for name in ("Apple", "Banjo"):
        (tmp_path / f"{name}.md").write_text(
            f"### Summary\nThe {name} is a thing of its own kind.\n", encoding="utf-8"
        )
    return open_workspace([str(tmp_path)], {})


def titles(workspace):
    return [entry.title for entry in unknown(workspace, workspace.glossary)]


def answer(workspace, *ratings, days=0):
    """Answer the first card of a session; its title."""
    with closing(open_store()) as store:
        moment = NOW + timedelta(days=days)
        session = open_session(workspace, StudyWish(around="Apple"), store, moment)
        for rating in ratings:
            session.rate(rating, moment)


def test_what_was_never_studied_is_unknown_and_no_file_is_made(workspace):
    import os

    assert titles(workspace) == ["Apple", "Banjo"]
    assert not os.path.exists(study_file())


def test_a_term_whose_card_is_asked_by_days_is_known(workspace):
    answer(workspace, EASY)
    assert titles(workspace) == ["Banjo"]


def test_a_term_in_its_first_steps_is_not(workspace):
    answer(workspace, GOOD)
    assert titles(workspace) == ["Apple", "Banjo"]


def test_what_was_forgotten_is_unknown_again(workspace):
    answer(workspace, EASY)
    answer(workspace, AGAIN, days=60)
    assert titles(workspace) == ["Apple", "Banjo"]
