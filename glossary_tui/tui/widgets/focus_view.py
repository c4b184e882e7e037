"""What the scrolling views that mark something while they have the focus share."""

from __future__ import annotations

from glossary_tui.tui.widgets.canvas import Canvas


class FocusView(Canvas, can_focus=True):
    """A view drawn by lines whose marked item looks marked only while the view has the focus."""

    def on_focus(self) -> None:
        """Draw the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw it no longer."""
        self.refresh()
