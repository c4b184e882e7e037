"""The simplest front matter, read without a YAML library: what nearly every entry has.

What is read here is what python-frontmatter reads (a property test compares them); anything else
is left to it. Four times faster, and a command that prints one entry never imports YAML.
"""

from __future__ import annotations

from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    Value = str | list["Value"] | dict[str, "Value"]
    """A value of front matter with every scalar as it was written."""

_PAIR = r"""\w+: (?:"[^"\\]*"|'[^']*'|\d+(?=[,}]))"""
_MAP = pattern(rf"\{{{_PAIR}(?:, {_PAIR})*\}}", "a")
_PAIRS = pattern(r"""(\w+): (?:"([^"]*)"|'([^']*)'|(\d+))""", "a")
_REPEATED = frozenset(("draft", "type", "layout", "status", "category", "tags", "references"))
"""Keys whose lines come again and again, such as `draft: false`."""
_SHORT = 80
_COMMON_LIMIT = 500
_maps: dict[tuple[str, ...], bool] = {}
"""What stood outside the strings of maps met before, and whether it was simple."""
_common: dict[str, tuple[str, Value]] = {}
"""Such lines met before, and what they say."""


def read_simple(header: str, *, maps: bool = True) -> dict[str, Value] | None:
    """The keys and values of *header*, or None where it takes YAML to tell.

    A line is `key: scalar`, `key: [scalar, …]`, `key:` with `- scalar` lines below it, a comment
    or blank. One-line maps in such a list are left out without *maps*, but for those with a URL.
    """
    found: dict[str, Value] = {}
    items: list[Value] | None = None
    key = indent = above = ""
    for line in header.split("\n"):
        pair = _common.get(line) or _pair(line)
        if pair:
            key, items, above = pair[0], None, line
            found[key] = pair[1]
            continue
        bare = line.lstrip(" ")
        if not bare or bare[0] == "#":
            continue
        if bare[:2] != "- ":
            return None
        if items is None:
            if above.rstrip(" ")[-1:] != ":":
                return None
            items = found[key] = []
            indent = line[: -len(bare)]
        elif line[: -len(bare)] != indent:
            return None
        item = bare[2:].strip(" ")
        value = _map(item, whole=maps or "://" in item) if item[:1] == "{" else _scalar(item)
        if value is None:
            return None
        if value or item[0] != "{":
            items.append(value)
    return found


def _pair(line: str) -> tuple[str, Value] | None:
    """The key and the value of a line; None for any other line, and where YAML must tell."""
    name, colon, value = line.partition(":")
    if not colon or value[:1] not in ("", " ") or not name.isascii():
        return None
    if not name.isidentifier() and (name[:1] == "-" or not name.replace("-", "_").isidentifier()):
        return None
    value = value.strip(" ")
    read: Value | None = value
    if value:
        read = _flow_list(value) if value[0] == "[" else _scalar(value)
    if read is None:
        return None
    if name in _REPEATED and len(_common) < _COMMON_LIMIT and len(line) < _SHORT:
        _common[line] = name, read
    return name, read


def _map(item: str, *, whole: bool) -> dict[str, Value] | None:
    """The map that *item* is on one line, empty unless *whole*; None where YAML must tell."""
    if whole:
        quick = _plain_map(item)
        if quick is not None:
            return quick
    if not is_plain_map(item):
        return None
    return {} if not whole else {name: a or b or c for name, a, b, c in _PAIRS.findall(item)}


def _plain_map(item: str) -> dict[str, Value] | None:
    """The map that *item* is of words, numbers and strings in double quotes; None for others."""
    if "\\" in item or item[-1] != "}":
        return None
    found: dict[str, Value] = {}
    at, end = 1, len(item) - 1
    while True:
        colon = item.find(": ", at)
        name = item[at:colon]
        if colon < 0 or not name.isascii() or not name.replace("_", "a").isalnum():
            return None
        at = colon + 2
        if item[at] == '"':
            close = item.find('"', at + 1)
            value, after = item[at + 1 : close], close + 1
        else:
            close = item.find(",", at, end)
            after = close if close >= 0 else end
            value = item[at:after]
            if not value.isascii() or not value.isdigit():
                return None
        if close < 0 and after != end:
            return None
        found[name] = value
        if after == end:
            return found
        if item[after : after + 2] != ", ":
            return None
        at = after + 2


def is_plain_map(item: str) -> bool:
    """Whether *item* is a map on one line of words, numbers and strings in quotes.

    Of an item without escapes and single quotes, what stands outside its strings decides, and
    the same few of these come again and again.
    """
    if "\\" in item or "'" in item:
        return _MAP.fullmatch(item) is not None
    outside = tuple(item.split('"')[::2])
    known = _maps.get(outside)
    if known is None:
        known = _MAP.fullmatch('""'.join(outside)) is not None and item.count('"') % 2 == 0
        if len(_maps) < _COMMON_LIMIT:
            _maps[outside] = known
    return known and item.count('"') == 2 * len(outside) - 2


def _scalar(value: str) -> str | None:
    """The scalar that *value* is on one line, without its quotes; None where YAML must tell."""
    first = value[:1]
    if first == '"':
        inner = value[1:-1]
        if len(value) < 2 or value[-1] != '"' or '"' in inner or "\\" in inner:
            return None
        return inner
    if first == "'":
        inner = value[1:-1]
        return None if len(value) < 2 or value[-1] != "'" or "'" in inner else inner
    if not first.isalnum() or "\t" in value:
        return None
    if ":" in value and (": " in value or value[-1] == ":"):
        return None
    return None if " #" in value else value


def _flow_list(value: str) -> list[Value] | None:
    """The scalars of a list in brackets on one line; None where YAML must tell."""
    if value[-1] != "]":
        return None
    inner = value[1:-1].strip(" ")
    if not inner:
        return []
    quote = inner[0]
    if quote in "\"'":
        if len(inner) < 2 or inner[-1] != quote or "\\" in inner:
            return None
        items = inner[1:-1].split(f"{quote}, {quote}")
        return None if any(quote in item for item in items) else [*items]
    items = [item.strip(" ") for item in inner.split(",")]
    for item in items:
        if not item.replace(" ", "").replace("-", "").replace("_", "").isalnum():
            return None
        if item[0] in "-_":
            return None
    return [*items]
