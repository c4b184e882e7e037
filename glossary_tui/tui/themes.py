"""The program's own two themes: one accent on quiet greys."""

from __future__ import annotations

from textual.theme import Theme

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
    },
)

THEMES = (DARK, LIGHT)
"""Registered beside those that Textual brings."""

FALLBACKS = {
    "muted": "text-muted",
    "line": "panel-lighten-2",
    "selection": "panel",
    "code": "text-warning",
    "block": "panel",
}
"""The program's own variables, and whose value each takes under a theme that does not set it."""
