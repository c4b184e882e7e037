"""The program's own two themes: one accent on quiet greys."""

from __future__ import annotations

from textual.color import Color, ColorParseError
from textual.theme import Theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

DARK = Theme(
    name="glossary-dark",
    dark=True,
    primary="#82b7e8",
    secondary="#9aa4b2",
    accent="#82b7e8",
    foreground="#d6dae0",
    background="#15181d",
    surface="#15181d",
    panel="#1d2128",
    success="#9ccf8e",
    warning="#e3c078",
    error="#ee8f8f",
    variables={
        "muted": "#959fac",
        "line": "#39414c",
        "selection": "#2b3745",
        "code": "#e0c295",
        "block": "#1d2128",
        "link": "#82b7e8",
    },
)

LIGHT = Theme(
    name="glossary-light",
    dark=False,
    primary="#1b5c9e",
    secondary="#566170",
    accent="#1b5c9e",
    foreground="#24292f",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#f0eee8",
    success="#2d6a2b",
    warning="#805600",
    error="#a82a2a",
    variables={
        "muted": "#5c6672",
        "line": "#c9c6bd",
        "selection": "#d9e4ef",
        "code": "#7d4708",
        "block": "#f0eee8",
        "link": "#1b5c9e",
    },
)

THEMES = (DARK, LIGHT)
"""Registered beside those that Textual brings."""

_STAND_INS = {
    "muted": "foreground",
    "line": "foreground",
    "selection": "panel",
    "code": "warning",
    "block": "panel",
    "link": "foreground",
}
"""The program's own variables, and whose value each takes under a theme that does not set it."""
_TEXTS = ("muted", "code", "accent", "success", "warning", "error")
"""The variables that colour words, so that they must be readable under any theme."""
_GROUNDS = ("background", "panel", "selection", "block")
"""The variables that words stand on."""
READABLE = 4.5
"""The contrast that WCAG 2 asks of text, level AA."""


def with_own_variables(variables: dict[str, str]) -> dict[str, str]:
    """A theme's *variables* with the program's own, and every colour of words readable.

    The program's own themes are so by themselves. Under another one a colour moves towards the
    foreground until it can be read on each of the grounds. Themes that take their colours from
    the terminal are left as they are: nobody knows what those look like.
    """
    if "muted" in variables:
        return variables
    found = dict(variables)
    for name, stand_in in _STAND_INS.items():
        found[name] = variables[stand_in]
    try:
        colours = {name: Color.parse(found[name]) for name in (*_TEXTS, *_GROUNDS, "foreground")}
    except ColorParseError:
        return found
    if any(colour.ansi is not None for colour in colours.values()):
        return found
    base, words = colours["background"], colours["foreground"]
    grounds = [base + colours[name] for name in _GROUNDS]
    found["line"] = base.blend(words, 0.25).hex
    colours["muted"] = base.blend(words, 0.6)  # as far back as words can stand
    for name in _TEXTS:
        found[name] = _readable(base + colours[name], grounds, words).hex
    return found


def _readable(colour: Color, grounds: Sequence[Color], towards: Color) -> Color:
    """*colour*, moved *towards* another one as far as it must be to be read on all *grounds*."""
    for tenths in range(11):
        moved = colour.blend(towards, tenths / 10)
        if all(contrast(moved, ground) >= READABLE for ground in grounds):
            return moved
    return towards


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
