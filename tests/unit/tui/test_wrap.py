"""Spans on lines: the quick way gives what the general one gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.tui.markdown.blocks import Span
from glossary_tui.tui.markdown.wrap import _wrapped, _wrapped_evenly, wrap

STYLES = st.sampled_from([(), ("strong",), ("emphasis",), ("strong", "emphasis"), ("code",)])


def spans(letters):
    """Spans of those letters, with the index of the link of each."""
    span = st.builds(
        Span, st.text(letters, max_size=9), STYLES, st.just(""), st.just(False), st.integers(-1, 1)
    )
    return st.lists(st.tuples(span, st.integers(-1, 1)), max_size=9)


@given(spans("ab  é—"), st.integers(1, 30))
def test_even_text_wraps_as_any_does(text, width):
    assert wrap(text, width) == _wrapped(text, width)


@given(spans(st.characters(exclude_categories=["Cs"])), st.integers(1, 12))
def test_any_letters_wrap_as_in_the_general_way(text, width):
    assert wrap(text, width) == _wrapped(text, width)


@given(spans("a 漢\u0301\n\t\xad-"), st.integers(1, 12))
def test_other_text_is_left_to_the_general_way(text, width):
    assert wrap(text, width) == _wrapped(text, width)


def test_running_text_goes_the_quick_way():
    words = [(Span("Some words, "), -1), (Span("stressed", ("strong",)), -1), (Span(" or é…"), -1)]
    assert _wrapped_evenly(words, 12) == _wrapped(words, 12)
    assert _wrapped_evenly([(Span("a 漢"), -1)], 12) is None
    assert _wrapped_evenly([(Span("much too long"), -1)], 3) is None
