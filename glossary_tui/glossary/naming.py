"""The sentence in which an entry names another, by a link or in passing."""

from __future__ import annotations

import re

from glossary_tui.errors import EntryUnreadable
from glossary_tui.model.record import NamedTuple
from glossary_tui.text.plain import inline, plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry, Link, Section

_BEGIN, _END = "\x01", "\x02"
"""What marks the link while the Markdown around it is reduced; no text holds them."""
_BREAK = re.compile(r"(?<=[.!?。！？])[\"”’)\]]*\s+(?=[\"“(\[\x01]*[^\W\d_a-z])")
"""Between two sentences: a full stop, blanks, and no small letter."""
_BLOCK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\n(?=[ \t]*(?:[-*+>#|]|\d{1,3}[.)])\s)")
_MARKER = re.compile(r"\A[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)[ \t]+")


class Naming(NamedTuple):
    """A sentence of an entry, and where in it the other is named."""

    sentence: str
    start: int
    end: int


def naming(entry: Entry, link: Link) -> Naming | None:
    """The sentence in which *entry* has *link*; None if it stands in a list, or is gone."""
    if link.origin != "text":
        return None
    try:
        sections = entry.sections
    except EntryUnreadable:
        return None
    for section in sorted(sections, key=lambda each: _distance(each, link)):
        found = _within(section.text, link.text)
        if found is not None:
            return found
    return None


def mentioning(entry: Entry, other: Entry) -> Naming | None:
    """The first sentence of *entry* that uses a name of *other*, linked or not.

    Names are found as they are written, in any case but for acronyms, in the singular and plural.
    """
    try:
        sections = entry.sections
    except EntryUnreadable:
        return None
    names = (other.title.partition(" (")[0], other.acronym, *other.aliases)
    forms = [
        re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in names if name
    ]
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?:e?s)?(?![\w-])"
    )
    for section in sections:
        for block in _BLOCK.split(plain_text(section.text)):
            said = _MARKER.sub("", block, count=1)
            for sentence in _BREAK.split(" ".join(said.split())):
                found = pattern.search(sentence)
                if found:
                    return Naming(sentence, found.start(), found.end())
    return None


def _distance(section: Section, link: Link) -> int:
    """How far above the link *section* begins; what begins below it comes last."""
    above = link.line - section.line
    return above if above >= 0 else 1_000_000 - above


def _within(text: str, shown: str) -> Naming | None:
    """The sentence of *text* in which a link shows *shown*."""
    pattern = re.compile(
        r"(?<!!)\[(" + re.escape(shown).replace(r"\ ", r"\s+") + r")\]\((?:<[^<>\n]*>|[^()\s]*)\)"
    )
    for block in _BLOCK.split(text):
        marked, count = pattern.subn(rf"{_BEGIN}\1{_END}", block, count=1)
        if count:
            reduced = " ".join(inline(_MARKER.sub("", marked, count=1)).split())
            sentence = next(each for each in _BREAK.split(reduced) if _BEGIN in each)
            start = sentence.index(_BEGIN)
            bare = sentence.replace(_BEGIN, "").replace(_END, "")
            return Naming(bare, start, sentence.index(_END) - 1)
    return None
