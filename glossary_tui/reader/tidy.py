"""What belongs to a body as a whole: comments, link definitions, footnotes."""

from __future__ import annotations

from bisect import bisect_right

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.code import spans
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from glossary_tui.text.code import Span

DEFINITION = pattern(
    r"^[ ]{0,3}\[(?!\^)(?P<label>(?:[^\[\]\\\n]|\\.){1,300})\]:[ \t]{0,40}\n?[ \t]{0,40}"
    r"(?P<target><[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]{0,40}\n?[ \t]{1,40}(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]{0,40}$"
    r"|^[ ]{0,3}\[\^(?P<note>[^\[\]\n]{1,100})\]:(?P<text>[^\n]*(?:\n(?:[ ]{2,}|\t)[^\n]+)*)$",
    "m",
)
_MORE = pattern(r"<!--[ \t]*more[ \t]*-->")


class Tidy(NamedTuple):
    """A body without what is not read in its place."""

    body: str
    """The body; its lines keep their numbers."""
    targets: dict[str, str]
    """The destinations of reference-style links by folded label."""
    notes: dict[str, str]
    """The Markdown of the footnotes by label."""


def label(text: str) -> str:
    """The form in which labels of reference-style links are compared (CommonMark 4.7)."""
    return " ".join(text.split()).casefold()


def tidy(body: str) -> Tidy:
    """*body* without comments, link definitions and footnotes, which are handed out.

    The comment that says `more` stays: it parts the summary from the rest.
    """
    targets: dict[str, str] = {}
    notes: dict[str, str] = {}
    if "<!--" in body:
        body = _without_comments(body)
    if "]:" in body:
        hidden = spans(body, unclosed=False)

        def take(match: re.Match[str]) -> str:
            if _inside(hidden, match.start()):
                return match[0]
            if match["note"]:
                notes.setdefault(match["note"], " ".join(match["text"].split()))
            else:
                targets.setdefault(label(match["label"]), match["target"].strip("<>"))
            return "\n" * match[0].count("\n")

        body = DEFINITION.sub(take, body)
    return Tidy(body, targets, notes)


def _inside(hidden: list[Span], position: int) -> bool:
    place = bisect_right(hidden, position, key=lambda span: span.start)
    return place > 0 and position < hidden[place - 1].end


def _without_comments(body: str) -> str:
    """*body* without comments; a line end inside one moves to the end of its paragraph."""
    pieces: list[str] = []
    position = owed = 0
    for span in spans(body, unclosed=False):
        if span.kind != "comment" or _MORE.match(body, span.start):
            continue
        text = body[position : span.start]
        if owed and "\n\n" in text:
            text = text.replace("\n\n", "\n\n" + "\n" * owed, 1)
            owed = 0
        pieces.append(text)
        lines = body.count("\n", span.start, span.end)
        if not text.strip() or text.endswith("\n"):
            pieces.append("\n" * lines)
        else:
            owed += lines
        position = span.end
    text = body[position:]
    pieces.append(text.replace("\n\n", "\n\n" + "\n" * owed, 1) if owed else text)
    return "".join(pieces)
