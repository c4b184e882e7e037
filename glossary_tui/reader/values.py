"""Values of front matter, whatever their shape, as names and lists of names."""

from __future__ import annotations

from glossary_tui.reader.conventions import NOTHING, QUIET_KEYS
from glossary_tui.text.clean import clean_line, is_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary_tui.reader.header import Value

NAME_LIMIT = 300
"""The longest title, alias or tag, in letters; longer is cut."""
COUNT_LIMIT = 500
"""The most names that one key gives."""
_NAME_KEYS = ("title", "term", "name", "text", "label", "id", "slug", "path", "url", "link", "href")
_DEPTH = 4
MEANT = 5
"""Letters of the longest word that stands for nothing."""


def plain_key(key: str) -> str:
    """*key* as `conventions` spells it: lower case, without hyphens, underscores and spaces."""
    if key.isalpha() and key.islower():
        return key
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def by_plain_key(keys: dict[str, Value]) -> dict[str, Value]:
    """*keys* under their plain spelling; of two that share one, the first that has a value."""
    if keys.keys() <= QUIET_KEYS:
        return keys
    found: dict[str, Value] = {}
    for key, value in keys.items():
        plain = plain_key(key)
        if value or plain not in found:
            found[plain] = found.get(plain) or value
    return found


def scalar(keys: dict[str, Value], names: Iterable[str]) -> str:
    """The first of the keys *names* that holds a scalar, as one clean line; '' if none does."""
    for name in names:
        value = keys.get(name)
        if value and isinstance(value, str):
            line = clean_line(value, NAME_LIMIT)
            if line:
                return line
    return ""


def names(value: Value) -> list[str]:
    """The names that *value* holds: a list's items, or a scalar's parts between commas.

    Of a map in a list, what it calls the term. Words for nothing (`null`, `true`) are left out;
    no name comes twice.
    """
    pieces: Iterable[Value]
    if isinstance(value, str):
        pieces = value.split(",") if "(" not in value else (value,)
    elif isinstance(value, list):
        pieces = value[:COUNT_LIMIT]
    else:
        pieces = _flat(value, _DEPTH)
    found: dict[str, None] = {}
    for piece in pieces:
        if isinstance(piece, str) and 0 < len(piece) <= NAME_LIMIT and is_line(piece):
            if len(piece) > MEANT or piece.lower() not in NOTHING:
                found[piece] = None
        else:
            for each in (piece,) if isinstance(piece, str) else _flat(piece, _DEPTH):
                name = clean_line(each, NAME_LIMIT)
                if len(name) > MEANT or name.lower() not in NOTHING:
                    found[name] = None
        if len(found) >= COUNT_LIMIT:
            break
    return list(found)


def _flat(value: Value, depth: int) -> Iterator[str]:
    """The scalars in *value*, at most *depth* lists deep: aliases in YAML may make it endless."""
    if isinstance(value, str):
        yield value
    elif not depth:
        return
    elif isinstance(value, list):
        for item in value[:COUNT_LIMIT]:
            yield from _flat(item, depth - 1)
    elif isinstance(value, dict):
        plain = {plain_key(str(key)): each for key, each in value.items()}
        for key in _NAME_KEYS:
            name = plain.get(key)
            if isinstance(name, str) and name:
                yield name
                return
