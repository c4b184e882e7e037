"""What the program remembers from run to run. A lost or broken file costs comfort, never an error."""

from __future__ import annotations

import os

from glossary_tui.paths import state_folder, write_atomically

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "state.json"


def load_state() -> dict[str, str]:
    """What was remembered: names to texts. Empty where nothing was, or it cannot be read."""
    import json

    try:
        with open(os.path.join(state_folder(), _FILE), encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


def remember(changes: Mapping[str, str]) -> bool:
    """Add *changes* to what is remembered; whether that could be written."""
    import json

    merged = load_state() | dict(changes)
    try:
        write_atomically(os.path.join(state_folder(), _FILE), json.dumps(merged, indent=2) + "\n")
    except OSError:
        return False
    return True
