"""Which terms a text uses, each once, in order of appearance."""

from __future__ import annotations

import re

from glossary_tui.errors import TextUnreadable
from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from glossary_tui.glossary.mentions import Mention
    from glossary_tui.model import Entry

_NO_WORDS = re.compile(
    r"https?://[^\s<>()]+|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)"
)
"""Addresses, and what colours a terminal: nothing there is said in words."""
MOST_BYTES = 64 * 1024 * 1024
"""The longest text that is explained: what never ends must not fill the memory."""
_LOOKED_AT = 8192
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class Explained(NamedTuple):
    """A term, and where a text uses it."""

    entry: Entry
    """The term."""
    mentions: tuple[Mention, ...]
    """Every place, the first one first."""


def read_text(name: str, standard_input: Callable[[], BinaryIO]) -> str:
    """What the file *name* says; `-` and nothing are standard input. Raises `TextUnreadable`."""
    shown = "standard input" if name in ("", "-") else name
    try:
        if name in ("", "-"):
            data = standard_input().read(MOST_BYTES + 1)
        else:
            with open(name, "rb") as file:
                data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise TextUnreadable(f"cannot read {shown}: {reason}") from error
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if "\0" in data[:_LOOKED_AT].decode(encoding, "replace"):
        raise TextUnreadable(f"{shown} holds no plain text; turn it into text first")
    if len(data) > MOST_BYTES:
        raise TextUnreadable(f"{shown} is over {MOST_BYTES:,} bytes; take a part of it")
    return data.decode(encoding, "replace")


def worded(text: str) -> str:
    """*text* with spaces in place of what is not said in words, every letter in its place."""
    return _NO_WORDS.sub(lambda match: " " * len(match[0]), text)


def explained(mentions: Iterable[Mention]) -> list[Explained]:
    """The terms of *mentions*, each once, in order of appearance."""
    places: dict[str, tuple[Entry, list[Mention]]] = {}
    for mention in mentions:
        for entry in mention.entries:
            places.setdefault(entry.id, (entry, []))[1].append(mention)
    return [Explained(entry, tuple(found)) for entry, found in places.values()]
