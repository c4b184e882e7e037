"""A document -> the small fields of its entry: names, tags, links."""

from __future__ import annotations

from glossary_tui.model import Entry, Link
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
from glossary_tui.reader.related import related_terms
from glossary_tui.reader.values import NAME_LIMIT, names, plain_key
from glossary_tui.text.clean import clean_line
from glossary_tui.text.path import path_of
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary_tui.model import Section
    from glossary_tui.reader.body import Roles
    from glossary_tui.reader.document import Document
    from glossary_tui.reader.header import Value

_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""
_AFTER_BRACKET = frozenset("([]:")
_ANGLE = pattern(r"<(?:[aA]\s|!--|[\w.+-]+@|[mM]ailto:)")
_DEFINED = pattern(r"\[\[def\s*:([^\[\]\n]{1,500})\]\]", "i")


def make_entry(
    document: Document,
    entry_id: str,
    path: str,
    roles: Roles,
    load: Callable[[Entry], tuple[Section, ...]],
    *,
    stem: str = "",
) -> Entry:
    """The entry that *document*, read from *path*, is. *stem* names it if nothing else does."""
    keys = document.keys
    linked = _may_link(document.text, document.start)
    defined = _defined(document.body) if linked and "[[def" in document.text else []
    title = document.title or (defined[0] if defined else "")
    if not title and not document.is_empty:
        title = clean_line(title_heading(document.body, roles), NAME_LIMIT)
    title = title or stem or entry_id.rpartition("/")[2]
    aliases, paths = _other_names(keys, defined[1:], title)
    if paths:
        short = entry_id.rpartition("/")[2]
        paths = [each for each in paths if each not in (entry_id, short)]
    links = tuple(_links(document, roles, title, linked=linked))
    fields = (entry_id, title, path, load, tuple(aliases), _tags(keys), links, tuple(paths))
    return _new(Entry, fields)


def _defined(body: str) -> list[str]:
    """The term that Spec-Up's `[[def: term, forms …]]` defines, and its other forms."""
    match = _DEFINED.search(body)
    return names(match[1]) if match else []


def _other_names(
    keys: dict[str, Value], forms: Iterable[str], title: str
) -> tuple[list[str], list[str]]:
    """The aliases, and the paths that once led here."""
    found = dict.fromkeys(forms)
    paths: dict[str, None] = {}
    for key, value in keys.items():
        if key in ALIAS_KEYS:
            for name in names(value):
                if key == "aliases" and "/" in name and _is_path(name):
                    paths[path_of(name)] = None
                else:
                    found[name] = None
        elif key in PATH_KEYS and value and isinstance(value, str) and ":" not in value:
            paths[path_of(clean_line(value, NAME_LIMIT))] = None
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
            found = [name.lstrip("#") for name in names(value)] if value else []
            if found:
                return tuple(dict.fromkeys(filter(None, found)))
    return ()


def _links(document: Document, roles: Roles, title: str, *, linked: bool) -> list[Link]:
    """Every link of *document*: its related terms, those of its keys, those in its text."""
    links, in_text = _body_links(document, roles, title, linked=linked)
    keys = document.keys
    if keys.keys() <= QUIET_KEYS and not keys.get("references"):
        return links + in_text if in_text else links
    for key, value in keys.items():
        if key.startswith("related") or key in RELATED_KEYS:
            links += _key_links(key, value, document)
        elif key in REFERENCE_KEYS and value:
            in_text += normalise(references(keys), document.line)[1]
    return links + in_text


def _body_links(
    document: Document, roles: Roles, title: str, *, linked: bool
) -> tuple[list[Link], list[Link]]:
    """The related terms of the body, and the links in its text.

    A body that is not *linked*, without the marks of a link, is not taken apart: its related
    terms are enough.
    """
    if not linked:
        last = final_related(document.text, document.start, roles)
        if last is not None:
            return related_terms(last.text, last.line + 1)[0], []
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
    return links, in_text


def _may_link(text: str, start: int) -> bool:
    """Whether *text* from *start* on has a mark of a link, or of a comment that may hide one."""
    position = text.find("]", start)
    while position >= 0:
        if text[position + 1 : position + 2] in _AFTER_BRACKET:
            return True
        position = text.find("]", position + 1)
    if text.find("{", start) >= 0 and (text.find("{{", start) >= 0 or text.find("{%", start) >= 0):
        return True
    position = text.find("/", start)
    while position >= 0:
        if text[position + 1 : position + 2] == "/" and text[position - 1] == ":":
            return True
        position = text.find("/", position + 1)
    return text.find("<", start) >= 0 and _ANGLE.search(text, start) is not None


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
