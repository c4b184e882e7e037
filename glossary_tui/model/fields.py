"""An entry as plain values, which `marshal` can write and no object is needed for.

Links are most of what there is of an entry, and nearly all of them are a list of names on one line:
these are one text.
"""

from __future__ import annotations

from itertools import repeat

from glossary_tui.model.entry import Entry
from glossary_tui.model.link import Link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from glossary_tui.model.entry import Section

    Load = Callable[[Entry], tuple[Section, ...]]
    """What reads the sections of an entry."""
    Fields = tuple[Any, ...]
    """Id, title, path, aliases, tags; the line and the names of the related terms that are listed
    on one line under their own names, between newlines; the other links; old paths."""

_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""
ID, TITLE, PATH, ALIASES, TAGS, LINE, NAMES, MORE_LINKS, OLD_PATHS = range(9)
"""Where each field stands."""


def packed(entry: Entry) -> Fields:
    """*entry* without its loader. What is equal gives what is equal."""
    entry_id, title, path, _, aliases, tags, links, old_paths = entry
    return (entry_id, title, path, aliases, tags, *packed_links(links), old_paths)


def packed_links(links: Sequence[Link]) -> tuple[int, str, tuple[tuple[Any, ...], ...]]:
    """The three fields that *links* are."""
    line = links[0].line if links else 0
    listed = 0
    for target, text, origin, at in links:
        if origin != "related" or target != text or at != line or not target or "\n" in target:
            break
        listed += 1
    names = "\n".join([link.target for link in links[:listed]])
    return line if listed else 0, names, tuple([tuple(link) for link in links[listed:]])


def unpacked(fields: Fields, load: Load) -> Entry:
    """The entry that `packed` gave *fields* of."""
    entry_id, title, path, aliases, tags, line, names, more, old_paths = fields
    links: tuple[Link, ...] = ()
    if names:
        listed = names.split("\n")
        each = zip(listed, listed, repeat("related"), repeat(line))
        links = tuple(map(_new, repeat(Link), each))
    if more:
        links += tuple([_new(Link, link) for link in more])
    return _new(Entry, (entry_id, title, path, load, aliases, tags, links, old_paths))
