"""The names under which an entry is found: its title, parts of its title, and its aliases."""

from __future__ import annotations

import re

from glossary_tui.text.fold import fold

TITLE, HEAD, FULL, ACRONYM, ASIDE, ALIAS = range(6)
"""What a name is: a title that has no parentheses; one without them; one with them; an acronym
that stands in them; another text that does; an alias (`ALIAS + n` is the nth one)."""

SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the"}
    | {"to", "via", "vs", "with", "de", "la", "du", "des", "und", "der", "el", "et"}
)
"""Words that people leave out of an acronym."""

_CAPITALS = re.compile(r"[A-Z0-9.]")
_ASIDE = re.compile(r"\s*[(（\[]([^()（）\[\]]*)[)）\]]\s*")


def names_of(title: str, folded: str, aliases: tuple[str, ...]) -> dict[str, int]:
    """Every name of an entry, folded, with what it is; *folded* is its folded title.

    One name is given once, as the first of the things it is.
    """
    if title.isascii() and "(" not in title and "[" not in title:
        names = {folded: TITLE}
    else:
        names = _parts_of(title, folded)
    for number, alias in enumerate(aliases):
        names.setdefault(fold(alias), ALIAS + number)
    return {" ".join(name.split()): kind for name, kind in names.items() if name.strip()}


def _parts_of(title: str, folded: str) -> dict[str, int]:
    """The names in a title that may have parentheses."""
    _, opening, inside = title.partition(" (")
    if opening and inside.find(")") == len(inside) - 1 and _looks_like_acronym(inside[:-1]):
        acronym = fold(inside)
        if folded.endswith(f" {acronym}"):
            return {folded[: -len(acronym) - 1]: HEAD, folded: FULL, acronym: ACRONYM}
    asides = _ASIDE.findall(title)
    if not asides:
        return {folded: TITLE}
    names = {fold(_ASIDE.sub(" ", title)): HEAD}
    names.setdefault(folded, FULL)
    names.setdefault(fold(_ASIDE.sub(_without_acronym, title)), HEAD)
    for aside in asides:
        if _looks_like_acronym(aside):
            names.setdefault(fold(aside), ACRONYM)
        elif " " in aside:
            names.setdefault(fold(aside), ASIDE)
    return names


def _without_acronym(match: re.Match[str]) -> str:
    return " " if _looks_like_acronym(match[1]) else f" {match[1]} "


def _looks_like_acronym(text: str) -> bool:
    """Whether *text* is one word with two capitals or digits in it, or of capitals only."""
    if " " in text:
        return False
    return text.isupper() or len(_CAPITALS.findall(text)) > 1


def large_initials(words: list[str]) -> str:
    """The initials of *words* without the small ones."""
    return "".join([word[0] for word in words if word not in SMALL_WORDS])
