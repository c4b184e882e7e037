"""What the program remembers of its looks from run to run: a theme, a width.

A lost or broken file costs comfort, never an error.
"""

from __future__ import annotations

from glossary_tui.user.state_file import change_state, read_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def load_state() -> dict[str, str]:
    """What was remembered: names to texts. Empty where nothing was, or it cannot be read."""
    return settings_in(read_state())


def settings_in(state: Mapping[str, Any]) -> dict[str, str]:
    """The settings of *state*, the file's contents."""
    found = state.get("settings")
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


def remember(changes: Mapping[str, str]) -> bool:
    """Add *changes* to what is remembered; whether that could be written."""

    def change(state: dict[str, Any]) -> None:
        state["settings"] = settings_in(state) | dict(changes)

    return change_state(change)
