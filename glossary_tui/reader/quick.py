"""A file of the native format as it is nearly always written, read at a third of the cost.

Title, aliases, tags, what the site generator wants, references without addresses; a body without
links; the related terms on its last line. Whatever is written in another way is left to the reader
of everything, which says the same of these files, too: a property test compares the two.
"""

from __future__ import annotations

from functools import lru_cache

from glossary_tui.reader.body import final_related
from glossary_tui.reader.conventions import NOTHING
from glossary_tui.reader.document import SIZE_LIMIT, is_printable, marks_of
from glossary_tui.reader.header import is_plain_map
from glossary_tui.reader.indexing import may_link, plain_tags
from glossary_tui.reader.related import simple_names
from glossary_tui.reader.values import MEANT, NAME_LIMIT
from glossary_tui.text.clean import is_line
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model.fields import Fields
    from glossary_tui.reader.body import Roles
    from glossary_tui.reader.found import Found

_HEADER = pattern(
    r'---\ntitle: "([^"\\\n]+)"\n'
    r'(?:aliases: \[(?:"([^\\\n]*)")?\]\n)?'
    r'(?:tags: \[(?:"([^\\\n]*)")?\]\n)?'
    r'(?:draft: false\n)?(?:type: "\w+"\n)?(?:layout: "entry"\n)?'
    r"(?:references:\n((?:  - \{[^\n]*\}\n)+))?---\n"
)
_BETWEEN = '", "'
_BEGUN, _ENDED = f"{_BETWEEN} ", f" {_BETWEEN}"
"""What stands around a name that begins or ends with a blank."""
_LOOKED_AT = 40
"""Letters of a body that show that there is one."""


def quick_fields(data: bytes, found: Found, roles: Roles) -> Fields | None:
    """What the entry is that the bytes of a file are; None where there is more to it."""
    if len(data) > SIZE_LIMIT or b"\r" in data:
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    header = _HEADER.match(text)
    if header is None:
        return None
    title, listed, tagged, references = header.groups()
    aliases = listed.split(_BETWEEN) if listed else []
    tags = _tags(tagged) if tagged else ()
    start = header.end()
    above = text.count("\n", 0, start)
    every = marks_of(data)
    marks = every.split(b"\n", above)[above]
    if (
        not _is_name(title)
        or (listed and not _are_names(listed, aliases))
        or tags is None
        or (references and not _are_plain(references))
        or not is_printable(every)
        or may_link(text, start, marks)
    ):
        return None
    begin = text[start : start + _LOOKED_AT].lstrip()
    if not begin or begin[:4] == "null":
        return None
    last = final_related(text, start, roles, above + marks.count(b"\n"))
    names = simple_names(last[0]) if last and last[0] else []
    if not last or not names:
        return None
    if title in aliases or len(set(aliases)) != len(aliases):
        aliases = [name for name in dict.fromkeys(aliases) if name != title]
    return (
        found.id, title, found.path, tuple(aliases), tags,
        last[1] + 1, "\n".join(names), (), (),
    )  # fmt: skip


@lru_cache(512)
def _tags(tagged: str) -> tuple[str, ...] | None:
    """The tags that are *tagged* in quotes; None where there is more to them."""
    tags = tagged.split(_BETWEEN)
    return plain_tags(tuple(tags)) if tagged.count('"') == 2 * len(tags) - 2 else None


def _is_name(title: str) -> bool:
    return len(title) <= NAME_LIMIT and is_line(title)


def _are_names(listed: str, names: list[str]) -> bool:
    """Whether *names*, which were *listed* in quotes, are names of a term as they stand."""
    if len(listed) > NAME_LIMIT or not is_line(listed) or "/" in listed:
        return False
    if listed.count('"') != 2 * len(names) - 2 or _BEGUN in listed or _ENDED in listed:
        return False
    return min(map(len, names)) > MEANT or NOTHING.isdisjoint(map(str.lower, names))


def _are_plain(references: str) -> bool:
    """Whether *references* are maps on a line each, without an address."""
    if "://" in references:
        return False
    return all(is_plain_map(line[4:].rstrip(" ")) for line in references[:-1].split("\n"))
