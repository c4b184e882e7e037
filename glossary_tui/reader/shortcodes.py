"""Shortcodes (Hugo), tags (Liquid, Jekyll) and macros (MDN): what each says to a reader."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import (
    ELEMENT_MACROS,
    LINK_MACROS,
    LINK_SHORTCODES,
    NAME_SHORTCODES,
    NOTES,
    PROSE_MACROS,
    RFC_URL,
    SILENT_MACROS,
    TARGET_PARAMETERS,
    TEXT_PARAMETERS,
)
from glossary_tui.text.pattern import pattern
from glossary_tui.text.scan import is_external

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTCODE = pattern(r"\{\{([<%])([^{}]{0,4000})[%>]\}\}")
MACRO = pattern(r"\{\{\{?([^{}]{0,4000})\}\}\}?")
TAG = pattern(r"\{%-?([^{}]{0,4000})%\}")
_WORDS = pattern(
    r"""([\w.-]++)\s*+=\s*+(?:"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)|`([^`]*+)(?:`|\Z)"""
    r"""|'([^']*+)(?:'|\Z)|([^\s"'`]++))"""
    r"""|"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)|`([^`]*+)(?:`|\Z)|'([^']*+)(?:'|\Z)|([^\s"'`]++)"""
)
"""What stands in a shortcode: words, and values with their names. A quote that is never closed
reaches to the end."""
_CALL = pattern(r"\s*([A-Za-z_][\w.-]*)\s*(?:\(([\s\S]*)\))?\s*")
_ARGUMENTS = pattern(r""""((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s,"'][^,]*)""")


class Said(NamedTuple):
    """What is left of a shortcode or a macro."""

    text: str = ""
    """What the reader sees, as plain text."""
    target: str = ""
    """Where it leads, or ''."""
    code: bool = False
    """Whether the text is code."""
    strong: bool = False
    """Whether the text opens a marked paragraph."""


def shortcode(inside: str) -> Said:
    """What a Hugo shortcode says, from what stands *inside* its brackets."""
    inside = inside.strip()
    if inside.startswith("/*"):
        return Said(f"{{{{< {inside.strip('/* ')} >}}}}", code=True)
    name, _, rest = inside.partition(" ")
    if inside.startswith("/"):
        return Said()
    return _said(name.strip("/").lower(), rest)


def tag(inside: str) -> Said:
    """What a Liquid tag says, from what stands *inside* its brackets."""
    name, _, rest = inside.strip(" \t\n-").partition(" ")
    return _said(name.lower(), rest)


def _said(name: str, rest: str) -> Said:
    named: dict[str, str] = {}
    plain: list[str] = []
    for key, *values in _WORDS.findall(rest):
        value = next(filter(None, values), "")
        if key:
            named[key.lower()] = value
        elif value != "/":
            plain.append(value)
    text = _first(named, TEXT_PARAMETERS)
    target = _first(named, TARGET_PARAMETERS)
    if name in LINK_SHORTCODES:
        target = target or (plain.pop(0) if plain else "") or text
        return Said(text or " ".join(plain) or target, target)
    if name in NOTES:
        return Said(text or name.capitalize(), strong=True)
    if name in NAME_SHORTCODES:
        return Said(text or " ".join(plain))
    if is_external(target):
        return Said(text or target, target)
    return Said(text)


def shortcode_target(inside: str) -> tuple[int, int] | None:
    """Where in what stands *inside* a shortcode or a tag its target is written, if it has one.

    A shortcode whose only word is shown as well as followed has its target there.
    """
    stripped = inside.lstrip(" \t\n-")
    name, _, rest = stripped.partition(" ")
    if name.lower() not in LINK_SHORTCODES:
        return None
    begin = len(inside) - len(rest)
    named: dict[str, tuple[int, int]] = {}
    plain: list[tuple[int, int]] = []
    for match in _WORDS.finditer(rest):
        group = next((each for each in range(2, 10) if match[each]), 0)
        if match[1]:
            named[match[1].lower()] = match.span(group)
        elif group and match[group] not in ("/", "-"):
            plain.append(match.span(group))
    order = (*TARGET_PARAMETERS, *(() if plain else TEXT_PARAMETERS))
    found = next((named[each] for each in order if each in named), plain[0] if plain else None)
    return (begin + found[0], begin + found[1]) if found and found[0] < found[1] else None


def macro_target(inside: str) -> tuple[int, int] | None:
    """The same for what stands *inside* the braces of a macro."""
    call = _CALL.fullmatch(inside)
    if call is None or call[1].lower() not in LINK_MACROS or not call[2]:
        return None
    match = _ARGUMENTS.search(call[2])
    group = next((each for each in range(1, 4) if match[each]), 0) if match else 0
    if not match or not group:
        return None
    start, end = match.span(group)
    return call.start(2) + start, call.start(2) + end


def _first(values: dict[str, str], names: Iterable[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")


def macro(inside: str) -> Said:
    """What a macro says, from what stands *inside* its braces."""
    call = _CALL.fullmatch(inside)
    if call is None:
        return Said()
    name = call[1].lower()
    found = [a or b or c.strip() for a, b, c in _ARGUMENTS.findall(call[2] or "")]
    if not found or name.startswith(SILENT_MACROS) or name.endswith("sidebar"):
        return Said()
    shown = next((each for each in found[1:2] if each and not each.isdigit()), "")
    if name in LINK_MACROS:
        return Said(shown or found[0].replace("_", " "), found[0])
    if name == "rfc":
        number = found[0]
        return Said(f"RFC {number}" + (f": {shown}" if shown else ""), RFC_URL + number)
    if name in PROSE_MACROS:
        label = name if name == "bug" else name.upper() if name == "cve" else ""
        return Said(shown or f"{label} {found[0]}".strip())
    if name in ELEMENT_MACROS:
        return Said(shown or f"<{found[0]}>", code=True)
    return Said(shown or found[0].rpartition("/")[2] or found[0], code=True)
