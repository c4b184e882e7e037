"""Where in a file its links stand: the other half of what `normalise` and `related` understand.

A link of a kind that is not found here keeps its target; whoever changes a file reads it again
and sees from the links themselves what has become of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.destinations import (
    DESTINATION,
    GENERATED_DESTINATION,
    LOOSE_DESTINATION,
    WIKI,
    wiki_link,
)
from glossary_tui.reader.shortcodes import (
    MACRO,
    SHORTCODE,
    TAG,
    macro_target,
    shortcode_target,
)
from glossary_tui.reader.tidy import DEFINITION
from glossary_tui.text.clean import clean_line
from glossary_tui.text.code import spans
from glossary_tui.text.scan import is_external, unquote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from glossary_tui.model import Link
    from glossary_tui.reader.document import Document

    Kind = Literal["path", "wiki", "argument", "name", "key"]

_BEFORE_DESTINATION = re.compile(r"\](?=\()")
_BRACKET = re.compile(r"[][]")
_LONGEST_TEXT = 2000
_BLANK_LINE = re.compile(r"\n[ \t>]*(?:\n|\Z)")
_NEXT_KEY = re.compile(r"\n(?=[\w\"'][^\n]*[:=])")
_HREF = re.compile(
    r"<a\s(?:[^<>]*?\s)?href\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))[^<>]*>",
    re.IGNORECASE,
)


class Occurrence(NamedTuple):
    """A link's target where its author wrote it."""

    start: int
    """The index of the target's first letter in the text of the file."""
    end: int
    """The index after its last letter."""
    kind: Kind
    """A destination of Markdown or HTML; a wikilink; an argument of a shortcode or a macro; a
    bare name in the related terms; one in the front matter."""
    target: str
    """The target as `Link.target` has it."""
    around: tuple[int, int]
    """Where the whole link begins and ends."""


def occurrences(document: Document, links: Iterable[Link]) -> list[Occurrence]:
    """Where the *links* of *document* stand, in order, none inside another."""
    marked = (each for each in _marked(document) if each.target)
    found = sorted(marked, key=lambda each: each.around)
    found = _apart(found)
    bare = [link for link in links if link.origin != "text" and not link.is_external]
    found += _named(document, bare, found)
    return sorted(found)


def _marked(document: Document) -> Iterator[Occurrence]:
    """The links of the body that are marked as such."""
    text, start = document.text, document.start
    hidden = [(span.start, span.end) for span in spans(text[start:])]
    starts = [span[0] + start for span in hidden]
    for each in _of_every_kind(text, start):
        place = bisect_right(starts, each.start)
        if not place or hidden[place - 1][1] + start <= each.start:
            yield each


def _of_every_kind(text: str, start: int) -> Iterator[Occurrence]:
    yield from _destinations(text, start)
    yield from _wikilinks(text, start)
    yield from _arguments(text, start)
    for match in _HREF.finditer(text, start):
        group = next((each for each in (1, 2, 3) if match[each]), 0)
        if group:
            yield _path(text, match.span(group), match.span())


def _destinations(text: str, start: int) -> Iterator[Occurrence]:
    """Inline links, and the definitions of reference-style ones."""
    openings = _openings(text, start)
    for match in _BEFORE_DESTINATION.finditer(text, start):
        span = _destination_span(text, match.end())
        if span:
            yield _path(text, span, (openings.get(match.start(), match.start()), span[1] + 1))
    for match in DEFINITION.finditer(text, start):
        if match["label"]:
            begin, end = match.span("target")
            angle = text[begin] == "<"
            yield _path(text, (begin + angle, end - angle), match.span())


def _wikilinks(text: str, start: int) -> Iterator[Occurrence]:
    for match in WIKI.finditer(text, start):
        link = wiki_link(text, match.start())
        begin = text.find(link.target, match.start(2), match.end()) if link and link.target else -1
        if link and begin >= 0:
            end = begin + len(link.target)
            yield Occurrence(begin, end, "wiki", _reading(link.target), match.span())


def _arguments(text: str, start: int) -> Iterator[Occurrence]:
    """The links of shortcodes, tags and macros."""
    for pattern, group in ((SHORTCODE, 2), (TAG, 1), (MACRO, 1)):
        locate = macro_target if pattern is MACRO else shortcode_target
        for match in pattern.finditer(text, start):
            inside = locate(match[group])
            if inside:
                begin, end = (match.start(group) + offset for offset in inside)
                target = _reading(text[begin:end])
                yield Occurrence(begin, end, "argument", target, match.span())


def _openings(text: str, start: int) -> dict[int, int]:
    """Where the bracket opens that each closing one belongs to, if it is near enough for a link."""
    found: dict[int, int] = {}
    still_open: list[int] = []
    for match in _BRACKET.finditer(text, start):
        place = match.start()
        if match[0] == "[":
            still_open.append(place)
        elif still_open and place - (opening := still_open.pop()) <= _LONGEST_TEXT:
            found[place] = opening
    return found


def _path(text: str, span: tuple[int, int], around: tuple[int, int]) -> Occurrence:
    written = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text[span[0] : span[1]])
    return Occurrence(span[0], span[1], "path", _reading(written), around)


def _reading(written: str) -> str:
    """A target as the reader understands it."""
    return clean_line(written if is_external(written) else unquote(written))


def _destination_span(text: str, position: int) -> tuple[int, int] | None:
    """Where the target stands in the destination that begins at *position*, if it is a plain one."""
    match = DESTINATION.match(text, position)
    if match:
        group = 1 if match[1] is not None else 2
        if "{{" not in match[group] and "{%" not in match[group]:
            return match.span(group)
    match = GENERATED_DESTINATION.match(text, position)
    if match:
        return match.span(4) if match[2] == "{{" and match[4] else None
    match = LOOSE_DESTINATION.match(text, position)
    if not match:
        return None
    begin, end = match.span(1)
    inside = match[1]
    return begin + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _apart(found: list[Occurrence]) -> list[Occurrence]:
    """*found* without what lies inside another one."""
    apart: list[Occurrence] = []
    for each in found:
        if not apart or each.around[0] >= apart[-1].around[1]:
            apart.append(each)
    return apart


def _named(
    document: Document, links: Iterable[Link], marked: list[Occurrence]
) -> Iterator[Occurrence]:
    """The names without a mark that *links* stand for: in the related terms, in the keys.

    They are found in their order, each from its line on, to the end of its paragraph or key.
    """
    text = document.text
    lines = [0]
    for row in text.split("\n"):
        lines.append(lines[-1] + len(row) + 1)
    starts = [each.around[0] for each in marked]
    read_to = {"related": document.start, "key": 0}
    for link in links:
        key = link.origin == "key"
        if link.text != link.target and not key:
            continue
        line = lines[min(link.line, len(lines)) - 1]
        begin = max(read_to[link.origin], line)
        end = (_NEXT_KEY if key else _BLANK_LINE).search(text, line + 1)
        stop = min(end.start() if end else len(text), document.start if key else len(text))
        if key:
            value = re.compile("[^:=\\n]*[:=]").match(text, line)
            begin = max(begin, value.end() if value else begin)
        words = r"\s+".join(map(re.escape, link.target.split()))
        match = re.compile(rf"(?<![^\W_]){words}(?![^\W_])").search(text, begin, stop)
        if not match:
            continue
        place = bisect_left(starts, match.end())
        if place and match.start() < marked[place - 1].around[1]:
            read_to[link.origin] = marked[place - 1].around[1]
        else:
            read_to[link.origin] = match.end()
            kind: Kind = "key" if key else "name"
            yield Occurrence(match.start(), match.end(), kind, link.target, match.span())
