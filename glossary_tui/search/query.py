"""The query language: what was typed, taken apart."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.fold import fold

_QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”", "«": "»"}
"""What opens exact words, and what closes them."""


class Query(NamedTuple):
    """A query, taken apart. Every text is folded, except `plain`."""

    plain: str
    """What is searched for as it comes: the typed text without its operators."""
    whole: str
    """The typed text with its operators read as ordinary letters."""
    tags: tuple[str, ...] = ()
    """Tags that an entry must have, or their beginnings."""
    phrases: tuple[str, ...] = ()
    """Words that must follow one another in a name; a final space says that the last is whole."""
    beginnings: tuple[str, ...] = ()
    """What a name must begin with."""
    without: tuple[str, ...] = ()
    """Words that no name may hold, or their beginnings."""
    without_tags: tuple[str, ...] = ()
    """Tags that an entry must not have."""
    in_text: bool = False
    """Whether the bodies are searched in place of the names."""
    awaited: str = ""
    """The operator whose value is still to be typed, where nothing can be looked for before."""

    @property
    def has_filters(self) -> bool:
        """Whether any operator but `/` narrows the search."""
        return bool(
            self.tags or self.phrases or self.beginnings or self.without or self.without_tags
        )


LONGEST = 1_000
"""Letters of a query that count: no name has as many, and whole pages are pasted by mistake."""


def parse(text: str) -> Query:
    """*text* taken apart. Never fails: what is unfinished is left out or taken as begun.

    `tag:vision` `'exact words'` `^prefix` `!without` `!tag:vision`, each at the start of a word,
    and `/` at the start of the text. An open quote reaches to the end. What comes after the first
    `LONGEST` letters does not count.
    """
    text = text[:LONGEST]
    whole = text.strip()
    in_text = whole.startswith("/")
    rest = whole[1:] if in_text else whole
    plain: list[str] = []
    parts: dict[str, list[str]] = {"": plain}
    awaited = "/" if in_text else ""
    at = 0
    while at < len(rest):
        if rest[at].isspace():
            at += 1
            continue
        operator, at = _operator(rest, at)
        value, at = _value(rest, at, quoted=bool(operator))
        if operator and not fold(value).strip("'\"!^:"):
            awaited = operator
            if operator != "'":
                continue
        parts.setdefault(operator, []).append(value if operator in ("", "'") else fold(value))
    if text[-1:].isspace() and plain:
        plain[-1] += " "
    phrases = tuple(filter(None, map(_phrase, parts.get("'", ()))))
    in_names = any(operator in parts for operator in ("tag:", "!tag:", "^", "!"))
    return Query(
        plain=" ".join(plain),
        whole=whole,
        tags=tuple(parts.get("tag:", ())),
        phrases=phrases,
        beginnings=tuple(parts.get("^", ())),
        without=tuple(parts.get("!", ())),
        without_tags=tuple(parts.get("!tag:", ())),
        in_text=in_text,
        awaited="" if plain or phrases or (in_names and not in_text) else awaited,
    )


def _operator(text: str, at: int) -> tuple[str, int]:
    """The operator that stands at an index, or '', and where its value begins."""
    for operator in ("!tag:", "tag:"):
        if text[at : at + len(operator)].lower() == operator:
            return operator, at + len(operator)
    if text[at] in _QUOTES:
        return "'", at
    if text[at] in "^!":
        return text[at], at + 1
    return "", at


def _value(text: str, at: int, *, quoted: bool) -> tuple[str, int]:
    """The value that begins at an index, and where it ends: one word, or what quotes hold.

    A closed quotation ends in a space here: its last word is whole.
    """
    if quoted and at < len(text) and text[at] in _QUOTES:
        closing = _QUOTES[text[at]]
        end = text.find(closing, at + 1)
        while 0 <= end < len(text) - 1 and text[end + 1].isalnum():
            end = text.find(closing, end + 1)
        if end < 0:
            return text[at + 1 :], len(text)
        return text[at + 1 : end] + " ", end + 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end], end


def _phrase(value: str) -> str:
    folded = fold(value)
    return folded + " " if folded and value.endswith(" ") else folded
