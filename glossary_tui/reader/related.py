"""The terms that a related-terms section names."""

from __future__ import annotations

from itertools import repeat

from glossary_tui.model import Link
from glossary_tui.reader.conventions import LINK_LIMIT
from glossary_tui.reader.inline import plain
from glossary_tui.reader.normalise import normalise
from glossary_tui.text.clean import clean_line
from glossary_tui.text.pattern import pattern
from glossary_tui.text.scan import is_external

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.reader.tidy import Tidy

_new = tuple.__new__
"""Makes a record at half of what its own constructor costs: most related terms come this way."""
_BULLET = pattern(r"[ \t>]*(?:[-*+•‣◦·–]|\d{1,3}[.)])[ \t]+")
_FENCE = pattern(r"[ \t]*(?:`{3,}|~{3,})[ \t]*")
_SEPARATOR = ",;·•،؛、，；"
_SPLIT_MARKS = pattern(r"[,;·•،؛、，；()\[\]{}（）\"“”«»„「」]|\s[|]\s")
_OPEN = dict(zip("([{（“«„「", ")]}）”»“」", strict=True))
_LONGEST = 100
"""Letters beyond which a piece of text is a sentence and no term."""
_LONGEST_BLOCK = 20_000
"""Letters beyond which a paragraph is no list of terms."""
_MARKS = frozenset('\n\t;·•،؛、，；{}[]<>"“”«»„「」*`_|:')
"""What makes more of a line than names between commas."""
_BARE = bytes(code for code in range(32, 127) if chr(code) not in _MARKS)
"""The letters of ASCII that are none of these marks."""
_NO_END = "., :!?。"
"""What the last name does not end with."""
_LEAD = pattern(r"(?:\*\*|__)(.+?)(?:\*\*|__)\s*(?:[:：–—]|-\s|$)")
_ONLY_LINK = pattern(r"(?:and )?\[[^\n]*\]\([^()\s]*\)")
_WRAPPED = pattern(r"(\*\*|__|[*_`])(?=\S)(.+)(?<=\S)\1|[\"“«„「]([^\"“”«»„「」]+)[\"”»“」][.,]?")
_QUOTED_COMMA = pattern(r"([,;.])([\"”])(?=\s|$)")


def related_terms(text: str, line: int = 1, source: Tidy | None = None) -> tuple[list[Link], str]:
    """The terms that *text* lists, as links of origin `related`, and the Markdown that is no list.

    *line* is the line of the file at which *text* begins, *source* what its links refer to.
    Terms stand in bullets, one to a line, or between commas; a comma in parentheses or quotes
    separates nothing, nor does *and*. A bullet that leads out of the glossary, and a paragraph
    of prose, are no terms.
    """
    simple = simple_names(text)
    if simple:
        fields = zip(simple, simple, repeat("related"), repeat(line))
        return list(map(_new, repeat(Link), fields)), ""
    links: list[Link] = []
    prose: list[str] = []
    blocks = _blocks(text)
    bullets = sum(bullet for bullet, _, _ in blocks)
    for bullet, offset, block in blocks:
        found = _terms(block, line + offset, split=not bullet or bullets == 1, source=source)
        if found is None:
            prose.append(f"- {block}" if bullet else block)
        else:
            links.extend(found)
            if len(links) > LINK_LIMIT:
                break
    return links, "\n".join(prose) if bullets else "\n\n".join(prose)


def simple_names(text: str) -> list[str]:
    """The names of one line with nothing but commas between them; none if there is more to it."""
    if "  " in text or not text[:1].isalpha() or text[-1] in _NO_END:
        return []
    odd = text.encode("utf-8", "surrogatepass").translate(None, _BARE)
    # One star alone emphasises nothing: it is a part of a name, such as A*.
    if odd and odd != b"*" and not _MARKS.isdisjoint(odd.decode("utf-8", "surrogatepass")):
        return []
    names = text.split(", ")
    if text.count(",") != len(names) - 1:
        return []
    if len(text) > _LONGEST and max(map(len, names)) > _LONGEST:
        return []
    if " ," in text or names[-1][:4] == "and ":  # a name of no letters stands between the two
        return []
    opened = text.count("(")
    if opened != text.count(")") or (opened and not _are_whole(names, opened)):
        return []
    return names


