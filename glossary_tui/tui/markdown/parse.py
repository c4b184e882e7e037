"""Markdown → blocks: the commonest texts at once, all others by the library."""

from __future__ import annotations

from glossary_tui.tui.markdown.quick import quick_paragraphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.tui.markdown.blocks import Block


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of the Markdown *text* (CommonMark 0.31 with tables and strikethrough).

    Formulas are said in letters. Importing markdown-it takes 40 ms of a start, which paragraphs with
    plain marks do without.
    """
    if "$" in text or "\\" in text:
        from glossary_tui.text.maths import with_readable_maths

        text = with_readable_maths(text)
    paragraphs = quick_paragraphs(text)
    if paragraphs is not None:
        return paragraphs
    from glossary_tui.tui.markdown.library import with_markdown_it

    return with_markdown_it(text)
