"""HTML inside Markdown -> Markdown; what is no HTML stays text."""

from __future__ import annotations

from glossary_tui.reader.conventions import (
    BLOCK_TAGS,
    CODE_TAGS,
    EMPHASIS_TAGS,
    HIDDEN_TAGS,
    INLINE_TAGS,
)
from glossary_tui.reader.inline import code
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Protocol

    class WriteLink(Protocol):
        """Writes a link of the text at an index."""

        def __call__(self, shown: str, target: str, start: int, *, escaped: bool = False) -> None:
            """Write *shown*, which leads to *target*."""


_TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]{0,2000})?)/?>")
_AUTOLINK = pattern(r"<((?:https?://|mailto:)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>", "i")
_DECLARATION = pattern(r"<!--|-->|<![A-Za-z][^<>]{0,500}>|<\?[^<>]{0,500}\?>")
_ATTRIBUTE = pattern(r"""(?<![\w-])([\w-]++)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ANY_TAG = pattern(r"<[^<>]{0,500}>")
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ"),
}


class Markup:
    """The tags of one text, written to *out* as Markdown."""

    def __init__(self, text: str, out: list[str], link: WriteLink) -> None:
        self._text = text
        self._out = out
        self._link = link
        self._emphasis: list[tuple[str, int]] = []
        self._anchor: tuple[str, int, int] | None = None
        self._hopeless: set[str] = set()

    @property
    def open_anchor(self) -> bool:
        """Whether an `a` element is open."""
        return self._anchor is not None

    def paragraph(self) -> None:
        """Forget what is open: nothing inline goes on past a blank line."""
        self._emphasis.clear()
        self._anchor = None

    def angle(self, start: int) -> int:
        """Write what begins with the angle bracket at *start*; where it ends."""
        match = _TAG.match(self._text, start)
        if match:
            name = match[2].lower()
            if name in EMPHASIS_TAGS:
                self._emphasise(EMPHASIS_TAGS[name], closing=bool(match[1]))
            elif name in CODE_TAGS or name == "pre" or name in HIDDEN_TAGS:
                return match.end() if match[1] else self._contained(name, match)
            elif name in _SCRIPTS and not match[1]:
                return self._script(name, match)
            elif name == "a":
                self._a(match)
            elif name in BLOCK_TAGS or name in INLINE_TAGS:
                self._out.append(self._written(name, match))
            else:
                self._out.append("\\<")
                return start + 1
            return match.end()
        match = _AUTOLINK.match(self._text, start)
        if match:
            target = match[1] if ":" in match[1] else f"mailto:{match[1]}"
            self._link(match[1].removeprefix("mailto:"), target, start)
            return match.end()
        match = _DECLARATION.match(self._text, start)
        if match:
            return match.end()
        self._out.append("\\<")
        return start + 1

    def _emphasise(self, mark: str, *, closing: bool) -> None:
        """Write *mark* where an element begins and ends with text in between."""
        if not closing:
            self._emphasis.append((mark, len(self._out)))
            self._out.append("")
            return
        for index in range(len(self._emphasis) - 1, max(-1, len(self._emphasis) - 20), -1):
            open_mark, place = self._emphasis[index]
            if open_mark == mark:
                del self._emphasis[index:]
                inside = "".join(self._out[place + 1 :])
                if place < len(self._out) and inside == inside.strip() != "":
                    self._out[place] = mark
                    self._out.append(mark)
                return

    def _contained(self, name: str, match: re.Match[str]) -> int:
        """Write an element whose content is code, or is not for reading."""
        closing = f"</{name}>"
        end = -1
        if closing not in self._hopeless:
            end = self._text.find(closing, match.end(), match.end() + 20_000)
            if end < 0 and self._text.find(closing, match.end()) < 0:
                self._hopeless.add(closing)
        if end < 0:
            return match.end()
        if name not in HIDDEN_TAGS:
            import html

            inside = html.unescape(_ANY_TAG.sub("", self._text[match.end() : end]))
            if name == "pre":
                self._out.append(f"\n\n```\n{inside.strip(chr(10)).replace('```', '~~~')}\n```\n\n")
            elif inside.strip():
                self._out.append(code(inside))
        return end + len(closing)

    def _script(self, name: str, match: re.Match[str]) -> int:
        """Write what is raised or lowered in letters that are so by themselves, where they exist."""
        closing = f"</{name}>"
        end = self._text.find(closing, match.end(), match.end() + 40)
        if end < 0:
            return match.end()
        inside = self._text[match.end() : end]
        raised = inside.translate(_SCRIPTS[name])
        if any(letter in raised for letter in inside):
            return match.end()
        self._out.append(raised)
        return end + len(closing)

    def _a(self, match: re.Match[str]) -> None:
        if not match[1]:
            target = _attributes(match[3]).get("href", "")
            self._anchor = (target, len(self._out), match.start()) if target else None
        elif self._anchor:
            target, place, start = self._anchor
            self._anchor = None
            shown = "".join(self._out[place:])
            if place <= len(self._out):
                del self._out[place:]
                if "](" in shown or "\n\n" in shown:
                    self._out.append(shown)
                else:
                    self._link(shown.strip(), target, start, escaped=True)

    def _written(self, name: str, match: re.Match[str]) -> str:
        """What a tag that is neither emphasis nor code leaves."""
        if name == "br":
            before = self._text[max(0, match.start() - 300) : match.start()]
            return " " if "|" in before.rpartition("\n")[2] else "\\\n"
        if name == "img":
            return _attributes(match[3]).get("alt", "")
        if name == "li":
            return "" if match[1] else "\n- "
        if name == "hr":
            return "\n\n---\n\n"
        if name == "tr":
            return "" if match[1] else "\n\n"
        if name in ("td", "th"):
            return " · " if match[1] else ""
        if name[0] == "h" and name[1:].isdigit():
            return "\n\n" if match[1] else f"\n\n{'#' * int(name[1:])} "
        if name == "q":
            return '"'
        return "\n\n" if name in BLOCK_TAGS else ""


def _attributes(text: str) -> dict[str, str]:
    found = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(text)}
    if any("&" in value for value in found.values()):
        import html

        found = {key: html.unescape(value) for key, value in found.items()}
    return found
