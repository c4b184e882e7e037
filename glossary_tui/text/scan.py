"""A quick scanner of Markdown that knows offsets: headings, code, comments; and link destinations.

It sees what a reader of files needs and no more; markdown-it draws. Both agree on what is code
and what is a heading (CommonMark 0.31, sections 4.2, 4.3, 4.5, 6.1) but for lists and quotes
that hold headings, which are none here.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.clean import clean_line
from glossary_tui.text.code import fences


class Heading(NamedTuple):
    """A heading of either style."""

    level: int
    """1 to 6."""
    text: str
    """What it says, without its marks."""
    start: int
    """The index of the first letter of its line."""
    end: int
    """The index of the first letter after its line or lines."""


_HEADING = re.compile(r"\n {0,3}(?:(#{1,6})(?![^ \t\n])|(=+|-+)[ \t]{0,40}(?=\n|\Z))")
_LINE = re.compile(r"\n {0,3}([#=-][^\n]*)")
_FIRST = re.compile(r" {0,3}(#{1,6})(?![^ \t\n])")
_NO_PARAGRAPH = re.compile(
    r"[ ]{4}|\t| {0,3}(?:[#>|]|[-*+](?:[ \t]|$)|\d+[.)]|```|~~~|[-*_=]{3,}\s*$)|\s*$"
)


def headings(text: str, start: int = 0) -> list[Heading]:
    """The headings of *text* from the line that begins at *start*, but for those in fences."""
    found: list[Heading] = []
    if start == 0:
        first = _FIRST.match(text)
        if first:
            found.append(_atx(text, first, 0))
    for match in _HEADING.finditer(text, max(start - 1, 0)):
        if match[1]:
            found.append(_atx(text, match, match.start() + 1))
        else:
            heading = _underlined(text, match, start)
            if heading:
                found.append(heading)
    if len(found) > 1 and found[0].start > found[1].start:
        found.sort(key=lambda heading: heading.start)
    hidden = fences(text, start) if found else []
    if hidden:
        starts = [span.start for span in hidden]
        found = [
            heading
            for heading in found
            if not (place := bisect_right(starts, heading.start))
            or hidden[place - 1].end <= heading.start
        ]
    return found


def heading_lines(text: str, start: int, end: int) -> list[str]:
    """The lines of *text* between *start* and *end* that begin with #, = or -.

    Nothing that makes one of the `headings` is missing; list items and lines of fenced code may
    be among them.
    """
    return _LINE.findall(text, max(start - 1, 0), end)


def _atx(text: str, match: re.Match[str], start: int) -> Heading:
    end = text.find("\n", match.end())
    line = text[match.end() : end if end >= 0 else len(text)].strip()
    if line[-1:] == "#":
        bare = line.rstrip("#")
        line = bare.rstrip() if not bare or bare[-1] in " \t" else line
    return Heading(len(match[1]), line, start, end + 1 if end >= 0 else len(text))


def _underlined(text: str, match: re.Match[str], start: int) -> Heading | None:
    """The heading that a line of = or - makes of the line above it, if that is a paragraph."""
    begin = text.rfind("\n", start, match.start()) + 1 or start
    line = text[begin : match.start()]
    if begin > match.start() or _NO_PARAGRAPH.match(line):
        return None
    if begin > start:
        above = text[text.rfind("\n", start, begin - 1) + 1 or start : begin - 1]
        if not _NO_PARAGRAPH.match(above):
            return None
    end = min(match.end() + 1, len(text))
    return Heading(1 if match[2][0] == "=" else 2, line.strip(), begin, end)


_KEPT_INSIDE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_KEPT_OUTSIDE = _KEPT_INSIDE | frozenset(b":?#@!$&'*+,;=%()")
_PLAIN_TARGET = re.compile(r"[A-Za-z0-9\-._~/]*")
_OUT = ("http://", "https://", "mailto:", "//")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def is_external(target: str) -> bool:
    """Whether *target* leaves the glossary: http, https, mailto, or no scheme but a host."""
    return target[:8].lower().startswith(_OUT)


def link_destination(target: str) -> str:
    """*target* as a Markdown link destination that a parser hands back unchanged.

    A URL keeps its own escapes; of a target inside the glossary everything but letters, digits
    and `-._~/` is percent-encoded (RFC 3986), a percent sign too, so `link_target` gives it back.
    A URL with parentheses comes in angle brackets.
    """
    if _PLAIN_TARGET.fullmatch(target) and target[:2] != "//":
        return target
    outside = is_external(target)
    kept = _KEPT_OUTSIDE if outside else _KEPT_INSIDE
    data = target.encode("utf-8", "replace")
    encoded = "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in data)
    return f"<{encoded}>" if "(" in encoded or ")" in encoded else encoded


def link_target(destination: str) -> str:
    """What the author pointed to, from the *destination* that `link_destination` made of it."""
    return destination if is_external(destination) else unquote(destination)


def unquote(text: str) -> str:
    """*text* with its percent-encoded bytes decoded where they are UTF-8, as one clean line."""
    if "%" in text:
        text = _ESCAPES.sub(_decoded, text)
    return clean_line(text)


def _decoded(match: re.Match[str]) -> str:
    data = bytes.fromhex(match[0].replace("%", ""))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return match[0]
