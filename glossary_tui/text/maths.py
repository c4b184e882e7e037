r"""TeX formulas in Markdown, in letters that a terminal has: `$\alpha_1 \leq x^2$` becomes α₁ ≤ x².

What cannot be said in a line of letters, such as macros of the author's own, stays as it is written.
"""

from __future__ import annotations

from glossary_tui.text.code import spans
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = pattern(r"(?<![\\$])\${1,2}(?!\$)|(?<!\\)\\{1,2}[(\[]")
_CLOSING = str.maketrans("([", ")]")
_LONGEST = 1_000
"""Letters that a formula may have."""
_PARAGRAPH_END = pattern(r"\n[ \t]*(?:\n|>)")
_TELLING = frozenset("\\^_=<>+")
_WORD = pattern("[^\\W\\d_]{3}")
_WORD_SIGN = pattern(r"\w")


def with_readable_maths(markdown: str) -> str:
    """*markdown* with its formulas readable, as code: no mark of Markdown is looked for in them."""
    if "$" not in markdown and "\\(" not in markdown and "\\[" not in markdown:
        return markdown
    from glossary_tui.text.formula import formula, is_sayable

    places = [*_formulas(markdown)]
    # In one text an index is written in one way: x_c beside xₛ would look like another thing.
    letters = all(
        is_sayable(written) or not is_sayable(written, letters=False) for _, _, written in places
    )
    pieces, at = [], 0
    for start, end, written in places:
        readable = formula(written, letters=letters)
        if readable is not None:
            pieces += [markdown[at:start], f"`{readable}`"]
            at = end
    return "".join([*pieces, markdown[at:]])


def _formulas(markdown: str) -> Iterator[tuple[int, int, str]]:
    """Where formulas stand, and what is between their signs. None overlaps with code."""
    code = spans(markdown)
    last = {sign: markdown.rfind(sign) for sign in ("$", "$$", "\\)", "\\]", "\\\\)", "\\\\]")}
    at = begin = 0
    while match := _OPENING.search(markdown, begin):
        start, inside = match.span()
        while at < len(code) and code[at].end <= start:
            at += 1
        if at < len(code) and code[at].start <= start:
            begin = code[at].end
            continue
        begin = inside
        closing = match[0].translate(_CLOSING)
        if last[closing] < inside:
            continue
        end = markdown.find(closing, inside, inside + _LONGEST)
        over = end + len(closing)
        if end < 0 or (at < len(code) and code[at].start < over):
            continue
        written = markdown[inside:end]
        if _is_formula(written, match[0], markdown[start - 1 : start], markdown[over : over + 1]):
            yield start, over, written
            begin = over


def _is_formula(written: str, sign: str, before: str, after: str) -> bool:
    """Whether it is one, and not two prices, variables of a shell, or escaped brackets."""
    if sign[0] == "\\":
        return ("\\" in written or "^" in written) and not _PARAGRAPH_END.search(written)
    if sign == "$$" and _PARAGRAPH_END.search(written):
        return False
    if sign == "$":
        if "\n" in written or written != written.strip() or written[-1:] in ("", "\\"):
            return False
        if _WORD_SIGN.match(before) or _WORD_SIGN.match(after) or after == "$":
            return False
    return not _TELLING.isdisjoint(written) or not _WORD.search(written)
