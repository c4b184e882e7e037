"""What only a site generator or an editor understands -> what it says to a reader."""

from __future__ import annotations

from glossary_tui.reader.conventions import NOTES
from glossary_tui.reader.inline import code, escape
from glossary_tui.reader.shortcodes import MACRO, SHORTCODE, TAG, macro, shortcode, tag
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.reader.markup import WriteLink
    from glossary_tui.reader.shortcodes import Said

_ATTRIBUTES = pattern(
    r"[ \t]{0,40}(?:\{[ ]?#[^\s{}|=]{1,200}(?:[ \t][^{}\n|]{0,200})?\}|\{[ ]?\.[A-Za-z][^{}\n]{0,200}\}|\{:[^{}\n]{0,300}\}|\{#[ \t][^{}]{0,1000}#\})"
)
_HIDDEN = pattern(r"%%[^%]{1,4000}%%")
_MARKED = pattern(r"==(?=[^\s=])[^=\n]{0,300}(?<=[^\s=])==")


class Generated:
    """The shortcodes, macros, tags and attribute lists of one text, written to *out*."""

    def __init__(self, text: str, out: list[str], link: WriteLink) -> None:
        self._text = text
        self._out = out
        self._link = link
        self._ends: set[int] = set()

    def _say(self, said: Said, start: int) -> None:
        if said.target:
            self._link(said.text, said.target, start)
        elif said.code and said.text:
            self._out.append(code(said.text))
        elif said.text:
            mark = "**" if said.strong else ""
            self._out.append(f"{mark}{escape(said.text)}{mark}" + (" " if mark else ""))

    def shortcode(self, start: int) -> int:
        """Write what the Hugo shortcode at *start* says; where it ends, or *start* if it is none."""
        match = SHORTCODE.match(self._text, start)
        if not match:
            return start
        self._say(shortcode(match[2]), start)
        return match.end()

    def macro(self, start: int) -> int:
        """The same for a macro in double braces."""
        match = MACRO.match(self._text, start)
        if not match:
            return start
        self._say(macro(match[1]), start)
        return match.end()

    def tag(self, start: int) -> int:
        """The same for a Liquid tag."""
        match = TAG.match(self._text, start)
        if not match:
            return start
        inside = match[1].strip(" \t\n-")
        if inside == "comment":
            end = self._text.find("endcomment", match.end(), match.end() + 2000)
            end = self._text.find("%}", end, end + 20) if end >= 0 else -1
            return end + 2 if end >= 0 else match.end()
        if inside.startswith("highlight"):
            self._out.append(f"\n```{inside.partition(' ')[2]}\n")
        elif inside == "endhighlight":
            self._out.append("\n```\n")
        else:
            self._say(tag(inside), start)
        return match.end()

    def braces(self, start: int) -> int:
        """Leave out the attribute list at *start*."""
        match = _ATTRIBUTES.match(self._text, start)
        if match and self._out and self._out[-1].endswith((" ", "\t")):
            self._out[-1] = self._out[-1].rstrip(" \t")
        return match.end() if match else start

    def colons(self, start: int) -> int:
        """The same for a line of colons, which opens or closes a marked paragraph."""
        end = self._text.find("\n", start + 1)
        end = len(self._text) if end < 0 else end
        words = self._text[start:end].strip().strip(":").strip(" {}")
        name, _, title = words.partition(" ")
        if title or name.lower() in NOTES:
            self._out.append(f"\n**{escape(title.strip('[]') or name.capitalize())}**\n")
        return end

    def marked(self, start: int) -> int:
        """Write Obsidian's highlight as strong text."""
        if start in self._ends:
            self._out.append("**")
            return start + 2
        match = _MARKED.match(self._text, start)
        if not match:
            return start
        self._ends.add(match.end() - 2)
        self._out.append("**")
        return start + 2

    def hidden(self, start: int) -> int:
        """Leave out Obsidian's comment."""
        match = _HIDDEN.match(self._text, start)
        return match.end() if match else start
