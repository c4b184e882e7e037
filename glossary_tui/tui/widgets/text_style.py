"""The styles of a text's pieces, from a widget's component classes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget

    from glossary_tui.tui.markdown import Piece

_STYLES = (
    "heading", "subheading", "strong", "emphasis", "strike", "code", "block", "image", "marker",
    "quote-bar", "rule", "note", "code-comment", "code-keyword", "code-string", "code-number",
    "code-name", "link", "mention", "link-focused", "match", "match-current",
)  # fmt: skip
COMPONENTS = frozenset(f"text--{style}" for style in _STYLES)
"""A component class for each style that a piece of text may have."""


class TextStyle:
    """What pieces look like on a widget that has `COMPONENTS` among its component classes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}

    def forget(self) -> None:
        """Forget the colours of another theme."""
        self._known = {}

    def of(self, piece: Piece, *, focused: bool = False, current: bool = False) -> Style:
        """The style of *piece*, in a *focused* link or in the *current* match if it says so."""
        names = piece.styles
        if piece.link >= 0 and (focused or "mention" not in names):
            names = (*names, "link-focused" if focused else "link")
        if piece.mark >= 0:
            names = (*names, "match-current" if current else "match")
        style = self._known.get(names)
        if style is None:
            style = self._widget.rich_style
            for name in names:
                style += self._widget.get_component_rich_style(f"text--{name}", partial=True)
            self._known[names] = style
        return style
