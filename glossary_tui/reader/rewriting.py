"""The rewriting of a text, mark by mark: see `normalise`.

One pass over the marks of the text. Every link, of whatever kind, comes out as
`[shown](destination)`; what only a site generator understands comes out as what it says.
"""

from __future__ import annotations

from glossary_tui.model import Link
from glossary_tui.reader.conventions import LINK_LIMIT, NOTES
from glossary_tui.reader.destinations import destination, leads_somewhere, wiki_link
from glossary_tui.reader.generated import Generated
from glossary_tui.reader.inline import escape, plain
from glossary_tui.reader.markup import Markup
from glossary_tui.reader.shortcodes import SHORTCODE, shortcode
from glossary_tui.text.clean import clean_line, is_unsafe
from glossary_tui.text.code import spans
from glossary_tui.text.pattern import pattern
from glossary_tui.text.scan import is_external, link_destination, unquote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from glossary_tui.text.code import Span


_MARK = pattern(
    r"[\\`~$\[\]{!<&:=%\n](?:"
    r"(?<=\\)(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?<=`)(?P<ticks>`*)|(?<=~)(?P<tildes>~~+)"
    r"|(?<=\$)(?P<math>\$[^$]{1,2000}\$\$|(?![\s$])[^$\n]{0,300}[^\s$\\]\$(?!\d))"
    r"|(?<=\{)(?:(?P<shortcode>\{[<%])|(?P<macro>\{)|(?P<tag>%)|(?P<braces>[ ]?[#:.]))"
    r"|(?:(?<=\[)|(?<=!)\[)(?:(?P<wiki>\[)|(?P<open>))"
    r"|(?<=\])(?P<close>)|(?<=<)(?P<angle>)|(?<=&)(?P<entity>\#)"
    r"|(?<=:)(?P<url>//[^\s<>\"'`\]\[{}|\\]+)"
    r"|(?<==)(?P<marked>=)|(?<=%)(?P<hidden>%)"
    r"|(?<=\n)(?:(?P<colons>[ \t]*:::+[^\n]*)|(?P<gap>(?=[ \t]*\n))))",
    "m",
)
"""What may have to be rewritten. It begins with a set of letters: so a search is ten times as fast."""
_ENTITY = pattern(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_LINK_ATTRIBUTES = pattern(r"\{[ \t]?[\w-]{1,40}=[^{}\n]{0,300}\}")
"""What some generators take behind a link or a picture: `{target=_blank}`."""
_CALLOUT = pattern(r"\w[\w-]{0,40}(?:\|[^\[\]\n]{0,80})?")
_MARGIN = 40
"""Letters before a quotation's text that are looked at."""
_NO_URL = pattern(r"[\w/(\"'=]\Z")


def rewritten(
    text: str, line: int, targets: Mapping[str, str], notes: Mapping[str, str]
) -> tuple[str, list[Link]]:
    """What `normalise` gives for a text that has marks to rewrite."""
    if text.lstrip(" \t").startswith(":::"):
        text, line = f"\n{text}", line - 1
    writer = _Writer(text, line, targets, notes)
    return writer.written(), writer.links


class _Writer:
    """A pass in progress: what is written so far, and which brackets are open."""

    def __init__(
        self, text: str, line: int, targets: Mapping[str, str], notes: Mapping[str, str]
    ) -> None:
        self.links: list[Link] = []
        self._text = text
        self._line = line
        self._counted = 0
        self._targets = targets
        self._notes = notes
        self._cited: dict[str, None] = {}
        self._out: list[str] = []
        self._brackets: list[tuple[int, int, bool]] = []
        """Of each open bracket: where in `_out` it is, where in the text, whether an image's."""
        self._markup = Markup(text, self._out, self._link)
        generated = Generated(text, self._out, self._link)
        self._spans = spans(text)
        self._rules: dict[str, Callable[[int], int]] = {
            "shortcode": generated.shortcode,
            "macro": generated.macro,
            "tag": generated.tag,
            "braces": generated.braces,
            "wiki": self._wiki,
            "open": self._open,
            "close": self._close,
            "angle": self._markup.angle,
            "entity": self._entity,
            "url": self._url,
            "colons": generated.colons,
            "marked": generated.marked,
            "hidden": generated.hidden,
            "gap": self._gap,
        }

    def written(self) -> str:
        """The whole text, rewritten, with the footnotes that it cites."""
        text = self._text
        waiting = iter(self._spans)
        span = next(waiting, None)
        position = 0
        while match := _MARK.search(text, position):
            start = match.start()
            while span and span.start < position:
                span = next(waiting, None)
            if span and span.start <= start:
                self._out.append(text[position : span.start])
                self._out.append(self._code(span))
                position = span.end
                continue
            self._out.append(text[position:start])
            rule = self._rules.get(match.lastgroup or "")
            position = rule(start) if rule else start
            if position == start:
                position = match.end()
                self._out.append(match[0])
        self._out.append(text[position:])
        for name in self._cited:
            self._out.append(f"\n\n\\[{escape(name)}\\] ")
            note, links = rewritten(self._notes[name], self._line, self._targets, {})
            self._out.append(note)
            self.links += links
        return "".join(self._out)

    def _code(self, span: Span) -> str:
        written = self._text[span.start : span.end]
        if span.kind == "comment":
            return ""
        if "{{<" in written or "{{%" in written:
            written = SHORTCODE.sub(lambda match: shortcode(match[2]).text, written)
        return written

    def _link(self, shown: str, target: str, start: int, *, escaped: bool = False) -> None:
        """Write a link; *shown* is Markdown if it is *escaped* already, else plain text."""
        target = clean_line(target if is_external(target) else unquote(target))
        text = shown if escaped else escape(shown)
        if not text.strip():
            text = escape(target)
        if not leads_somewhere(target):
            self._out.append(text)
            return
        self._out.append(f"[{text}]({link_destination(target)})")
        if len(self.links) <= LINK_LIMIT:
            self._line += self._text.count("\n", self._counted, start)
            self._counted = max(start, self._counted)
            self.links.append(Link(target, plain(text), "text", self._line))

    def _entity(self, start: int) -> int:
        match = _ENTITY.match(self._text, start)
        if match:
            code = int(match[1], 16) if match[1] else int(match[2])
            if code < 0x110000 and (is_unsafe(chr(code)) or code < 32):
                return match.end()
        return start

    def _url(self, start: int) -> int:
        """A bare URL, of which the scheme is written already."""
        before = self._out[-1]
        scheme = next((each for each in ("https", "http") if before.endswith(each)), "")
        match = _MARK.match(self._text, start)
        if not scheme or not match or _NO_URL.search(before, 0, len(before) - len(scheme)):
            return start
        url = scheme + match[0].rstrip(".,;:!?*_")
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(".,;:!?")
        self._out[-1] = before[: -len(scheme)]
        if self._brackets or self._markup.open_anchor:
            self._out.append(url)
        else:
            self._link(url, url, start)
        return start + len(url) - len(scheme)

    def _gap(self, start: int) -> int:
        self._brackets.clear()
        self._markup.paragraph()
        return start

    def _wiki(self, start: int) -> int:
        found = wiki_link(self._text, start)
        if found is None:
            return self._open(start)
        if found.target:
            self._link(found.shown, found.target, start)
        elif found.shown:
            self._out.append(f"**{escape(found.shown)}**")
        return found.end

    def _open(self, start: int) -> int:
        image = self._text[start] == "!"
        self._brackets.append((len(self._out), start + image, image))
        self._out.append("![" if image else "[")
        return start + 1 + image

    def _close(self, start: int) -> int:
        if not self._brackets:
            return start
        place, opened, image = self._brackets.pop()
        raw = self._text[opened + 1 : start]
        found = destination(self._text, start + 1, raw, self._targets)
        if found is None:
            return self._note(raw, place, start + 1) or start
        target, end = found
        attributes = _LINK_ATTRIBUTES.match(self._text, end)
        end = attributes.end() if attributes else end
        shown = "".join(self._out[place + 1 :])
        del self._out[place:]
        if image:
            self._image(shown, target, opened)
        else:
            self._link(shown, target, opened, escaped=True)
            if self._out and self._out[-1].startswith("["):
                self._brackets = [each for each in self._brackets if each[2]]
        return end

    def _image(self, alt: str, target: str, start: int) -> None:
        inside = any(not each[2] for each in self._brackets) or self._markup.open_anchor
        if is_external(target) and alt.strip() and not inside:
            self._link(alt, target, start, escaped=True)
        else:
            self._out.append(alt)

    def _note(self, raw: str, place: int, end: int) -> int:
        """Write a footnote's number, or what a marked quotation says, instead of its brackets.

        *raw* stands in them, and they end at *end*. Where it goes on, or 0 if it is neither.
        """
        name = raw[1:]
        if raw[:1] == "^" and name in self._notes:
            self._cited[name] = None
            written = f"\\[{escape(name)}\\]"
        elif raw[:1] == "!" and self._is_marked(name, end - len(raw) - 2):
            written = f"**{escape(name.partition('|')[0].capitalize())}**"
            end += self._text[end : end + 1] in ("+", "-")  # how it is folded in Obsidian
        else:
            return 0
        del self._out[place:]
        self._out.append(written)
        return end

    def _is_marked(self, name: str, opened: int) -> bool:
        """Whether *name*, whose bracket opens at *opened*, marks a quotation."""
        before = self._text[max(opened - _MARGIN, 0) : opened].rpartition("\n")[2]
        begins = ">" in before and not before.strip(" \t>")
        return name.lower() in NOTES or (begins and _CALLOUT.fullmatch(name) is not None)
