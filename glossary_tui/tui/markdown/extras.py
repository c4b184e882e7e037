"""What authors write beyond CommonMark, told from what a parser of it makes of that."""

from __future__ import annotations

import re

from glossary_tui.tui.markdown.blocks import Item, Items, Paragraph, Rule
from glossary_tui.tui.markdown.marks import changed_spans
from glossary_tui.tui.markdown.rewrite import rewritten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.tui.markdown.blocks import Block, Span

_TASK = re.compile(r"\[([ xX])\] ")
_NOTE = re.compile(r"\[([^\[\]\s]{1,40})\] (?=\S)")
_CITED = re.compile(r"\[([^\[\]\s]{1,40})\]")


def task(item: Item) -> Item:
    """*item* with its box, `[ ]` or `[x]`, in the place of the bullet if it begins with one."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return item
    span = first.spans[0]
    match = _TASK.match(span.text)
    if not match or span.styles or span.link:
        return item
    rest = (span._replace(text=span.text[match.end() :]), *first.spans[1:])
    box = f"[{match[1].lower()}]"
    return Item(box, (Paragraph(tuple(each for each in rest if each.text)), *item.blocks[1:]))


def definitions(term: tuple[Span, ...], meanings: Iterable[tuple[Span, ...]]) -> Items:
    """A *term*, which may be empty, over its *meanings*, each of which begins with a colon."""
    told = [
        Item(" ", (Paragraph((first._replace(text=first.text[2:]), *rest)),))
        for first, *rest in meanings
    ]
    below: Block = Items(tuple(told), tight=True)
    strong = tuple(span._replace(styles=("strong", *span.styles)) for span in term)
    return Items((Item("", (Paragraph(strong), below) if term else (below,)),), tight=True)


def with_notes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """*blocks* with footnotes set apart: a rule over them, their numbers quiet wherever they stand.

    Footnotes are paragraphs at the end that begin with a name in brackets which is cited before.
    """
    first = len(blocks)
    while first > 1 and _note_name(blocks[first - 1]):
        first -= 1
    names = {_note_name(block) for block in blocks[first:]}
    cited: set[str] = set()

    def quieten(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        text = "".join(span.text for span in spans)
        found = [match for match in _CITED.finditer(text) if match[1] in names]
        cited.update(match[1] for match in found)
        return changed_spans(spans, [(*match.span(), _quiet) for match in found])

    if first == len(blocks):
        return blocks
    body = rewritten(blocks[:first], quieten)
    if not names <= cited:
        return blocks
    return (*body, Rule(), *rewritten(blocks[first:], quieten))


def _note_name(block: Block) -> str:
    """The name of the footnote that *block* is, or ''."""
    if not isinstance(block, Paragraph):
        return ""
    match = _NOTE.match("".join(span.text for span in block.spans[:2]))
    return match[1] if match else ""


def _quiet(span: Span) -> Span:
    plain = "code" not in span.styles and not span.link
    return span._replace(styles=(*span.styles, "marker")) if plain else span
