"""The lists and keys of front matter where their author wrote them: adding and dropping aliases.

Only the stretch that holds a name is touched. Where a file is written in a way that is not
understood here, nothing comes back, and who asked says so.
"""

from __future__ import annotations

import re

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import TITLE_KEYS
from glossary_tui.reader.source import Edit
from glossary_tui.reader.values import names, plain_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary_tui.reader.document import Document

_KEY = re.compile(
    r"^( *)([\"']?)([A-Za-z_][\w -]*)\2[ \t]*[:=](?:[ \t]+|(?=\n)|(?<==))", re.MULTILINE
)
_FIRST_KEY = re.compile(r"^( *)[\"'\w]", re.MULTILINE)
_ITEM = re.compile(r"\n(?P<indent>[ \t]*)-[ \t]+(?P<value>[^\n]*)")
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s,\[\]\"'#][^,\[\]\n#]*")


_PLAIN = re.compile(r"[^\W_][^:#\n\"'\[\]{}]*")
_TYPED = re.compile(
    r"y|n|yes|no|on|off|true|false|null|none|[-+]?[.\d][\d.,_:e+-]*|0[xo][\da-f]+", re.IGNORECASE
)
"""What YAML takes for a truth, a number, a date or nothing, though this reader does not."""


class Value(NamedTuple):
    """A key of front matter as it is written."""

    key: str
    """Its plain spelling."""
    line: int
    """The index at which its line begins."""
    start: int
    """The index at which its value begins."""


def quoted(text: str) -> str:
    """*text* as a string of YAML or TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_plain(text: str) -> bool:
    """Whether *text* can stand in YAML without quotes and be a text for every reader of it."""
    return bool(_PLAIN.fullmatch(text)) and not _TYPED.fullmatch(text)


def alias_edits(
    document: Document, add: Sequence[str], drop: Sequence[str] = ()
) -> list[Edit] | None:
    """What adds the aliases *add* and takes the aliases *drop* away; None where how is odd."""
    wanted = [name for name in add if name not in names(document.keys.get("aliases", ""))]
    value = written_key(document, "aliases")
    if value is None:
        items = ", ".join(map(quoted, wanted))
        return [new_key_edit(document, "aliases", f"[{items}]")] if wanted else []
    text = document.text
    if text.startswith("[", value.start):
        return _flow_edits(text, value.start, document.start, wanted, drop)
    line_end = text.find("\n", value.start)
    bare = text[value.start : line_end].partition(" #")[0].strip()
    if bare in ("", "null", "~"):
        edits = _block_edits(text, line_end, document.start, wanted, drop)
        if edits is not None:
            return edits
    elif is_continued(document, line_end):
        return None
    kept = [name for name in names(document.keys.get("aliases", "")) if name not in drop]
    items = ", ".join(map(quoted, [*kept, *wanted]))
    gap = "" if text[value.start - 1] in " \t" else " "
    return [Edit(value.start, value.start + len(bare), f"{gap}[{items}]")]


def written_keys(document: Document) -> Iterator[Value]:
    """The keys of the front matter, in order."""
    indent = _indent(document)
    for match in _KEY.finditer(document.text, 0, document.start):
        if match[1] == indent:
            yield Value(plain_key(match[3]), match.start(), match.end())


def _indent(document: Document) -> str:
    """What stands before every key of the front matter: nothing, or the same few spaces."""
    first = _FIRST_KEY.search(document.text, 0, document.start)
    return first[1] if first else ""


def is_continued(document: Document, end: int) -> bool:
    """Whether a value goes on below the line that ends at *end*."""
    text, indent = document.text, _indent(document)
    below = text[end + 1 : text.find("\n", end + 1)]
    deeper = below.startswith((f"{indent} ", f"{indent}\t"))
    return deeper and bool(below.strip()) and below.strip()[0] != "#"


def written_key(document: Document, key: str) -> Value | None:
    """The first key of this plain spelling."""
    return next((value for value in written_keys(document) if value.key == key), None)


def new_key_edit(document: Document, key: str, written: str) -> Edit:
    """A new line of front matter, below the title if that stands there; new front matter, else."""
    text = document.text
    if document.start == 0:
        return Edit(0, 0, f"---\n{key}: {written}\n---\n\n")
    toml = text.lstrip().startswith("+++")
    sign = " =" if toml else ":"
    line = f"{_indent(document)}{key}{sign} {written}\n"
    above = next((value for value in written_keys(document) if value.key in TITLE_KEYS), None)
    first = next(written_keys(document), None)
    if above is None:
        place = first.line if first else text.find("\n", len(text) - len(text.lstrip())) + 1
        return Edit(place, place, line)
    end = text.find("\n", above.start)
    while is_continued(document, end):
        end = text.find("\n", end + 1)
    return Edit(end + 1, end + 1, line)


def _flow_edits(
    text: str, start: int, stop: int, add: Sequence[str], drop: Sequence[str]
) -> list[Edit] | None:
    """Changes of a list in brackets that begins at *start*."""
    items: list[tuple[int, int]] = []
    position = start + 1
    while position < stop and text[position] != "]":
        match = _STRING.match(text, position)
        if match:
            items.append((position, match.start() + len(match[0].rstrip())))
        elif text[position] in "[{#":
            return None
        position = match.end() if match else position + 1
    if position >= stop:
        return None
    edits = []
    kept = [span for span in items if _said(text[slice(*span)]) not in drop]
    for index, (begin, end) in enumerate(items):
        if (begin, end) in kept:
            continue
        if index + 1 < len(items):
            edits.append(Edit(begin, items[index + 1][0], ""))
        else:
            edits.append(Edit(kept[-1][1] if kept else begin, end, ""))
    if add:
        written = ", ".join(map(quoted, add))
        place = items[-1][1] if items else start + 1
        edits.append(Edit(place, place, f", {written}" if kept else written))
    return edits


def _block_edits(
    text: str, start: int, stop: int, add: Sequence[str], drop: Sequence[str]
) -> list[Edit] | None:
    """Changes of a list of lines that begins below the line that ends at *start*; None if none does."""
    position = start
    indent = None
    edits = []
    while match := _ITEM.match(text, position, stop):
        if indent is not None and match["indent"] != indent:
            break
        indent = match["indent"]
        if _said(match["value"].strip()) in drop:
            edits.append(Edit(match.start(), match.end(), ""))
        position = match.end()
    if indent is None:
        return None
    if add:
        lines = "".join(f"\n{indent}- {quoted(name)}" for name in add)
        edits.append(Edit(position, position, lines))
    return edits


def _said(written: str) -> str:
    """What a string of YAML or TOML says, as far as drops need it."""
    if len(written) > 1 and written[0] == written[-1] == '"':
        return written[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    return written
