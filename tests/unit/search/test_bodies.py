"""Bodies that were lately read are not read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.search.bodies import Bodies, packed, unpacked


@pytest.fixture
def asked():
    """The rows that were read, reading after reading."""
    return []


@pytest.fixture
def bodies(asked):
    """Three hundred short bodies and a long one."""

    def read(rows):
        asked.append(rows)
        texts = {row: f"Text {row}" for row in range(300)} | {300: "Long " * 3_000}
        return {row: packed(texts[row]) for row in rows if row in texts}

    return Bodies(read)


@given(st.text())
def test_what_was_packed_is_unpacked(text):
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        assert unpacked(packed(text)) == text


@pytest.mark.parametrize("body", [b"", b"somebody else's", packed("cut short")[:-3]])
def test_what_was_not_packed_so_is_no_body(body):
    assert unpacked(body) == ""


def test_a_body_comes_with_its_plain_letters(bodies):
    assert bodies.of(7) == ("Text 7", "text 7")


def test_the_bodies_of_a_window_are_read_at_once_and_kept(bodies, asked):
    for _ in range(3):
        for row in range(40):
            assert bodies.of(row, range(row + 1, 40))[0] == f"Text {row}"
    assert asked == [[*range(40)]]
    bodies.of(39, range(40, 60))
    assert bodies.of(40, range(38, 42))[0] == "Text 40"
    assert asked == [[*range(40)], [40, 41]]


def test_few_are_kept_and_no_long_one(bodies, asked):
    for row in range(300):
        bodies.of(row)
    assert len(bodies._kept) == 200
    assert bodies.of(299)[0] == "Text 299"
    assert bodies.of(7)[0] == "Text 7"
    assert asked[300:] == [[7]]
    assert bodies.of(300)[0] == "Long " * 3_000
    assert 300 not in bodies._kept


def test_a_body_that_cannot_be_had_is_asked_for_again(bodies, asked):
    assert bodies.of(999) == bodies.of(999) == ("", "")
    assert asked == [[999], [999]]
