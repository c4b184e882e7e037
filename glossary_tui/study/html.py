"""Markdown as HTML for Anki. The only importer of markdown-it outside the interface."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from markdown_it.token import Token

_OUTWARD = ("http://", "https://", "mailto:")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def html(markdown: str) -> str:
    """*markdown* as HTML in one line. HTML in it is text; links lead out or are plain words.

    A link to another entry would lead nowhere in a deck of cards.
    """
    parser = _parser()
    tokens = parser.parse(markdown)
    for token in tokens:
        if token.children:
            token.children = _without_inner_links(token.children)
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    lines = rendered.strip().split("\n")
    inside = False
    pieces = []
    for line in lines:
        inside = (inside or "<pre" in line) and "</pre>" not in line
        pieces.append(line + ("<br>" if inside else " "))
    return "".join(pieces).replace("\t", "    ").strip()


def _without_inner_links(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    outward: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            outward.append(str(token.attrs.get("href", "")).lower().startswith(_OUTWARD))
            if outward[-1]:
                kept.append(token)
        elif token.type == "link_close":
            if outward.pop():
                kept.append(token)
        elif token.type == "image":
            kept += token.children or []
        else:
            kept.append(token)
    return kept
