"""Where a link leads: what follows its text in brackets, or stands in double brackets."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.shortcodes import shortcode, tag
from glossary_tui.reader.tidy import label
from glossary_tui.text.pattern import pattern
from glossary_tui.text.scan import is_external

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

DESTINATION = pattern(
    r"\(\s{0,40}(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))"
    r"(?:\s{1,40}(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s{0,40}\)"
)
LOOSE_DESTINATION = pattern(r"\(([^()\n<>\"]{1,500})\)")
GENERATED_DESTINATION = pattern(
    r"\(\s*(?:\{\{[^{}\n]{0,100}\}\}(?=\{))?([^\s(){}]{0,300})(\{\{[<%]?|\{%)([^{}\n]{0,500})(?:[%>]?\}\}|%\})([^\s()]{0,500})\s*\)"
)
_QUOTED = pattern(r"\s*([\"'])([^\"'\n]*)\1")
"""What a Liquid filter such as `relative_url` is given."""
_LABEL = pattern(r"\[([^\[\]\n]{0,300})\]")
WIKI = pattern(r"(!?)\[\[([^\[\]\n]{1,500})\]\]")
_SPEC = pattern(r"(def|ref|xref|tref|iref)\s*:\s*", "i")
_IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif", ".mp4", ".pdf")
_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:(?!\s)")
_BACKSLASH = pattern(r"\\([!-/:-@\[-`{-~])")


def destination(
    text: str, position: int, shown: str, targets: Mapping[str, str]
) -> tuple[str, int] | None:
    """Where the link whose text *shown* ends before *position* leads, and where it ends.

    None where the brackets are no link. *targets* are the labels of reference-style links.
    """
    following = text[position : position + 1]
    if following == "(":
        return _inline(text, position)
    match = _LABEL.match(text, position) if following == "[" and targets else None
    if match:
        target = targets.get(label(match[1] or shown))
        if target is not None:
            return target, match.end()
    target = targets.get(label(shown)) if targets else None
    return None if target is None else (target, position)


def _inline(text: str, position: int) -> tuple[str, int] | None:
    """A destination in parentheses: Markdown's, a generator's, or one with spaces in it."""
    match = DESTINATION.match(text, position)
    if match:
        target = match[1] if match[1] is not None else match[2]
        if "{{" not in target and "{%" not in target:
            return _BACKSLASH.sub(r"\1", target), match.end()
    match = GENERATED_DESTINATION.match(text, position)
    if match:
        before, opening, inside, after = match.groups()
        if opening == "{{":
            path = _QUOTED.match(inside)
            target = path[2] if path else ""
        else:
            target = (tag if opening == "{%" else shortcode)(inside).target
        return before + target + after, match.end()
    match = LOOSE_DESTINATION.match(text, position)
    return (match[1].strip(), match.end()) if match else None


def leads_somewhere(target: str) -> bool:
    """Whether *target* is a place to go: not within the page, and of no other scheme than ours."""
    if not target or target[0] == "#":
        return False
    return is_external(target) or not _SCHEME.match(target)


class WikiLink(NamedTuple):
    """What stands in double brackets."""

    shown: str
    """What the reader sees; '' for an embedded picture."""
    target: str
    """Where it leads; '' for a term that is defined here."""
    end: int
    """The index after the brackets."""


def wiki_link(text: str, start: int) -> WikiLink | None:
    """The wikilink or embedded page that begins at *start*, or None if there is none.

    Brackets around the text of an ordinary link are none. Spec-Up's `def:`, `ref:`, `xref:` and
    `tref:` are understood.
    """
    match = WIKI.match(text, start)
    if not match or DESTINATION.match(text, match.end()):
        return None
    inside = match[2].replace("\\|", "|")
    spec = _SPEC.match(inside)
    if spec:
        names = [name.strip() for name in inside[spec.end() :].split(",")]
        kind = spec[1].lower()
        if kind == "def":
            return WikiLink(names[0], "", match.end())
        name = names[1] if kind in ("xref", "tref") and len(names) > 1 else names[0]
        return WikiLink(name, name, match.end())
    target, bar, shown = (part.strip() for part in inside.partition("|"))
    if match[1] and target.lower().endswith(_IMAGE_ENDINGS):
        return WikiLink("", "", match.end())
    if not bar:
        shown = target.removesuffix(".md")
        page, _, place = shown.partition("#")
        if place.strip():
            shown = f"{page} > {place}" if page else place
    return WikiLink(shown, target, match.end())
