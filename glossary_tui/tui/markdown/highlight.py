"""The colours of code, by Pygments, imported when the first fence names a language."""

from __future__ import annotations

from glossary_tui.tui.markdown.wrap import Line, Piece

_KINDS = (
    ("Comment", "code-comment"),
    ("Keyword", "code-keyword"),
    ("Literal.String", "code-string"),
    ("Literal.Number", "code-number"),
    ("Name.Function", "code-name"),
    ("Name.Class", "code-name"),
    ("Name.Builtin", "code-name"),
    ("Name.Decorator", "code-name"),
    ("Name.Attribute", "code-name"),
    ("Name.Tag", "code-keyword"),
    ("Operator.Word", "code-keyword"),
    ("Generic.Prompt", "code-comment"),
    ("Generic.Output", "code-comment"),
    ("Generic.Inserted", "code-string"),
    ("Generic.Deleted", "code-number"),
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


def _tokens(text: str, language: str) -> list[tuple[str, str]]:
    """The parts of *text* with their styles; all of it in one where its lexer would change a letter."""
    plain = [(text, "")]
    if not language:
        return plain
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, ensurenl=False, stripnl=False)
    except ClassNotFound:
        return plain
    # Some lexers know a line by its end: without one they would lose the last.
    found = lexer.get_tokens(f"{text}\n")
    parts = [(part, _style(str(kind))) for kind, part in found if part]
    if "".join(part for part, _ in parts) != f"{text}\n":
        return plain
    last, style = parts[-1]
    return [*parts[:-1], (last.removesuffix("\n"), style)]


def _style(kind: str) -> str:
    name = kind.removeprefix("Token.")
    return next((style for start, style in _KINDS if name.startswith(start)), "")
