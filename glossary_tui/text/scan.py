"""A quick scanner of Markdown that knows offsets: headings, code, comments; and link destinations.

It sees what a reader of files needs and no more; markdown-it draws. Both agree on what is code
and what is a heading (CommonMark 0.31, sections 4.2, 4.3, 4.5, 6.1) but for lists and quotes
that hold headings, which are none here.
"""

from __future__ import annotations

from bisect import bisect_right

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.clean import clean_line
from glossary_tui.text.code import fences
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


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


_MARGIN = 4
"""Blanks before its mark from which on a line is no heading any more."""
_DEEPEST = 6
_LINE = pattern(r"\n(?=[ #=-]) {0,3}([#=-][^\n]*)")
"""A line that `heading_lines` gives; that most are none is told by their first letter."""
_NO_PARAGRAPH = pattern(
    r"[ ]{4}|\t| {0,3}(?:[#>|]|[-*+](?:[ \t]|$)|\d+[.)]|```|~~~|[-*_=]{3,}\s*$)|\s*$"
)


def headings(text: str, start: int = 0) -> list[Heading]:
    """The headings of *text* from the line that begins at *start*, but for those in fences."""
    found: list[Heading] = []
    begin = start
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        line = text[begin : min(begin + _MARGIN, end)].lstrip(" ")
        if line and line[0] in "#=-":
            mark = begin + min(_MARGIN, end - begin) - len(line)
            if line[0] == "#":
                heading = _atx(text, begin, mark, end)
            else:
                heading = _underlined(text, begin, mark, end, start)
            if heading:
                found.append(heading)
        begin = end + 1
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


def _atx(text: str, begin: int, mark: int, end: int) -> Heading | None:
    """The heading that a line is whose first # is at *mark*."""
    line = text[mark:end]
    bare = line.lstrip("#")
    level = len(line) - len(bare)
    if level > _DEEPEST or (bare and bare[0] not in " \t"):
        return None
    line = bare.strip()
    if line[-1:] == "#":
        bare = line.rstrip("#")
        line = bare.rstrip() if not bare or bare[-1] in " \t" else line
    return Heading(level, line, begin, min(end + 1, len(text)))


def _underlined(text: str, begin: int, mark: int, end: int, start: int) -> Heading | None:
    """The heading that a line of = or - makes of the line above it, if that is a paragraph.

    The line's first such letter is at *mark*; nothing above *start* counts.
    """
    line = text[mark:end]
    if line.rstrip(" \t").strip(line[0]) or begin <= start:
        return None
    above = text.rfind("\n", start, begin - 1) + 1 or start
    title = text[above : begin - 1]
    if _NO_PARAGRAPH.match(title):
        return None
    if above > start:
        before = text[text.rfind("\n", start, above - 1) + 1 or start : above - 1]
        if not _NO_PARAGRAPH.match(before):
            return None
    return Heading(1 if line[0] == "=" else 2, title.strip(), above, min(end + 1, len(text)))


_KEPT_INSIDE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_KEPT_OUTSIDE = _KEPT_INSIDE | frozenset(b":?#@!$&'*+,;=%()")
_PLAIN_TARGET = pattern(r"[A-Za-z0-9\-._~/]*")
_OUT = ("http://", "https://", "mailto:", "//")
_ESCAPES = pattern(r"(?:%[0-9A-Fa-f]{2})+")


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
