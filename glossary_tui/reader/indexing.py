"""A document -> the small fields of its entry: names, tags, links.

Ten thousand of them are made at a first start. So what nearly every entry has is looked for first,
and what it lacks is found out by the cheapest test that there is.
"""

from __future__ import annotations

from functools import lru_cache

from glossary_tui.model import Link
from glossary_tui.model.fields import packed_links, unpacked
from glossary_tui.reader.body import final_related, title_heading
from glossary_tui.reader.content import content
from glossary_tui.reader.conventions import (
    ALIAS_KEYS,
    CATEGORY_KEYS,
    PATH_KEYS,
    QUIET_KEYS,
    REFERENCE_KEYS,
    RELATED_KEYS,
    TAG_KEYS,
)
from glossary_tui.reader.normalise import normalise
from glossary_tui.reader.references import references
from glossary_tui.reader.related import related_terms, simple_names
from glossary_tui.reader.values import NAME_LIMIT, names, plain_key
from glossary_tui.text.clean import clean_line
from glossary_tui.text.path import path_of
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from glossary_tui.model import Entry
    from glossary_tui.model.fields import Fields, Load
    from glossary_tui.reader.body import Roles
    from glossary_tui.reader.document import Document
    from glossary_tui.reader.header import Value

_AFTER_BRACKET = frozenset("([]:")
_ANGLE = pattern(r"<(?:[aA]\s|!--|[\w.+-]+@|[mM]ailto:)")
_DEFINED = pattern(r"\[\[def\s*:([^\[\]\n]{1,500})\]\]", "i")


def make_entry(
    document: Document, entry_id: str, path: str, roles: Roles, load: Load, *, stem: str = ""
) -> Entry:
    """The entry that *document*, read from *path*, is. *stem* names it if nothing else does."""
    return unpacked(make_fields(document, entry_id, path, roles, stem=stem), load)


def make_fields(
    document: Document, entry_id: str, path: str, roles: Roles, *, stem: str = ""
) -> Fields:
    """The same as plain values."""
    keys = document.keys
    linked = may_link(document.text, document.start, document.marks)
    defined = _defined(document.body) if linked and "[[def" in document.text else []
    title = document.title or (defined[0] if defined else "")
    if not title and not document.is_empty:
        title = clean_line(title_heading(document.body, roles), NAME_LIMIT)
    title = title or stem or entry_id.rpartition("/")[2]
    aliases, paths = _other_names(keys, defined[1:], title)
    if paths:
        short = entry_id.rpartition("/")[2]
        paths = [each for each in paths if each not in (entry_id, short)]
    line, listed, links = _links(document, roles, title, linked=linked)
    more: tuple[tuple[Any, ...], ...] = ()
    if links:
        line, listed, more = (
            (line, listed, tuple(map(tuple, links))) if listed else packed_links(links)
        )
    return (
        entry_id, title, path, tuple(aliases), _tags(keys), line, listed, more, tuple(paths),
    )  # fmt: skip


def _defined(body: str) -> list[str]:
    """The term that Spec-Up's `[[def: term, forms …]]` defines, and its other forms."""
    match = _DEFINED.search(body)
    return names(match[1]) if match else []


def _other_names(
    keys: dict[str, Value], forms: Iterable[str], title: str
) -> tuple[list[str], list[str]]:
    """The aliases, and the paths that once led here."""
    if keys.keys() <= QUIET_KEYS and not forms:
        listed = names(keys["aliases"]) if "aliases" in keys else []
        if not listed or "/" not in "".join(listed):
            return [name for name in listed if name != title], []
    found = dict.fromkeys(forms)
    paths: dict[str, None] = {}
    for key, value in keys.items():
        if key in ALIAS_KEYS:
            for name in names(value):
                if key == "aliases" and "/" in name and _is_path(name):
                    paths[path_of(name)] = None
                else:
                    found[name] = None
        elif key in PATH_KEYS:
            for path in value if isinstance(value, list) else [value]:
                if isinstance(path, str) and ":" not in path:
                    paths[path_of(clean_line(path, NAME_LIMIT))] = None
    found.pop(title, None)
    paths.pop("", None)
    return list(found), list(paths)


def _is_path(alias: str) -> bool:
    """Whether one of Hugo's aliases is an old path of the page rather than a name with a slash."""
    if " " in alias:
        return False
    return alias[0] in "/." or alias[-1] == "/" or alias.count("/") > 1 or alias == alias.lower()


