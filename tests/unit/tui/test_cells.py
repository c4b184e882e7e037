"""Text that must fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size

from glossary_tui.tui.widgets.cells import cut


@given(st.text("ab 漢é…\u0301\u200d👩", max_size=60), st.integers(1, 40))
def test_a_cut_text_fits_and_is_what_the_whole_would_be_cut_to(text, room):
    made = cut(text, room)
    assert cell_len(made) <= max(room, 1)
    if cell_len(text) <= room:
        assert made == text
    else:
        assert made == set_cell_size(text, max(room - 1, 0)).rstrip() + "…"
