"""How often a term is named."""

from __future__ import annotations

from glossary_tui.glossary import Glossary
from glossary_tui.search.namings import Namings


def test_every_entry_that_names_a_term_counts_once(entry):
    wanted = entry("Gradient descent", aliases=["GD"], entry_id="ml/gradient-descent")
    glossary = Glossary(
        [
            wanted,
            entry("A", names=["Gradient Descent", "gradient descent"]),
            entry("B", names=["GD"]),
            entry("C", names=["gradient-descent"]),
            entry("D", names=["Other"]),
        ]
    )
    namings = Namings(glossary)
    while namings.step(2):
        pass
    assert namings.is_complete
    assert namings.of(wanted) == 3


def test_nothing_is_counted_before_the_first_step(entry):
    wanted = entry("A", names=["A"])
    namings = Namings(Glossary([wanted]))
    assert namings.of(wanted) == 0
    assert not namings.step(1)
    assert namings.of(wanted) == 1
