"""The lines of a TOML file on which its settings stand: tomllib gives values without them."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[\w-]+)"
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_TABLE = re.compile(rf"[ \t]*\[{{1,2}}[ \t]*({_NAMES})[ \t]*\]{{1,2}}")
_KEY = re.compile(rf"[ \t]*({_NAMES})[ \t]*=")
_ONE_NAME = re.compile(_NAME)


def line_of(path: Sequence[str], text: str) -> int:
    """The line, counted from 1, of the setting at *path*: `("reading", "width")`.

    Where a scan by lines does not find the setting itself, as in an inline table, the line of the
    nearest table around it; 0 where that is not found either. Never raises.
    """
    wanted = tuple(path)
    lines = [(number, found) for number, found in _paths(text) if found]
    for length in range(len(wanted), 0, -1):
        for number, found in lines:
            if found[:length] == wanted[:length]:
                return number
    return 0


def _paths(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The number of each line that opens a table or sets a key, and the whole path of that."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        opened = _TABLE.match(line)
        if opened:
            table = _split(opened[1])
            yield number, table
            continue
        key = _KEY.match(line)
        if key:
            yield number, (*table, *_split(key[1]))


def _split(names: str) -> tuple[str, ...]:
    found = _ONE_NAME.findall(names)
    return tuple(name[1:-1] if name[0] in "\"'" else name for name in found)
