"""Where Markdown is not prose: fenced code, code spans, comments (CommonMark 4.5, 4.6, 6.1)."""

from __future__ import annotations

from bisect import bisect_right

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Span(NamedTuple):
    """A stretch of text that is not prose."""

    start: int
    """The index of its first letter."""
    end: int
    """The index after its last letter."""
    kind: str
    """`fence`, `code` (a code span) or `comment`."""


_OPENING = pattern(
    r"(?P<escape>\\[\\`<])"
    r"|^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$"
    r"|(?P<comment><!--)"
    r"|(?P<ticks>`+)",
    "m",
)
_LONGEST_NUMBER = 9
_CLOSING_FENCE = pattern(r"\n[ \t>]*(`{3,}|~{3,})[ \t]*$", "m")
_TICKS = pattern("`+")
_PARAGRAPH_END = pattern(r"\n[ \t]*\n|\n[ \t>]*(?:`{3,}[^`\n]*(?:\n|\Z)|~{3,})|\n {0,3}#{1,6}[ \t]")


def spans(text: str, *, unclosed: bool = True) -> list[Span]:
    """The code and the comments of *text*, in order, none inside another.

    With *unclosed*, a fence that is never closed is code to the end, as when it is drawn;
    otherwise it is no fence.
    """
    if "`" not in text and "~~~" not in text and "<!--" not in text:
        return []
    return list(_spans(text, unclosed=unclosed))


def _spans(text: str, *, unclosed: bool) -> Iterator[Span]:
    closings = [(m.start(), m.end(), m[1]) for m in _CLOSING_FENCE.finditer(text)]
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(run.end() - run.start(), []).append(run.start())
    hopeless: dict[str, int] = {}
    position = 0
    while match := _OPENING.search(text, position):
        position = match.end()
        fence = match["fence"]
        if fence and not (fence[0] == "`" and "`" in match["info"]):
            end = _closing(closings, match.end(), fence, hopeless)
            if end:
                position = end
                yield Span(match.start(), end, "fence")
            elif unclosed:
                yield Span(match.start(), len(text), "fence")
                return
        elif match["comment"]:
            end = -1 if "comment" in hopeless else text.find("-->", position)
            if end < 0:
                hopeless["comment"] = 0
                continue
            position = end + 3
            yield Span(match.start(), position, "comment")
        elif match["escape"] is None:
            kind = "ticks" if match["ticks"] else "fence"
            end = _code_end(text, match.start(kind), match.end(kind), runs)
            position = end or match.end(kind)
            if end:
                yield Span(match.start(kind), end, "code")


def _code_end(text: str, start: int, end: int, runs: dict[int, list[int]]) -> int:
    """Where the code span that begins with the backticks at *start* ends; 0 if it is none."""
    same = runs.get(end - start, [])
    after = bisect_right(same, start)
    if after < len(same) and not _PARAGRAPH_END.search(text, end, same[after]):
        return same[after] + end - start
    return 0


def _closing(
    closings: list[tuple[int, int, str]], position: int, fence: str, hopeless: dict[str, int]
) -> int:
    """Where the first line that closes *fence* after *position* ends; 0 if none does.

    *hopeless* remembers from which length on nothing closes a fence.
    """
    if len(fence) >= hopeless.get(fence[0], len(fence) + 1):
        return 0
    for index in range(bisect_right(closings, (position, 0, "")), len(closings)):
        _, end, mark = closings[index]
        if mark[0] == fence[0] and len(mark) >= len(fence):
            return end
    hopeless[fence[0]] = len(fence)
    return 0


def fence_of(line: str, *, numbered: bool = True) -> tuple[str, str] | None:
    """The mark of the fence that *line* opens or closes, and what stands behind it; None for none.

    Before it there may be marks of quotations and of one list item, *numbered* or not.
    """
    ticks, tildes = line.find("```"), line.find("~~~")
    at = min(ticks, tildes) if ticks >= 0 and tildes >= 0 else max(ticks, tildes)
    if at < 0:
        return None
    before = line[:at].lstrip(" \t>")
    if before:
        mark = before.rstrip(" \t")
        if mark == before or not (mark in ("-", "*", "+") or (numbered and _is_number(mark))):
            return None
    info = line[at:].lstrip(line[at])
    return line[at : len(line) - len(info)], info


def _is_number(mark: str) -> bool:
    """Whether *mark* numbers a list item."""
    return mark[-1] in ".)" and mark[:-1].isdecimal() and len(mark) <= _LONGEST_NUMBER + 1


def _fence_lines(text: str, start: int) -> Iterator[tuple[int, int, str, str]]:
    """The lines from *start* on that open or close a fence: bounds, mark, what follows it."""
    at = start
    following = {"```": -1, "~~~": -1}  # each is looked for again only once it has been passed
    while True:
        for mark, place in following.items():
            if place < at:
                place = text.find(mark, at)  # noqa: PLW2901 # the place has been passed
                following[mark] = len(text) if place < 0 else place
        found = min(following.values())
        if found == len(text):
            return
        begin = text.rfind("\n", start, found) + 1 or start
        end = text.find("\n", found)
        end = len(text) if end < 0 else end
        fence = fence_of(text[begin:end])
        if fence:
            yield begin, end, *fence
        at = end


def fences(text: str, start: int = 0) -> list[Span]:
    """The closed fenced code blocks of *text* from *start* on: where a heading is none."""
    if text.find("`", start) < 0 and text.find("~", start) < 0:
        return []
    if text.find("```", start) < 0 and text.find("~~~", start) < 0:
        return []
    marks = list(_fence_lines(text, start))
    found: list[Span] = []
    hopeless: dict[str, int] = {}
    position = -1
    for index, (begin, _, mark, info) in enumerate(marks):
        kind = mark[0]
        if begin < position or (kind == "`" and "`" in info):
            continue
        if len(mark) >= hopeless.get(kind, len(mark) + 1):
            continue
        for later in range(index + 1, len(marks)):
            _, close, other, rest = marks[later]
            if other[0] == kind and len(other) >= len(mark) and not rest.strip():
                position = close
                found.append(Span(begin, close, "fence"))
                break
        else:
            hopeless[kind] = len(mark)
    return found
