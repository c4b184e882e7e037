"""How often a term is named."""

from __future__ import annotations

import pytest

from glossary_tui.glossary import Glossary
from glossary_tui.search.namings import Namings


@pytest.fixture
def glossary(entry):
    """Five entries, of which three name the last."""
    return Glossary(
        [
            entry("A", names=["Gradient Descent", "gradient descent"]),
            entry("B", names=["GD"]),
            entry("C", names=["gradient-descent"]),
            entry("D", names=["Other"]),
            entry("Gradient descent", aliases=["GD"], entry_id="ml/gradient-descent"),
        ]
    )


@pytest.mark.parametrize("part", [1, 2, 3, 100])
def test_every_entry_that_names_a_term_counts_once(glossary, part):
    namings = Namings(glossary)
    while namings.step(part):
        pass
    assert list(namings.times) == [0, 0, 0, 0, 3]


def test_nothing_is_known_before_all_links_are_counted(glossary):
    namings = Namings(glossary)
    assert namings.step(5)
    assert not namings.is_complete
    assert not namings.times
    assert not namings.step(5)
    assert namings.is_complete


def test_it_can_be_completed_at_once(glossary):
    namings = Namings(glossary)
    namings.step(2)
    namings.complete()
    assert list(namings.times) == [0, 0, 0, 0, 3]


def test_of_no_entries_everything_is_known():
    assert not Namings(Glossary([])).step(1)
