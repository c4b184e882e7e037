"""The card on the table, drawn as text."""

from __future__ import annotations

from glossary_tui.tui.widgets.text_view import TextView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


class CardText(TextView):
    """A text with styles for what was right and wrong in it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text--right", "text--slip", "text--wrong"}
    """What was answered rightly, nearly, and wrongly."""
