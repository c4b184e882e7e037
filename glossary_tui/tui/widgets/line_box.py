"""A box on a line of its own."""

from __future__ import annotations

from textual.widgets import Input

from glossary_tui.tui.widgets.lines import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from textual.geometry import Region


class LineBox(Lines, Input):
    """An input that is as large whatever stands in it, so that a letter lays nothing out anew."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,  # noqa: ARG002 # Textual's own boxes grow with what is typed
        recompose: bool = False,
    ) -> Self:
        """Draw the box anew."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)
