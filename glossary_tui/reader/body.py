"""A body taken apart: which stretch of it is a view, the related terms, a section of its own."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from glossary_tui.model.entry import VIEWS
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import HEADINGS
from glossary_tui.text.fold import fold
from glossary_tui.text.pattern import pattern
from glossary_tui.text.scan import heading_lines, headings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from glossary_tui.text.scan import Heading

_ATTRIBUTES = pattern(r"\{[ \t]?[#.:]")
_NUMBER = pattern(r"\d+(?:\.\d+)*[.)]\s+")
_MORE = pattern(r"<!--[ \t]*more[ \t]*-->")


class Part(NamedTuple):
    """A stretch of a body."""

    role: str
    """A view, `section`, `related`, `references`; `lead` is what stands before the first
    heading, `rest` the remainder of a body that names no view."""
    title: str
    """The heading as its author wrote it, or ''."""
    text: str
    """The Markdown as written, without the heading."""
    line: int
    """How many lines of the body stand before the text."""


class Roles:
    """What a heading is for: the program's conventions and a user's own headings."""

    def __init__(self, extra: Mapping[str, Iterable[str]] | None = None) -> None:
        self._extra = extra or {}
        self._seen: dict[str, str] = {}
        if not self._extra:
            # The headings of the native format, as they are nearly always written.
            self._seen.update({known[0]: role for role, known in HEADINGS.items()})
        self._plain: set[tuple[str, ...]] = set()

    def of(self, heading: str) -> str:
        """The role that *heading* gives to what stands below it; '' for an unknown one."""
        role = self._seen.get(heading)
        if role is None:
            if len(self._seen) > 4096:
                self._seen.clear()
            known = bare_heading(heading_text(heading))
            role = self._plain_headings.get(known) or self._headings.get(known, "")
            self._seen[heading] = role
        return role

    @cached_property
    def _plain_headings(self) -> dict[str, str]:
        """The roles by the folded headings that are written without accents, and one's own."""
        return self._table(str.isascii)

    @cached_property
    def _headings(self) -> dict[str, str]:
        """The roles by every folded heading; that of the languages with accents takes 2 ms."""
        return self._table(lambda _: True)

    def _table(self, is_wanted: Callable[[str], bool]) -> dict[str, str]:
        return {
            fold(heading): role
            for source, every in ((HEADINGS, False), (self._extra, True))
            for role, known in source.items()
            for heading in known
            if every or is_wanted(heading)
        }

    def are_plain(self, lines: list[str]) -> bool:
        """Whether none of *lines*, as `heading_lines` gives them, can head the related terms."""
        shape = tuple(lines)
        if shape in self._plain:
            return True
        for line in lines:
            if line[0] == "#" and self.of(line.strip("# \t")) == "related":
                return False
            if line[0] != "#" and not line.strip("=- \t"):
                return False
        if len(self._plain) < 256:
            self._plain.add(shape)
        return True


def heading_text(heading: str) -> str:
    """*heading* without a Hugo or kramdown attribute list such as `{#id}`."""
    bare = heading.rstrip()
    if bare[-1:] != "}":
        return heading
    opening = _ATTRIBUTES.search(heading, heading.rfind("}", 0, len(bare) - 1) + 1)
    return heading[: opening.start()].rstrip() if opening else heading


def title_heading(body: str, roles: Roles) -> str:
    """The text of the first level-one heading of *body* that no role is known for, or ''."""
    for heading in headings(body):
        if heading.level == 1 and not roles.of(heading.text):
            return heading_text(heading.text)
    return ""


def final_related(
    text: str, start: int, roles: Roles, line_ends: int | None = None
) -> tuple[str, int] | None:
    """The related terms where they are one line at the end of the body, as in most files.

    The body is *text* from *start* on; with them comes how many lines stand above them in all of
    *text*, which is found out sooner where it is known how many *line_ends* there are. None says
    nothing: then `split` tells.
    """
    place = text.rfind("\n#", max(start - 1, 0))
    end = text.find("\n", place + 1)
    if place < 0 or end < 0:
        return None
    heading = text[place + 1 : end].strip("# \t")
    terms = text[end:].strip("\n").rstrip()
    if roles.of(heading) != "related" or "\n" in terms or terms[:3] in ("```", "~~~"):
        return None
    if not roles.are_plain(heading_lines(text, start, place)):
        return None
    at = text.find(terms, end)
    if line_ends is None:
        return terms, text.count("\n", 0, at)
    return terms, line_ends - text.count("\n", at)


