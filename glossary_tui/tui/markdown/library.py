"""Markdown → blocks, by markdown-it."""

from __future__ import annotations

import html
import re
from functools import cache
from itertools import pairwise

from glossary_tui.text.scan import link_target
from glossary_tui.tui.markdown.blocks import (
    Block,
    Code,
    Heading,
    Item,
    Items,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from glossary_tui.tui.markdown.extras import definitions, task, with_notes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*?(/?)>|<!--.*?-->", re.DOTALL)
_STYLES = {"strong": "strong", "em": "emphasis", "s": "strike"}
_HTML_STYLES = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "code": "code",
    "kbd": "code", "samp": "code", "var": "emphasis", "dfn": "emphasis", "s": "strike",
}  # fmt: skip


def with_markdown_it(text: str) -> tuple[Block, ...]:
    """The blocks of any Markdown *text*: what the quick way is tested against."""
    from markdown_it.tree import SyntaxTreeNode

    return with_notes(tuple(_blocks(SyntaxTreeNode(_parser().parse(text)))))


def _plain_paragraphs(text: str) -> tuple[Block, ...]:
    paragraphs = []
    for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n")):
        lines = [line.strip(" \t") for line in part.split("\n")]
        if any(lines):
            paragraphs.append(Paragraph((Span(" ".join(filter(None, lines))),)))
    return tuple(paragraphs)


def get_ready() -> None:
    """Import the library, if it has not been needed yet, before somebody waits for it."""
    with_markdown_it("")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _blocks(parent: SyntaxTreeNode) -> Iterator[Block]:
    for node in parent.children:
        make = _MAKERS.get(node.type)
        if make is not None:
            yield from make(node)


def _paragraph(node: SyntaxTreeNode) -> Iterator[Block]:
    tokens = _tokens(node)
    begins = [at for at, token in enumerate(tokens) if _defines(tokens, at)]
    if begins:
        edges = [0, *begins, len(tokens)]
        parts = [_spans(tokens[start:end]) for start, end in pairwise(edges)]
        yield definitions(parts[0], parts[1:])
        return
    spans = _spans(tokens)
    if spans:
        yield Paragraph(spans)


def _defines(tokens: list[Token], at: int) -> bool:
    """Whether a definition begins at that token, as in PHP Markdown Extra: `: ` begins a line."""
    begins_line = not at or tokens[at - 1].type == "softbreak"
    return begins_line and tokens[at].type == "text" and tokens[at].content.startswith(": ")


def _heading(node: SyntaxTreeNode) -> Iterator[Block]:
    yield Heading(int(node.tag[1:]), _inline(node))


def _code(node: SyntaxTreeNode) -> Iterator[Block]:
    words = node.info.split() if node.type == "fence" else []
    yield Code(node.content.expandtabs(4).rstrip("\n"), words[0] if words else "")


def _quote(node: SyntaxTreeNode) -> Iterator[Block]:
    yield Quote(tuple(_blocks(node)))


def _rule(_node: SyntaxTreeNode) -> Iterator[Block]:
    yield Rule()


def _html(node: SyntaxTreeNode) -> Iterator[Block]:
    yield from _plain_paragraphs(html.unescape(_TAG.sub("", node.content)))


def _list(node: SyntaxTreeNode) -> Iterator[Block]:
    number = int(node.attrs.get("start", 1))
    items = []
    tight = True
    for offset, child in enumerate(node.children):
        marker = f"{number + offset}." if node.type == "ordered_list" else "•"
        items.append(task(Item(marker, tuple(_blocks(child)))))
        tight = tight and all(sub.hidden for sub in child.children if sub.type == "paragraph")
    yield Items(tuple(items), tight)


def _table(node: SyntaxTreeNode) -> Iterator[Block]:
    rows = [list(row.children) for part in node.children for row in part.children]
    styles = [str(cell.attrs.get("style", "")) for cell in rows[0]]
    alignments = tuple(style.rpartition(":")[2] or "left" for style in styles)
    head, *body = (tuple(_inline(cell) for cell in row) for row in rows)
    yield Table(head, tuple(body), alignments)


_MAKERS = {
    "paragraph": _paragraph,
    "heading": _heading,
    "fence": _code,
    "code_block": _code,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "table": _table,
    "hr": _rule,
    "html_block": _html,
}
"""What makes a block of each kind of node."""


def _inline(node: SyntaxTreeNode) -> tuple[Span, ...]:
    """The spans of a node whose only child holds inline tokens."""
    return _spans(_tokens(node))


def _spans(tokens: list[Token]) -> tuple[Span, ...]:
    spans: list[Span] = []
    styles: list[str] = []
    links: list[str] = []
    for token in tokens:
        _add(token, spans, styles, links)
    return _joined(spans)


def _tokens(node: SyntaxTreeNode) -> list[Token]:
    inline = node.children[0].token if node.children else None
    return (inline and inline.children) or []


def _add(token: Token, spans: list[Span], styles: list[str], links: list[str]) -> None:
    """Append what *token* shows to *spans*, and note the *styles* and *links* that it opens."""
    kind = token.type
    link = links[-1] if links else ""
    if kind in _SHOWN:
        more = _SHOWN[kind](token)
        spans.append(Span(more.text, (*styles, *more.styles), link))
    elif kind == "hardbreak":
        spans.append(Span("\n"))
    elif kind == "link_open":
        links.append(link_target(str(token.attrs.get("href", ""))))
    elif kind == "link_close":
        links.pop()
    elif kind == "html_inline":
        _add_html(token.content, spans, styles)
    elif kind.endswith("_open") and kind[:-5] in _STYLES:
        styles.append(_STYLES[kind[:-5]])
    elif kind.endswith("_close") and kind[:-6] in _STYLES:
        styles.remove(_STYLES[kind[:-6]])


def _picture(token: Token) -> Span:
    text = "".join(child.content for child in token.children or ()) or "picture"
    return Span(f"[{text}]", ("image",))


_SHOWN: dict[str, Callable[[Token], Span]] = {
    "text": lambda token: Span(token.content),
    "text_special": lambda token: Span(token.content),
    "softbreak": lambda _: Span(" "),
    "code_inline": lambda token: Span(token.content, ("code",)),
    "image": _picture,
}
"""What tokens that show something show, by their kind."""


def _add_html(content: str, spans: list[Span], styles: list[str]) -> None:
    tag = _TAG.match(content)
    if tag is None or not tag[2]:
        return
    name = tag[2].lower()
    if name == "br":
        spans.append(Span("\n"))
    elif name in _HTML_STYLES:
        style = _HTML_STYLES[name]
        if not tag[1]:
            styles.append(style)
        elif style in styles:
            styles.remove(style)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """*spans* with neighbours that look alike made one."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last[1:] == span[1:] and "\n" not in (last.text, span.text):
            joined[-1] = last._replace(text=last.text + span.text)
        elif span.text:
            joined.append(span)
    return tuple(joined)
