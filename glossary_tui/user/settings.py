"""Every setting of the configuration file once, as data: where it stands and what it takes.

The tables `[headings]`, `[glossaries]` and `[keys]` hold names of the person's own; the rest is
listed here, and docs/configuration.md explains each.
"""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Check = Callable[[object], object]

HEADING_ROLES = ("summary", "eli5", "in-depth", "related", "references")
"""What `[headings]` may add headings to."""
CARD_KINDS = ("meaning", "name", "choice", "related")
"""What `[study] kinds` may hold."""
NARROWEST, WIDEST = 30, 200
"""The columns that a text may be wide."""


class WrongValue(ValueError):
    """A value of another kind than its setting takes; the message says what it takes."""


class Setting(NamedTuple):
    """A setting with a name of the program's."""

    table: str
    """The table that it stands in; empty for the top of the file."""
    key: str
    """Its name there."""
    check: Check
    """The value as the program uses it. Raises `WrongValue`."""


def text(value: object) -> str:
    """A text that says something. Raises `WrongValue`."""
    if isinstance(value, str) and value.strip():
        return value
    raise WrongValue('a text: "…"')


def texts(value: object) -> tuple[str, ...]:
    """A list of texts. Raises `WrongValue`."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise WrongValue('a list of texts: ["…", "…"]')


def truth(value: object) -> bool:
    """True or false. Raises `WrongValue`."""
    if isinstance(value, bool):
        return value
    raise WrongValue("true or false")


def whole(least: int, most: int) -> Check:
    """The check of a whole number within bounds."""

    def check(value: object) -> object:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise WrongValue(f"a whole number from {least:,} to {most:,}")

    return check


def share(least: float, most: float) -> Check:
    """The check of a number within bounds."""

    def check(value: object) -> object:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and least <= value <= most:  # type: ignore[operator] # it is a number
            return float(value)  # type: ignore[arg-type] # as above
        raise WrongValue(f"a number from {least} to {most}")

    return check


def card_kinds(value: object) -> tuple[str, ...]:
    """One or more kinds of cards, each once. Raises `WrongValue`."""
    kinds = tuple(dict.fromkeys(texts(value)))
    if kinds and set(kinds) <= set(CARD_KINDS):
        return kinds
    raise WrongValue(f"a list of some of {', '.join(CARD_KINDS)}")


SETTINGS = (
    Setting("", "glossary", text),
    Setting("reading", "width", whole(NARROWEST, WIDEST)),
    Setting("reading", "linear", truth),
    Setting("reading", "theme", text),
    Setting("mentions", "links", truth),
    Setting("mentions", "common-words", texts),
    Setting("mentions", "bundled-common-words", truth),
    Setting("study", "kinds", card_kinds),
    Setting("study", "new-per-day", whole(0, 9_999)),
    Setting("study", "reviews-per-day", whole(0, 9_999)),
    Setting("study", "retention", share(0.7, 0.99)),
    Setting("study", "day-starts-at", whole(0, 23)),
)
"""Every setting with a name of the program's."""

GLOSSARY_SETTINGS = (
    Setting("glossaries", "folders", texts),
    Setting("glossaries", "mentions", truth),
    Setting("glossaries", "common-words", texts),
)
"""What `[glossaries.NAME]` may hold."""

OWN_NAMES = ("headings", "glossaries", "keys")
"""The tables that hold names of the person's own."""
TABLES = tuple(dict.fromkeys((*(each.table for each in SETTINGS if each.table), *OWN_NAMES)))
"""Every table of the file."""
