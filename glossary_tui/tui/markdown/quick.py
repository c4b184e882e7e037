"""Paragraphs with plain marks (stars, code, links) read without a parser of all Markdown.

Whatever might mean something else is left to the library: each rule here says `None`, unsure, rather
than be clever. What is answered is what the library answers, which is how it is tested.
"""

from __future__ import annotations

from unicodedata import category

from glossary_tui.text.pattern import pattern
from glossary_tui.text.scan import link_target
from glossary_tui.tui.markdown.blocks import Paragraph, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = pattern(r"[*_]+|`+|[\[\]<]|&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_LINK = pattern(
    r"\[([^\[\]()`*_<>&!\n]*[^\[\]()`*_<>&!\s])\]"
    r"\(((?:https?://[a-z0-9.-]+(?:/[A-Za-z0-9./-]*)?)|[A-Za-z0-9][A-Za-z0-9./#-]*)\)"
)
_MARKS = frozenset("*_`[]<&")
_STYLES = {1: "emphasis", 2: "strong"}
_WHITE = "\t\n\x0b\x0c\r"


def quick_paragraphs(text: str) -> tuple[Paragraph, ...] | None:
    """The paragraphs of *text*; None where it may hold anything else."""
    if "\\" in text or "~~" in text:
        return None
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        stripped = line.strip(" ")
        if not stripped:
            paragraphs.append([])
        elif _is_of_a_paragraph(line, stripped):
            paragraphs[-1].append(stripped)
        else:
            return None
    found = []
    for lines in filter(None, paragraphs):
        spans = _spans("\n".join(lines))
        if spans is None:
            return None
        if spans:
            found.append(Paragraph(spans))
    return tuple(found)


def _is_of_a_paragraph(line: str, stripped: str) -> bool:
    """Whether *line* surely begins no other block, and has nothing at its edges that counts."""
    if (
        line.startswith("    ")
        or line.endswith("  ")
        or not line.replace("\xa0", " ").isprintable()
    ):
        return False
    first, second = stripped[0], stripped[1:2]
    if first in "#>=|\xa0" or stripped[-1] == "\xa0" or stripped.startswith("```"):
        return False
    if (first in "-+*" and second in ("", " ")) or (first == ":" and second == " "):
        return False
    if first.isdigit() and stripped.lstrip("0123456789")[:1] in (".", ")"):
        return False
    return bool(
        stripped.strip("-*_+:| ")
    )  # no rule, no underline of a heading or of a table's head


class _Stars:
    """A run of stars or underscores; a style begins or ends there if it has found its other half."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text[start:end]
        before, after = text[start - 1 : start], text[end : end + 1]
        left = not _is_white(after) and not (
            _is_sign(after) and not _is_white(before) and not _is_sign(before)
        )
        right = not _is_white(before) and not (
            _is_sign(before) and not _is_white(after) and not _is_sign(after)
        )
        within = self.text[0] == "*"
        self.opens = left and (within or not right or _is_sign(before))
        self.closes = right and (within or not left or _is_sign(after))
        self.style = ""
        """The style that begins or ends here; '' where the letters stand for themselves."""
        self.begins = False


def _spans(text: str) -> tuple[Span, ...] | None:
    """What a paragraph shows; None where that is not plain."""
    found = None if _MARKS.isdisjoint(text) else _MARK.search(text)
    if found is None:
        return (Span(text.replace("\n", " ")),) if text else ()
    pieces: list[Span | _Stars] = []
    at = 0
    while found is not None:
        start, end = found.span()
        pieces.append(Span(text[at:start].replace("\n", " ")))
        piece, at = _piece(text, start, end)
        if piece is None:
            return None
        pieces.append(piece)
        found = _MARK.search(text, at)
    pieces.append(Span(text[at:].replace("\n", " ")))
    return (
        _joined(pieces) if _match([each for each in pieces if isinstance(each, _Stars)]) else None
    )


def _piece(text: str, start: int, end: int) -> tuple[Span | _Stars | None, int]:
    """What the mark is that stands there, and where it ends; None where that is not plain."""
    mark = text[start:end]
    if mark[0] in "*_":
        return (_Stars(text, start, end) if len(set(mark)) == 1 and len(mark) < 3 else None), end
    if mark[0] == "`":
        close = text.find(mark, end)
        code, after = text[end:close], close + len(mark)
        if close < 0 or not code or "\n" in code or code[0] == "[" or "`" in code[0] + code[-1]:
            return None, end
        if text[after : after + 1] == "`":
            return None, end
        if code[0] == code[-1] == " " and code.strip(" "):
            code = code[1:-1]
        return Span(code, ("code",)), after
    if mark == "[":
        link = _LINK.match(text, start)
        if link is None or text[start - 1 : start] == "!":
            return None, end
        return Span(link[1], (), link_target(link[2])), link.end()
    if mark == "<" and text[end : end + 1] == " ":
        return Span(mark), end
    return None, end


def _match(stars: Iterable[_Stars]) -> bool:
    """Find the other half of each run; whether that is plain."""
    opened: list[_Stars] = []
    for run in stars:
        if run.opens and not run.closes:
            opened.append(run)
        elif run.closes and (run.opens or any(each.text[0] == run.text[0] for each in opened)):
            if not opened or opened[-1].text != run.text:
                return False
            first = opened.pop()
            first.style = run.style = _STYLES[len(run.text)]
            first.begins = True
    return True


def _joined(pieces: Iterable[Span | _Stars]) -> tuple[Span, ...]:
    """Spans in the styles that are open where they stand; neighbours that look alike made one."""
    styles: list[str] = []
    joined: list[Span] = []
    for piece in pieces:
        if isinstance(piece, Span):
            span = Span(piece.text, (*styles, *piece.styles), piece.link)
        elif not piece.style:
            span = Span(piece.text, tuple(styles))
        else:
            if piece.begins:
                styles.append(piece.style)
            else:
                styles.remove(piece.style)
            continue
        last = joined[-1] if joined else None
        if last is not None and last[1:] == span[1:]:
            joined[-1] = last._replace(text=last.text + span.text)
        elif span.text:
            joined.append(span)
    return tuple(joined)


def _is_white(letter: str) -> bool:
    return not letter or letter in _WHITE or category(letter) == "Zs"


def _is_sign(letter: str) -> bool:
    return bool(letter) and category(letter)[0] in "PS"
