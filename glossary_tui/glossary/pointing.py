"""A link made to point to another entry, written the way its author writes links."""

from __future__ import annotations

import re

from glossary_tui.reader.amending import is_plain, quoted
from glossary_tui.reader.source import Edit
from glossary_tui.text.fold import slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry
    from glossary_tui.reader.occurrences import Occurrence

_PLACE = re.compile(
    r"(?P<before>(?:[^#?]*/)?)(?P<name>(?!_?index(?:[./#?]|$))[^/#?]+?)"
    r"(?P<after>(?:/_?index)?(?:\.(?:md|markdown|html?))?/*(?:[#?].*)?)",
    re.IGNORECASE | re.DOTALL,
)
"""A target: the folders before it, its name, and the ending, anchor and query after it."""
_ENCODED = re.compile(r"[\s()<>%\"\\]")
_SEPARATOR = re.compile(r"[,;·•،؛、，；](?![^(（]*[)）])")
_WIKI_MARKS = re.compile(r"[\[\]|#^]")
_QUOTES = {'"': '"', "'": "'", "“": "”", "`": "`"}


def pointing(link: Occurrence, text: str, target: Entry, former: Entry | None = None) -> Edit:
    """What makes *link*, which stands in *text*, point to *target*.

    *former* is the entry that it meant, if it meant one: where it had the name of its file, it
    gets the name of the new one, else the title. Folders, ending and anchor stay.
    """
    written = text[link.start : link.end]
    if link.kind == "name" or (link.kind == "key" and " " in written):
        name = _bare(written, target, former)
        if written[-1] == "." and name[-1] != ".":
            name += "."
        return Edit(link.start, link.end, _placed(link, text, name))
    place = _PLACE.fullmatch(written)
    before, name, after = place.groups() if place else ("", written, "")
    by_file = link.kind == "path" or _is_file_name(name, before, former)
    new = target.stem if by_file else target.title
    if link.kind == "wiki":
        if _WIKI_MARKS.search(new):
            new = target.stem
        shown = "" if by_file or former is None else _label(link, text, name, former)
        return Edit(link.start, link.end, f"{before}{new}{after}{shown}")
    if link.kind == "path":
        spaced = " " in written or text[link.start - 1 : link.start] == "<"
        new = new if spaced else _ENCODED.sub(lambda match: f"%{ord(match[0]):02X}", new)
        return Edit(link.start, link.end, f"{before}{new}{after}")
    return Edit(link.start, link.end, _placed(link, text, f"{before}{new}{after}"))


def _bare(written: str, target: Entry, former: Entry | None) -> str:
    """The name of *target* for a list of terms: a slug where a slug stood, else the title."""
    is_slug = "-" in written or "_" in written
    if is_slug and _is_file_name(written, "", former):
        return target.stem
    return target.title


def _is_file_name(name: str, before: str, former: Entry | None) -> bool:
    """Whether *name* is that of a file and not the title."""
    if former is not None:
        return name == former.stem and (bool(before) or name != former.title)
    return bool(before) or (name == slug(name) and " " not in name)


def _label(link: Occurrence, text: str, name: str, former: Entry) -> str:
    """What keeps the words of a sentence whose wikilink had the title in another form."""
    if name == former.title or text[link.start - 2 : link.start] != "[[":
        return ""
    if text[link.end : link.end + 2] != "]]" or text[link.start - 3 : link.start - 2] == "!":
        return ""
    line = text[text.rfind("\n", 0, link.start) + 1 : link.start]
    return f"{chr(92) if line.lstrip().startswith('|') else ''}|{name}"


def _placed(link: Occurrence, text: str, name: str) -> str:
    """*name* so that it can stand where *link* stood: in its quotes, or in some of its own."""
    quote = text[link.start - 1 : link.start] if link.start else ""
    inside = quote in _QUOTES and text[link.end : link.end + 1] == _QUOTES[quote]
    if link.kind == "name":
        return f'"{name}"' if _SEPARATOR.search(name) and not inside else name
    if inside:
        if link.kind == "key":
            return quoted(name)[1:-1] if quote == '"' else name.replace("'", "''")
        return name.replace(quote, "")
    if text[max(link.start - 2, 0) : link.start] == "[[":
        return name
    bare = is_plain(name) and "," not in name and (link.kind == "key" or " " not in name)
    return name if bare else quoted(name)