def bare_heading(heading: str) -> str:
    """*heading* folded, without a number in front."""
    number = _NUMBER.match(heading) if heading[:1].isdigit() else None
    return fold(heading[number.end() :] if number else heading)


def split(body: str, roles: Roles, title: str) -> list[Part]:
    """The parts of *body* in their order, those without text left out.

    A level-one heading above all else that repeats *title* is left out. Known headings split at
    any level; the level of the first known view is the section level, at which every heading
    splits.
    """
    found = headings(body)
    start = 0
    if found and found[0].level == 1 and not body[: found[0].start].strip():
        first = found[0]
        if not roles.of(first.text) and fold(heading_text(first.text)) == fold(title):
            start = first.end
            del found[0]
    named = [(heading, roles.of(heading.text)) for heading in found]
    level = next((heading.level for heading, role in named if role in VIEWS), 0)
    blocks = _around_views(named, level) if level else _without_views(body, named, start)
    return _parts(body, start, blocks)


def _around_views(
    named: Sequence[tuple[Heading, str]], level: int
) -> list[tuple[str, str, int, int]]:
    """Role, title, start and start of the text of each block where a view is named."""
    blocks = []
    seen: set[str] = set()
    inside = 0
    for heading, role in named:
        if role in VIEWS and role not in seen:
            seen.add(role)
            inside = 0
        elif role in ("related", "references"):
            inside = heading.level if heading.level > level else 0
        elif heading.level == level:
            blocks.append(("section", heading_text(heading.text), heading.start, heading.end))
            inside = 0
            continue
        elif inside and heading.level <= inside:
            blocks.append(("", "", heading.start, heading.start))
            inside = 0
            continue
        else:
            continue
        blocks.append((role, heading_text(heading.text), heading.start, heading.end))
    return blocks


def _without_views(
    body: str, named: Sequence[tuple[Heading, str]], start: int
) -> list[tuple[str, str, int, int]]:
    """The same where no view is named: the lead, the rest, related terms, references."""
    blocks = []
    more = _MORE.search(body, start) if "more" in body else None
    rest = len(body)
    if more and body[start : more.start()].strip():
        rest = more.start()
        blocks.append(("rest", "", rest, more.end()))
    elif named:
        rest = named[0][0].start
        blocks.append(("rest", "", rest, rest))
    inside = 0
    for heading, role in named:
        if role in ("related", "references"):
            inside = heading.level
            blocks.append((role, heading_text(heading.text), heading.start, heading.end))
        elif inside and heading.level <= inside:
            inside = 0
            place = "rest" if heading.start >= rest else "lead"
            blocks.append((place, "", heading.start, heading.start))
    return sorted(blocks, key=lambda block: block[2])


def _parts(body: str, start: int, blocks: list[tuple[str, str, int, int]]) -> list[Part]:
    edges = [("lead", "", start, start), *blocks, ("", "", len(body), len(body))]
    parts = _Parts()
    line = position = 0
    for (role, title, _, begin), (_, _, end, _) in pairwise(edges):
        text = body[begin:end]
        stripped = text.strip("\n")
        if not stripped or stripped.isspace():
            continue
        first = begin + len(text) - len(text.lstrip("\n"))
        line += body.count("\n", position, first)
        position = first
        parts.add(Part(role, title, stripped.rstrip(), line))
    return parts.joined()


class _Parts:
    """The parts so far, each in the pieces that it is made of."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._pieces: list[list[str]] = []
        self._ends: list[int] = []
        """How many lines of the body stand before the last line of each part."""
        self._last: dict[str, int] = {}
        """The number of the part that the next of a role goes on with; of '', any that has text
        of its own."""

    def add(self, part: Part) -> None:
        """Append *part*, or join it to the one that it continues."""
        number = self._last.get(part.role) if part.role in ("lead", "rest", "") else None
        if number is not None:
            gap = max(part.line - self._ends[number], 2)
            self._pieces[number] += ("\n" * gap, part.text)
            self._ends[number] += gap + part.text.count("\n")
            return
        part = part if part.role else part._replace(role="section")
        self._last[part.role] = len(self._parts)
        if part.role not in ("related", "references"):
            self._last[""] = len(self._parts)
        self._parts.append(part)
        self._pieces.append([part.text])
        self._ends.append(part.line + part.text.count("\n"))

    def joined(self) -> list[Part]:
        """What has been added."""
        return [
            part if len(pieces) == 1 else part._replace(text="".join(pieces))
            for part, pieces in zip(self._parts, self._pieces, strict=True)
        ]
