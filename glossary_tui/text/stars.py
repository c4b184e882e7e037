"""The commonest marks within a paragraph, stars and code, taken out without a regular expression."""

from __future__ import annotations

_LONGEST = 1_000
_LONGEST_CODE = 2_000


def unstarred(markdown: str) -> str | None:
    """*markdown*, whose only marks are stars and backticks, without them.

    None where it takes `plain.inline` to tell which star belongs to which.
    """
    pieces = []
    at = 0
    while True:
        star, tick = markdown.find("*", at), markdown.find("`", at)
        mark = min(star, tick) if star >= 0 and tick >= 0 else max(star, tick)
        if mark < 0:
            pieces.append(markdown[at:])
            return "".join(pieces)
        found = _code(markdown, mark) if mark == tick else _stressed(markdown, mark)
        if found is None:
            return None
        pieces += (markdown[at:mark], found[0])
        at = found[1]


def _code(markdown: str, mark: int) -> tuple[str, int] | None:
    """What a code span says that begins at *mark*, and where it ends."""
    close = markdown.find("`", mark + 1)
    code = markdown[mark + 1 : close].replace("\n", " ")
    if close < 0 or not 0 < len(code) <= _LONGEST_CODE or markdown[close + 1 : close + 2] == "`":
        return None
    return code[1:-1] if code[0] == code[-1] == " " and code.strip() else code, close + 1


def _stressed(markdown: str, mark: int) -> tuple[str, int] | None:
    """What stands between the stars of which the first is at *mark*, and where they end."""
    stars = "**" if markdown[mark + 1 : mark + 2] == "*" else "*"
    start = mark + len(stars)
    close = markdown.find("*", start)
    inside, end = markdown[start:close], close + len(stars)
    before, after = markdown[mark - 1 : mark], markdown[end : end + 1]
    if (
        close < 0
        or not 0 < len(inside) <= _LONGEST
        or "\n" in inside
        or inside[0].isspace()
        or inside[-1].isspace()
        or markdown[close:end] != stars
        or after == "*"
    ):
        return None
    if stars == "*" and (_is_word(before) or _is_word(after)):
        return None
    text = inside if "`" not in inside else unstarred(inside)
    return None if text is None else (text, end)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