def _tags(keys: dict[str, Value]) -> tuple[str, ...]:
    """The tags, or where there are none the categories, each once, of the first key that has any."""
    for group in (TAG_KEYS, CATEGORY_KEYS):
        for key in group:
            value = keys.get(key)
            if value:
                plain = isinstance(value, list) and set(map(type, value)) == {str}
                found = plain_tags(tuple(value)) if plain else _tags_of(value)
                if found:
                    return found
    return ()


def _tags_of(value: Value) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, [name.lstrip("#") for name in names(value)])))


@lru_cache(512)
def plain_tags(value: tuple[Value, ...]) -> tuple[str, ...]:
    """The same of the items of a list: a few lists of tags come again and again."""
    return _tags_of([*value])


def _links(
    document: Document, roles: Roles, title: str, *, linked: bool
) -> tuple[int, str, list[Link]]:
    """Every link of *document*: its related terms, those of its keys, those in its text.

    First the line and the names of related terms that are one line of names, then the others.
    """
    line, listed, links, in_text = _body_links(document, roles, title, linked=linked)
    keys = document.keys
    if keys.keys() <= QUIET_KEYS and not keys.get("references"):
        return line, listed, links + in_text
    for key, value in keys.items():
        if key.startswith("related") or key in RELATED_KEYS:
            links += _key_links(key, value, document)
        elif key in REFERENCE_KEYS and value:
            in_text += normalise(references(keys), document.line)[1]
    return line, listed, links + in_text


def _body_links(
    document: Document, roles: Roles, title: str, *, linked: bool
) -> tuple[int, str, list[Link], list[Link]]:
    """The related terms of the body, and the links in its text.

    A body that is not *linked*, without the marks of a link, is not taken apart: its related
    terms are enough.
    """
    if not linked:
        text, start, marks = document.text, document.start, document.marks
        line_ends = marks and text.count("\n", 0, start) + marks.count(b"\n")
        last = final_related(text, start, roles, line_ends or None)
        if last is not None:
            terms, above = last
            listed = simple_names(terms)
            if listed:
                return above + 1, "\n".join(listed), [], []
            return 0, "", related_terms(terms, above + 1)[0], []
    parts, source = content(document, roles, title)
    links: list[Link] = []
    in_text: list[Link] = []
    for part in parts:
        line = document.line + part.line
        text = part.text
        if part.role == "related":
            found, text = related_terms(text, line, source)
            links += found
        if linked and text:
            in_text += normalise(text, line, source.targets, source.notes)[1]
    return 0, "", links, in_text


def may_link(text: str, start: int, marks: bytes | None) -> bool:
    """Whether *text* from *start* on has a mark of a link, or of a comment that may hide one.

    *marks* are those of its `Document`.
    """
    if marks is None or 93 in marks:  # ]
        position = text.find("]", start)
        while position >= 0:
            if text[position + 1 : position + 2] in _AFTER_BRACKET:
                return True
            position = text.find("]", position + 1)
    may_call = marks is None or 123 in marks  # {
    if may_call and (text.find("{{", start) >= 0 or text.find("{%", start) >= 0):
        return True
    if (marks is None or b"://" in marks) and text.find("://", start) >= 0:
        return True
    position = text.find("<", start) if marks is None or 60 in marks else -1
    while position >= 0:
        if _ANGLE.match(text, position):
            return True
        position = text.find("<", position + 1)
    return False


def _key_links(key: str, value: Value, document: Document) -> list[Link]:
    """The related terms that a key of the front matter names."""
    line = next(
        (
            number
            for number, text in enumerate(document.header.split("\n"), 1)
            if plain_key(text.partition(":")[0].strip(" \"'")) == key
        ),
        1,
    )
    links = []
    for item in value if isinstance(value, list) else [value]:
        for name in names(item):
            found = normalise(name)[1] if "[" in name or "{{" in name else []
            target = _target(item) or name
            if found:
                links += [link._replace(origin="key", line=line) for link in found]
            elif target[0] != "#":
                links.append(Link(target, name, "key", line))
    return links


def _target(item: Value) -> str:
    """Where a map in a list of related terms leads, if it says so beside the name."""
    if isinstance(item, dict):
        for key in ("url", "link", "href", "path"):
            value = item.get(key)
            if isinstance(value, str) and value.strip():
                return clean_line(value, NAME_LIMIT)
    return ""
