"""Widgets whose parts are styled when they are drawn, not before."""

from __future__ import annotations

from textual.dom import DOMNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.css.styles import RenderStyles
    from textual.widget import Widget

    _Base = Widget
else:
    _Base = object


class StyledOnDemand(_Base):
    """A widget whose component classes cost nothing until it draws with them.

    Textual styles all of them whenever it styles the widget; of a text's twenty-two, a view has
    three. Stands before Textual's own among a widget's bases.
    """

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override] # of this widget, not of its class
        """Those that have been drawn with: they follow when the widget is styled anew."""
        return frozenset(self._component_styles)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of those component classes together, worked out on first use."""
        for name in names:
            if name not in self._component_styles and name in super()._get_component_classes():
                part = DOMNode(classes=name)
                part._attach(self)  # noqa: SLF001 # as Textual's style sheet does
                self.app.stylesheet.apply(part)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)