def _are_whole(names: list[str], opened: int) -> bool:
    """Whether what opens in a name closes in it: one parenthesis behind other words at most.

    So many are *opened* in all *names*, and as many closed.
    """
    parted = [name for name in names if "(" in name]
    return len(parted) == opened and all(0 < name.find("(") < name.find(")") for name in parted)


def _blocks(text: str) -> list[tuple[bool, int, str]]:
    """The bullets and paragraphs of *text*: whether it is a bullet, lines above it, its text."""
    blocks: list[tuple[bool, int, str]] = []
    fresh = True
    for number, line in enumerate(text.split("\n")):
        if not line.strip() or _FENCE.fullmatch(line):
            fresh = True
            continue
        mark = _BULLET.match(line)
        if mark:
            blocks.append((True, number, line[mark.end() :].strip()))
        elif fresh or not blocks:
            blocks.append((False, number, line.strip()))
        else:
            bullet, start, before = blocks[-1]
            if bullet or before.rstrip()[-1:] in _SEPARATOR or line.lstrip()[:1] in _SEPARATOR:
                blocks[-1] = (bullet, start, f"{before} {line.strip()}")
            else:
                blocks.append((False, number, line.strip()))
        fresh = False
    return blocks


def _terms(block: str, line: int, *, split: bool, source: Tidy | None) -> list[Link] | None:
    """The terms of one bullet or paragraph; None if it is prose or leads out."""
    if len(block) > _LONGEST_BLOCK:
        return None
    if "[" in block or "{" in block or "<" in block or "://" in block:
        targets = source.targets if source else None
        block, found = normalise(block, line, targets)
        if any(is_external(link.target) for link in found):
            return None
        if found:
            return _mixed(_pieces(block) if split else [block], found, line)
    lead = None if split else _LEAD.match(block)
    names = [lead[1]] if lead else _pieces(block) if split else [block]
    names = [name for name in map(_name, names) if name and name[-1] != ":"]
    if _is_prose(names):
        return None
    if names and names[-1].startswith("and ") and len(names) > 1:
        names[-1] = names[-1][4:]
    if names and names[-1].endswith(".") and names[-1].find(".") == len(names[-1]) - 1:
        names[-1] = names[-1][:-1].rstrip()
    return [_new(Link, (name, name, "related", line)) for name in names if name]


def _mixed(pieces: list[str], found: list[Link], line: int) -> list[Link]:
    """The terms of *pieces*, some of which are the links *found*, in the author's order.

    Where a link stands in a sentence, the links alone are the terms.
    """
    listed = all(_ONLY_LINK.fullmatch(piece.strip(" .")) for piece in pieces if "](" in piece)
    waiting = iter(found)
    terms: list[Link] = []
    for piece in pieces:
        count = piece.count("](")
        terms += [
            link._replace(origin="related") for _, link in zip(range(count), waiting, strict=False)
        ]
        name = "" if count or not listed else _name(plain(piece))
        if name and len(name) <= _LONGEST:
            terms.append(Link(name, name, "related", line))
    return terms


def _is_prose(names: list[str]) -> bool:
    """Whether the pieces of a paragraph are sentences: too long, or wordy with a full stop."""
    words = sum(name.count(" ") + 1 for name in names)
    return any(len(name) > _LONGEST for name in names) or (
        bool(names) and names[-1][-1] in ".!?。" and words >= 5 * len(names)
    )


def _pieces(text: str) -> list[str]:
    """*text* cut at separators outside parentheses and quotes; an unclosed one hides nothing."""
    if "(" not in text and '"' not in text and text.isascii() and "[" not in text:
        return text.replace(";", ",").split(",")
    text = _QUOTED_COMMA.sub(r"\2\1", text)
    pieces: list[str] = []
    start = 0
    closing: list[str] = []
    for mark in _SPLIT_MARKS.finditer(text):
        letter = mark[0].strip()
        if closing and letter == closing[-1]:
            closing.pop()
        elif letter == '"' or letter in _OPEN:
            closer = _OPEN.get(letter, '"')
            if text.find(closer, mark.end()) > 0:
                closing.append(closer)
        elif not closing and letter in _SEPARATOR:
            pieces.append(text[start : mark.start()])
            start = mark.end()
    pieces.append(text[start:])
    return pieces


def _name(piece: str) -> str:
    """A term without the quotes, emphasis and white space around it."""
    name = clean_line(piece)
    while match := _WRAPPED.fullmatch(name):
        name = (match[2] or match[3]).strip()
    return name.rstrip(",") if name[-1:] == "," else name
