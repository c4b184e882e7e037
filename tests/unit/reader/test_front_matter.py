"""Rule 1 and 2: front matter of every condition, and titles as they were written."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.reader.front_matter import LIMIT, parse, read_front_matter
from glossary_tui.reader.header import read_simple
from glossary_tui.text.clean import clean

words = st.text(
    st.characters(codec="utf-8", exclude_characters="\n\r\x85\u2028\u2029"), max_size=12
)
simple = st.sampled_from(
    ("no", "ON", "1e3", "2024-01-01", "null", "~", "", "a b", "A/B Testing", "C++", "x: y", "x #y",
     "'it''s'", '"a\\"b"', "[a, b]", "[a, 'b']", '["a", ""]', "[]", "[a: b]", "[[x]]", "- a", "*x",
     "&x y", "!x y", "{a: b}", '{a: "b"}', "a,", "0x1F", "-5", "é", "x\ty", "@x", "%x", "`x", "|", ">",
     "a - b", '""', "''", '"', "'", "[", "é, ü", "[é, 1.5]", "yes ", "[a b, c-d]", "'a' b", "#x", "[ x ]", "[,]")
)  # fmt: skip
lines = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(("title", "tags", "a-b", "x_1", "draft")), simple),
    st.builds("{}: {}".format, st.sampled_from(("title", "k")), words),
    st.builds("{}- {}".format, st.sampled_from(("", "  ")), simple),
    st.builds(
        '  - {{title: "{}", year: {}, venue: "{}"}}'.format, words, st.integers(0, 3000), words
    ),
    st.sampled_from(("tags:", "references:", "", "# note", "  indented", "a:b", "? x", "...", "{")),
)


@given(st.lists(lines, max_size=6).map("\n".join).map(clean))
def test_the_quick_way_reads_what_the_library_reads(header):
    quick = read_simple(header)
    if quick is not None:
        try:
            assert quick == parse(header)
        except ValueError as error:
            pytest.fail(f"the library refuses it: {error}")


@pytest.mark.parametrize(
    "header",
    [
        'title: "ImageNet"\n\ndraft: false\ntype: "glossary"\nlayout: "entry"',
        (
            'title: "A"\naliases: ["B", "C"]\ntags: ["d"]\nreferences:\n'
            '  - {title: "It\'s: a, b", authors: "E, F", year: 1998, venue: "G"}'
        ),
        "title: Containers\nstatus: Completed\ntags: [application, fundamental]",
        "related_terms:\n - a-b\n - c\ntitle: X",
    ],
)
def test_usual_front_matter_takes_the_quick_way(header):
    assert read_simple(header) == parse(header)


@pytest.mark.parametrize("written", ["no", "ON", "1e3", "2024-01-01", "null", "0x1F", "yes", "1.0"])
def test_a_title_that_yaml_would_change_is_kept_as_written(one, written):
    assert one(f"---\ntitle: {written}\n---\ntext").title == written
    assert one(f"---\ntitle: {written}\nx: {{a: [b]}}\n---\ntext").title == written


def test_a_quoted_title_loses_only_its_quotes(one):
    assert one('---\ntitle: "Null"\n---\n').title == "Null"


def test_the_title_is_title_then_term_then_heading_then_stem(one):
    assert one("---\nterm: T\nTitle: A\n---\n# H\n").title == "A"
    assert one("---\nTERM: T\n---\n# H\n").title == "T"
    assert one("text\n\n# H {#h}\n").title == "H"
    assert one("H\n===\ntext").title == "H"
    assert one("```\n# no\n```\n").title == "some-term"
    assert one("x", name="Two Words.md").title == "Two Words"
    assert one("x", name="null-island/index.md").title == "null-island"


def test_a_file_without_front_matter_is_read_whole(one, codes):
    assert one("Just prose.").sections[0].text == "Just prose."
    assert codes("Just prose.") == ["G011"]


def test_a_rule_at_the_top_is_no_front_matter(one):
    assert "Prose" in one("---\nProse\n\n---\nmore").sections[0].text


def test_broken_front_matter_is_said_with_its_line_and_the_body_shown(read):
    entries, diagnostics = read({"a.md": "---\ntitle: A\navoid: [6\n---\nBody."})
    assert [entry.title for entry in entries] == ["a"]
    assert entries[0].sections[0].text == "Body."
    assert [(each.code, each.line) for each in diagnostics] == [("G010", 3)]


@pytest.mark.parametrize("before", ["\n", "\n \n\n", "\ufeff", "\ufeff\n"])
def test_a_blank_line_or_a_mark_before_the_front_matter_does_not_matter(one, codes, before):
    text = f"{before}---\ntitle: A\n---\nBody."
    assert one(text).title == "A"
    assert codes(text) == []


def test_prose_before_the_front_matter_is_said_and_kept(one, codes):
    text = "Here is the entry:\n\n---\ntitle: A\n---\n### Summary\nBody.\n"
    assert one(text).title == "A"
    assert [section.text for section in one(text).sections] == ["Body.", "Here is the entry:"]
    assert codes(text) == ["G013"]


def test_front_matter_without_an_end_is_still_read(one, codes):
    text = "---\ntitle: A\ntags: [b]\n\nBody."
    assert (one(text).title, one(text).tags) == ("A", ("b",))
    assert codes(text) == ["G014"]


def test_crlf_and_cr_are_line_ends(one):
    assert one("---\r\ntitle: A\r\n---\r\nBody.\r\n").sections[0].text == "Body."
    assert one("---\rtitle: A\r---\rBody.").title == "A"


def test_other_encodings_are_read_and_said(one, codes):
    assert one("---\ntitle: Café\n---\nx".encode("cp1252")).title == "Café"
    assert one("---\ntitle: Café\n---\nx".encode("utf-16")).title == "Café"
    assert one(b"---\ntitle: Caf\xe9 \xc3\xa9\n---\nx").title == "Caf\ufffd é"
    assert codes("---\ntitle: Café\n---\nx".encode("cp1252")) == ["G008"]


def test_a_body_of_null_is_no_text(one, codes):
    assert one("---\ntitle: A\n---\nnull\n").sections == ()
    assert codes("---\ntitle: A\n---\nnull\n") == ["G015"]


def test_toml_front_matter_is_read(one):
    entry = one('+++\ntitle = "A"\ntags = ["b"]\nweight = 1e3\n+++\nBody.')
    assert (entry.title, entry.tags, entry.sections[0].text) == ("A", ("b",), "Body.")


def test_a_title_of_another_shape_is_said(one, codes):
    assert one("---\ntitle: [a, b]\n---\nx").title == "some-term"
    assert codes("---\ntitle: [a, b]\n---\nx") == ["G020"]


def test_a_tag_makes_no_object(one):
    assert one("---\ntitle: !!python/object/apply:os.getcwd []\n---\nx").title == "some-term"
    assert one("---\ntitle: !!python/name:os.system x\n---\nx").title == "x"


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join([f'*{chr(97 + level)}'] * 9)}]\n"
    for level in range(20)
)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (BOMB + "aliases: *u\ntags: *u\nrelated: *u", None),
        ("title: " + "[" * 200 + "]" * 200, "G012"),
        ("title: " + "{a: " * 200 + "}" * 200, "G012"),
        ("- " * 5000, "G012"),
        ("a: &a [*a]\naliases: *a", None),
        ("k: " + "x" * (LIMIT + 1), "G012"),
        ("".join(f"k{number}: [a, {{b: c}}]\n" for number in range(600_000)), "G012"),
    ],
    ids=["alias bomb", "lists", "maps", "block lists", "endless", "over the limit", "10 MB"],
)
def test_front_matter_made_to_hurt_is_bounded(read, header, expected):
    tracemalloc.start()
    entries, diagnostics = read({"a.md": f"---\n{header}\n---\nBody."})
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(entries) == 1
    assert len(entries[0].aliases) <= 500
    assert expected is None or expected in [each.code for each in diagnostics]
    assert peak < 100_000_000


def test_where_the_body_begins_is_told():
    text = "---\ntitle: x\n---\nBody"
    assert text[read_front_matter(text).body_start :] == "Body"
