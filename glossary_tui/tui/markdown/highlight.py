"""The colours of code, by Pygments, imported when the first fence names a language."""

from __future__ import annotations

from glossary_tui.tui.markdown.wrap import Line, Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = (
    ("Comment", "code-comment"),
    ("Keyword", "code-keyword"),
    ("Literal.String", "code-string"),
    ("Literal.Number", "code-number"),
    ("Name.Function", "code-name"),
    ("Name.Class", "code-name"),
)
"""Pygments' token types by their beginnings, and the style of each. The rest is plain code."""


def highlighted(text: str, language: str) -> list[Line]:
    """The lines of *text*, coloured as *language* if that is the name of one."""
    lines: list[Line] = [[]]
    for part, style in _tokens(text, language):
        styles = ("block", style) if style else ("block",)
        first, *rest = part.split("\n")
        if first:
            lines[-1].append(Piece(first, styles))
        lines.extend([Piece(each, styles)] if each else [] for each in rest)
    return lines


def _tokens(text: str, language: str) -> Iterator[tuple[str, str]]:
    if not language:
        yield text, ""
        return
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, ensurenl=False, stripnl=False)
    except ClassNotFound:
        yield text, ""
        return
    for kind, part in lexer.get_tokens(text):
        name = str(kind).removeprefix("Token.")
        yield part, next((style for start, style in _KINDS if name.startswith(start)), "")
