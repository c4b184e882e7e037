"""A way from term to term on lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary_tui.glossary.naming import Naming
from glossary_tui.tui.widgets.path_layout import Heading, Passage, Term, lay_out_path


def drawn(lines):
    return ["".join(run.text for run in line) for line in lines]


def test_arrow_heads_point_at_what_is_named():
    lines = lay_out_path(
        (
            Term("a", "A"),
            Passage("names", "said"),
            Term("b", "B"),
            Passage("named by", "told"),
            Term("c", "C"),
            Passage("both", "known"),
            Term("d", "D"),
        ),
        20,
    )
    assert drawn(lines) == [
        "● A", "│   said", "▾ ", "● B", "▴ ", "│   told", "● C", "▴ ", "│   known", "▾ ", "● D",
    ]  # fmt: skip


def test_the_name_in_a_sentence_is_told_apart():
    lines = lay_out_path((Passage("names", "", Naming("See the moon rise.", 8, 12)),), 40)
    (line,) = [line for line in lines if any(run.style == "name" for run in line)]
    assert [(run.text, run.style) for run in line[1:]] == [
        ("“See the ", "quote"),
        ("moon", "name"),
        (" rise.”", "quote"),
    ]


def test_terms_without_a_way_are_a_list_under_their_heading():
    lines = lay_out_path((Heading("None."), Heading("Around"), Term("a", "A"), Term("b", "B")), 20)
    assert drawn(lines) == ["None.", "", "Around", "• A", "• B"]


WORDS = st.lists(
    st.text(st.characters(categories=["Ll", "Lo"], max_codepoint=0x9FFF), min_size=1, max_size=12),
    min_size=1,
    max_size=80,
)


@given(WORDS, st.data(), st.integers(24, 100))
def test_a_long_sentence_is_cut_around_the_name_which_is_always_seen(words, data, width):
    sentence = " ".join(words)
    chosen = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:chosen])) + (1 if chosen else 0)
    naming = Naming(sentence, start, start + len(words[chosen]))
    lines = lay_out_path((Term("a", "A"), Passage("both", "Said.", naming)), width)
    names = "".join(run.text for line in lines for run in line if run.style == "name")
    assert names == words[chosen]
    assert all(sum(cell_len(run.text) for run in line) <= width for line in lines)
    assert len(lines) <= 9
