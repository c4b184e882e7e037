"""Markdown on a screen: text → blocks → lines of styled pieces, with no widget in sight."""

from glossary_tui.tui.markdown.blocks import Block, Span
from glossary_tui.tui.markdown.layout import Layout, LinkPlace, lay_out
from glossary_tui.tui.markdown.parse import parse
from glossary_tui.tui.markdown.wrap import Piece

__all__ = ["Block", "Layout", "LinkPlace", "Piece", "Span", "lay_out", "parse"]
