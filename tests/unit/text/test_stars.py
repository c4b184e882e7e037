"""What is taken out quickly is what the whole rules take out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary_tui.text import plain
from glossary_tui.text.stars import unstarred

marked = st.lists(
    st.sampled_from(["*", "**", "`", "``", " ", "\n", "a", "b c", "é", "_", "1", "***"]),
    max_size=12,
).map("".join)


@settings(max_examples=400)
@given(marked)
def test_the_quick_way_says_what_the_rules_say(text):
    quick = unstarred(text)
    assert quick is None or quick == plain._INLINE.sub(plain._reduced, text)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Doe (2009). *A title*. Venue.", "Doe (2009). A title. Venue."),
        ("a **first** and `x * y`", "a first and x * y"),
        ("**`code` inside**", "code inside"),
        ("2*3", None),
        ("a*b*c", None),
        ("`open", None),
    ],
)
def test_what_it_takes_and_what_it_leaves(markdown, text):
    assert unstarred(markdown) == text
