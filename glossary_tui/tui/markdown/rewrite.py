"""Blocks → the same blocks with other letters, links or marks in them."""

from __future__ import annotations

from glossary_tui.tui.markdown.blocks import Code, Heading, Items, Paragraph, Quote, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary_tui.tui.markdown.blocks import Block, Span

    Spans = tuple[Span, ...]


def rewritten(
    blocks: Iterable[Block],
    change: Callable[[Spans], Spans],
    change_code: Callable[[Code], Code] | None = None,
    *,
    headings: bool = True,
) -> tuple[Block, ...]:
    """*blocks* with every run of spans, in reading order, replaced by what *change* makes of it.

    Code is left alone without *change_code*, and headings (a table's too) without *headings*.
    """

    def each(block: Block) -> Block:
        if isinstance(block, Paragraph):
            return Paragraph(change(block.spans))
        if isinstance(block, Heading):
            return block._replace(spans=change(block.spans)) if headings else block
        if isinstance(block, Code):
            return change_code(block) if change_code else block
        if isinstance(block, Quote):
            return Quote(tuple(map(each, block.blocks)))
        if isinstance(block, Items):
            items = (item._replace(blocks=tuple(map(each, item.blocks))) for item in block.items)
            return block._replace(items=tuple(items))
        if isinstance(block, Table):
            head = tuple(map(change, block.head)) if headings else block.head
            return block._replace(head=head, rows=tuple(tuple(map(change, r)) for r in block.rows))
        return block

    return tuple(map(each, blocks))


def runs_of(blocks: Iterable[Block]) -> tuple[Spans, ...]:
    """Every run of spans in *blocks*, in reading order."""
    found: list[Spans] = []

    def note(spans: Spans) -> Spans:
        found.append(spans)
        return spans

    rewritten(blocks, note)
    return tuple(found)
