"""A formula of TeX → a line of letters. Rows of a matrix stand after one another: [1 0; 0 1]."""

from __future__ import annotations

from unicodedata import normalize

from glossary_tui.text.pattern import pattern
from glossary_tui.text.signs import (
    ACCENTS,
    BLACKBOARD,
    FONTS,
    NAMES,
    OPERATORS,
    RAISED,
    SIGNS,
    SUNK,
    TABLES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_PART = pattern(r"\\(?:[A-Za-z]+|[\s\S])|\s+|[\s\S]")
_INSIDE = pattern(r"\([^()]*\)")
_DEEPEST = 30
"""Formulas within one another."""
_CLOSE_TO_NEXT = frozenset(
    ["partial", "nabla", "lVert", "lvert", "langle", "lfloor", "lceil", "lbrace", "{"]
)
_CLOSE_TO_NAMES = ("(", "[", "{", "^", "_", "\\left", "\\big", "\\Big")
_TIGHT = (
    *(("( ", "("), (" )", ")"), ("[ ", "["), (" ]", "]"), (" ⌋", "⌋"), (" ⌉", "⌉")),
    *((" ,", ","), (" ;", ";")),
)
"""Blanks that no one writes."""


def formula(tex: str, *, letters: bool = True) -> str | None:
    """The formula *tex* in a line of letters; None where that cannot be.

    Without *letters* only numbers are raised and sunk, as for an index that there is no letter for.
    """
    try:
        said = _Reading(tex, letters=letters).formula()
    except _NotSayable:
        return None if not letters else formula(tex, letters=False)
    said = " ".join(said.split())
    for loose, tight in _TIGHT:
        said = said.replace(loose, tight)
    return said if said and "`" not in said else None


def is_sayable(tex: str, *, letters: bool = True) -> bool:
    """Whether there are letters for all of the formula *tex*; without *letters*, as in `formula`."""
    try:
        _Reading(tex, letters=letters).formula()
    except _NotSayable:
        return False
    return True


class _NotSayable(Exception):
    """It cannot be said, or not with letters raised and sunk."""


class _Reading:
    """Reads a formula from left to right."""

    def __init__(self, tex: str, *, letters: bool) -> None:
        self._parts = _PART.findall(tex)
        self._letters = letters
        self._at = 0
        self._depth = 0
        self._between: list[str] = []
        """What stands between two cells of each table around."""

    def formula(self) -> str:
        """All of it."""
        return self._row(end="")

    def _skip_blanks(self) -> None:
        while self._at < len(self._parts) and self._parts[self._at].isspace():
            self._at += 1

    def _take(self) -> str:
        part = self._parts[self._at] if self._at < len(self._parts) else ""
        self._at += 1
        return part

    def _row(self, end: str) -> str:
        """What stands before *end*."""
        said = ""
        while (part := self._take()) != end:
            if not part:
                raise _NotSayable
            said += self._item(part, said)
        return said

    def _item(self, part: str, before: str) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _NotSayable
        said = self._said(part, before)
        self._depth -= 1
        return said

    def _said(self, part: str, before: str) -> str:
        if part.isspace():
            return " "
        if part in "^_":
            return self._script(part)
        if part[0] == "\\":
            return self._command(part[1:], before)
        if part == "{":
            return self._row("}")
        if part == "&" and self._between:
            return self._between[-1]
        if part in "}&$#%":
            raise _NotSayable
        return OPERATORS.get(part, part)

    def _script(self, sign: str) -> str:
        """What is raised or sunk; in brackets where there are no such letters."""
        said = self._argument().replace(" ", "")
        if sign == "^" and set(said) <= {"′", "*", "°"}:
            return said
        small: Mapping[str, str] = RAISED if sign == "^" else SUNK
        is_word = len(said) > 2 and said.isalpha()
        has_letter = any(letter.isalpha() for letter in said)
        if all(letter in small for letter in said) and not is_word:
            if self._letters or not has_letter:
                return "".join(small[letter] for letter in said)
        elif self._letters and has_letter and len(said) < 3 and said.isascii():
            raise _NotSayable
        is_one = len(said) == 1 or (said.isalnum() and said.isascii())
        return f"{sign}{said}" if is_one else f"{sign}({said})"

    def _argument(self) -> str:
        self._skip_blanks()
        part = self._take()
        if not part:
            raise _NotSayable
        return self._item(part, "").strip()

    def _command(self, name: str, before: str) -> str:
        """What a command stands for."""
        if name in SIGNS:
            if name in _CLOSE_TO_NEXT:
                self._skip_blanks()
            return SIGNS[name]
        if name in NAMES:
            self._skip_blanks()
            after = "" if self._follows(*_CLOSE_TO_NAMES) else " "
            return f" {name}{after}" if before[-1:].isalnum() else f"{name}{after}"
        if name in FONTS:
            return self._argument()
        if name in ACCENTS:
            said = self._argument()
            return normalize("NFC", said + ACCENTS[name]) if len(said) == 1 else self._fail()
        return self._structure(name)

    def _structure(self, name: str) -> str:
        """A fraction, a root, a set of numbers."""
        if name in ("frac", "dfrac", "tfrac"):
            above, below = self._argument(), self._argument()
            return f"{_bracketed(above)}/{_bracketed(below, below=True)}"
        if name == "sqrt" and not self._follows("["):
            return f"√{_bracketed(self._argument(), below=True)}"
        if name == "begin":
            return self._table(self._argument().replace("*", ""))
        if name == "\\" and self._between:
            return "; "
        if name == "mathbb":
            return "".join(BLACKBOARD.get(letter, letter) for letter in self._argument())
        return self._fail()

    def _table(self, kind: str) -> str:
        """Rows after one another, as they are typed where there are no matrices."""
        around, between = TABLES.get(kind) or (self._fail(), "")
        self._between.append(between)
        said = self._row("\\end").strip(" ;")
        self._between.pop()
        if self._argument().replace("*", "") != kind:
            raise _NotSayable
        return around.replace("…", said)

    def _follows(self, *parts: str) -> bool:
        return self._at < len(self._parts) and self._parts[self._at] in parts

    def _fail(self) -> str:
        raise _NotSayable


def _bracketed(said: str, *, below: bool = False) -> str:
    """*said* in brackets, unless it is one thing; *below* a line, where a product is not one either."""
    outside = _INSIDE.sub("", said).strip("′")
    apart = not set(outside) & set(" +−=,/")
    if apart and below:
        bare = outside.lstrip("∂").rstrip("".join((*RAISED.values(), *SUNK.values())))
        apart = len(bare) < 2 or bare.isalpha() or bare.isdecimal()
    return said if apart else f"({said})"
