"""The back and forward history: a model with laws.

Going somewhere cuts off what lay forward. Back and then forward is the identity. The trail never
holds more than its limit; the oldest places are forgotten first.
"""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple


class LinkAt(NamedTuple):
    """A link of a text, in terms that hold when other links come or go."""

    target: str
    """Where it leads, as written."""
    turn: int = 0
    """How many links to the same target stand before it."""


class Spot(NamedTuple):
    """Where a reader was in a text, exactly, and at whatever width it is laid out next."""

    line: int = 0
    """The first line on the screen, counted from 0."""
    anchor: int = 0
    """Its anchor (`tui.markdown.anchor`): what counts if the lines are others now."""
    link: LinkAt | None = None
    """The focused link."""
    sees_link: bool = False
    """Whether it is on the screen."""


class Place(NamedTuple):
    """Where a reader was, exactly."""

    entry_id: str
    """The entry."""
    role: str = "summary"
    """The view's role."""
    title: str = ""
    """The view's title, which tells sections of one role apart."""
    spot: Spot = Spot()
    """Where in the view's text."""


class Trail:
    """Places in the order they were gone to, and which of them is the present one."""

    def __init__(self, limit: int = 500) -> None:
        if limit < 1:
            raise ValueError("a trail holds at least one place")
        self._limit = limit
        self._places: list[Place] = []
        self._at = -1

    def __len__(self) -> int:
        return len(self._places)

    @property
    def current(self) -> Place | None:
        """The present place; None before the first."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether a place lies behind the present one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a place lies ahead of the present one."""
        return self._at + 1 < len(self._places)

    def go(self, place: Place) -> None:
        """Make *place* the present one. What lay forward is cut off.

        Going to the entry one is at already updates the present place instead.
        """
        current = self.current
        if current is not None and current.entry_id == place.entry_id:
            self._places[self._at] = place
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[: -self._limit]
        self._at = len(self._places) - 1

    def update(self, place: Place) -> None:
        """Remember how the present place looks now. Does nothing before the first."""
        if self._places:
            self._places[self._at] = place

    def back(self) -> Place | None:
        """Step back; the place now present, or None at the beginning."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """Step forward; the place now present, or None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._places[self._at]
