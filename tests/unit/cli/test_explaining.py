"""Any bytes are a text with terms in it, or are refused."""

from __future__ import annotations

import contextlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.cli import explaining
from glossary_tui.cli.explaining import explained, read_text, worded
from glossary_tui.errors import TextUnreadable
from glossary_tui.glossary import Glossary
from glossary_tui.glossary.mentions import Mentions
from glossary_tui.model import Entry

GLOSSARY = Glossary(
    [Entry(title, title, "x.md", lambda _: ()) for title in ("Tensor", "Loss Function", "GPU")]
)
MENTIONS = Mentions(GLOSSARY)


@given(st.one_of(st.binary(), st.sampled_from([b"\xff\xfe", b"\xef\xbb\xbf"]).flatmap(
    lambda mark: st.binary().map(lambda rest: mark + rest)
)))  # fmt: skip
def test_no_bytes_are_too_odd(data):
    with contextlib.suppress(TextUnreadable):
        text = read_text("-", lambda: BytesIO(data))
        assert len(worded(text)) == len(text)
        assert explained(MENTIONS.find(worded(text))) == []


ESCAPES = st.sampled_from(["\x1b[1m", "\x1b[0m", "\x1b]8;;https://x.org/gpu\x07", ""])


@given(st.lists(st.tuples(ESCAPES, st.sampled_from(["tensors", "a GPU", "of", "\n"]), ESCAPES)))
def test_colours_hide_no_term_and_move_no_offset(pieces):
    text = " ".join("".join(piece) for piece in pieces)
    found = explained(MENTIONS.find(worded(text)))
    written = {text[each.start : each.end] for term in found for each in term.mentions}
    assert written == {word.removeprefix("a ") for _, word, _ in pieces} - {"of", "\n"}
    places = [each.start for term in found for each in term.mentions]
    assert len(places) == sum(word in ("tensors", "a GPU") for _, word, _ in pieces)


def test_terms_come_once_in_order_of_appearance():
    found = explained(MENTIONS.find("A GPU, tensors, and a tensor on GPUs."))
    assert [(term.entry.title, len(term.mentions)) for term in found] == [("GPU", 2), ("Tensor", 2)]


def test_what_never_ends_is_refused(monkeypatch):
    monkeypatch.setattr(explaining, "MOST_BYTES", 10)
    assert read_text("-", lambda: BytesIO(b"0123456789")) == "0123456789"
    with pytest.raises(TextUnreadable, match="over 10 bytes"):
        read_text("-", lambda: BytesIO(b"0123456789a"))
