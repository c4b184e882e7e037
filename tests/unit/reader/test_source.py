"""Changing stretches of a file: no byte is lost, whatever the file holds, and no text is a surprise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary_tui.glossary.rewriting import as_entry
from glossary_tui.model import Entry
from glossary_tui.reader.amending import alias_edits
from glossary_tui.reader.body import Roles
from glossary_tui.reader.occurrences import occurrences
from glossary_tui.reader.retitling import title_edits
from glossary_tui.reader.source import Edit, Source

PIECES = st.sampled_from([
    "---\n", "title: Bee\n", "aliases: [a, 'b']\n", "aliases:\n  - a\n", "related: [x, y]\n", "+++\n",
    "[[Bee]]", "[[Bee|x]]", "[x](y.md)", "[x](<y z>)", "[x][y]", "[y]: z\n", "{{< term x >}}",
    '{{Glossary("X")}}', "{% link x.md %}", "<a href='x'>", "`", "```\n", "<!--", "-->", "## Related\n",
    "Bee, Wasp", "- x\n", "\r\n", "\n", "\ufeff", " ", "é", "[", "]", "(", ")", "{{", "}}", '"', "\\",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def entry_of(source):
    entry = Entry("bee", "Bee", "/nowhere/bee.md", lambda _: ())
    return as_entry(source.document, entry, Roles())


@given(st.binary(max_size=300) | TEXTS.map(str.encode))
def test_without_an_edit_every_byte_stays(data):
    try:
        source = Source(data)
    except ValueError:
        return
    assert source.edited([]) == data
    assert source.edited([Edit(0, len(source.text), source.text)]).decode().replace(
        "\r\n", "\n"
    ) == data.decode().replace("\r\n", "\n")


@given(TEXTS)
@example("## Related\n\\[[Bee]]")
@example("[x][y]()")
def test_links_are_found_where_they_stand_and_none_overlaps(text):
    try:
        source = Source(text.encode())
    except ValueError:
        return
    found = occurrences(source.document, entry_of(source).links)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for each in found:
        assert 0 <= each.start <= each.end <= len(source.text)
        assert each.target
    changed = source.edited([Edit(each.start, each.end, "…") for each in found])
    assert changed.decode().count("…") == len(found)


@given(TEXTS)
def test_names_of_any_file_are_changed_or_refused(text):
    try:
        source = Source(text.encode())
    except ValueError:
        return
    titled = title_edits(source.document, Roles(), "Bee", "Wasp", "wasp")
    aliases = alias_edits(source.document, ["Bee"], ["a"])
    for edits in (titled, aliases):
        if edits:
            assert source.edited(edits) != text.encode()


@pytest.mark.parametrize(
    "data", [b"\xff\xfeB\x00", "déjà".encode("cp1252"), b"a\x1b[2Jb", b"x" * 2**21]
)
def test_a_file_of_which_the_reader_sees_less_than_all_is_refused(data):
    with pytest.raises(ValueError, match=r"it is not UTF-8|it holds control characters"):
        Source(data)


def test_edits_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        Source(b"abc").edited([Edit(0, 2, ""), Edit(1, 3, "")])


def test_new_lines_end_as_the_others_do():
    assert Source(b"a\r\nb\r\n").edited([Edit(2, 2, "x\n")]) == b"a\r\nx\r\nb\r\n"
    assert Source(b"a\nb\r\nc\n").edited([Edit(2, 2, "x\n")]) == b"a\nx\nb\r\nc\n"
