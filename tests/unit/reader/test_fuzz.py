"""Whatever a file holds, there is an entry or a reason, and nothing in it can command a terminal.

`HYPOTHESIS_PROFILE=fuzz` (see tests/conftest.py) runs each law 20,000 times.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.reader import read_entries
from glossary_tui.reader.normalise import normalise
from glossary_tui.reader.related import related_terms
from glossary_tui.text.clean import is_clean
from glossary_tui.text.scan import is_external

KEYS = (
    "title", "term", "Title", "aliases", "aka", "abbreviation", "tags", "category", "draft",
    "published", "related", "related_terms", "relatedTerms", "see_also", "references", "layout",
    "destination", "redirect_to", "short_description", "summary", "description", "id", "slug",
    "permalink", "url",
)  # fmt: skip
ODD = (
    "no", "ON", "1e3", "2024-01-01", "null", "~", "", "[6", "{a: b}", "!!python/object:os.system x",
    "&a [*a, *a]", "*a", "\x1b]52;c;x\x07", "- - - a", "? b", ">", "|", "'", '"', "\u202ex", "a: b",
    "[[x]]", "[[[[x]]]]", "\ufeff", "{title: [x], url: 1}", "%", "@", "`",
)  # fmt: skip
MARKS = (
    "[", "]", "(", ")", "[[", "]]", "{{", "}}", "{{<", ">}}", "{{%", "%}}", "{%", "%}", "{#", "}",
    "<", ">", "<!--", "-->", "<!--more-->", "`", "```", "~~~", "\n", "\n\n", "#", "# ", "### ",
    "\n---\n", "===", "|", "\\", "*", "**", "_", "==", "%%", "$", "&#27;", "&#x202e;", ":::",
    "Summary", "ELI5", "Related terms", "See also", "a", "b c", ", ", "http://x.y/z", "mailto:a@b",
    "javascript:x", "/terms/a/", "[x]: /y", "[^1]", "[^1]: z", "!", 'Glossary("X")', "note",
    'glossary_tooltip text="t" term_id="i"', "<em>", "</em>", "<code>", "</code>", "<a href=x>",
    "</a>", "<pre>", "<br>", "<script>", "\x1b[31m", "\x9b", "\x00", "\u202e", "\u200b", "é", "漢",
    "\r\n", "\t", "    ", "- ", "1. ", "> ", "[!NOTE]", "[[def: a, b]]", "\ud800",
)  # fmt: skip

scalars = st.one_of(st.sampled_from(ODD), st.text(max_size=20))
yaml_values = st.one_of(
    scalars,
    st.lists(scalars, max_size=4).map(lambda items: "\n" + "\n".join(f"  - {i}" for i in items)),
    st.lists(scalars, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
    st.dictionaries(st.sampled_from(KEYS), scalars, max_size=3).map(
        lambda pairs: "\n" + "\n".join(f"  {key}: {value}" for key, value in pairs.items())
    ),
)
headers = st.dictionaries(st.sampled_from(KEYS), yaml_values, max_size=6).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs.items())
)
markdown = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=8)), max_size=30).map(
    "".join
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


def check(folder, data: bytes) -> None:
    """The law: one file, one entry or one reason; everything clean; every link one of two kinds."""
    path = os.path.join(folder, "file.md")
    with open(path, "wb") as file:
        file.write(data)
    entries, diagnostics = read_entries([folder], drafts=True)
    (entry,) = entries or (None,)
    assert entry or diagnostics
    for each in diagnostics:
        assert is_clean(each.message)
        assert "\n" not in each.message
        assert 0 <= each.line <= data.count(b"\n") + data.count(b"\r") + 1
    if entry is None:
        return
    names = (entry.title, *entry.aliases, *entry.tags, *entry.old_paths)
    for name in (*names, *(link.text for link in entry.links), *(x.target for x in entry.links)):
        assert is_clean(name)
        assert "\n" not in name
        assert "\t" not in name
    assert entry.title
    glossary = Glossary(entries)
    for link in entry.links:
        assert link.line > 0
        assert is_external(link.target) == link.is_external
        glossary.candidates(link.target)
    sections = entry.sections
    for section in sections:
        assert is_clean(section.text)
        assert is_clean(section.title)
        assert section.text.strip()
        assert section.title.strip()
    roles = [section.role for section in sections if section.role != "section"]
    assert len(roles) == len(set(roles))


@given(st.binary(max_size=200))
def test_any_bytes(folder, data):
    check(folder, data)


@given(headers, markdown)
def test_any_values_of_the_known_keys(folder, header, body):
    text = f"---\n{header}---\n{body}"
    check(folder, text.encode("utf-8", "surrogatepass"))


@given(markdown)
def test_any_markdown(folder, body):
    check(folder, f"---\ntitle: x\n---\n{body}".encode("utf-8", "surrogatepass"))


@given(st.one_of(markdown, st.text(max_size=60)))
def test_any_markdown_without_front_matter(folder, body):
    check(folder, body.encode("utf-8", "surrogatepass"))


@given(markdown)
def test_normalising_and_listing_terms_end_for_any_text(text):
    normalise(text)
    related_terms(text)
