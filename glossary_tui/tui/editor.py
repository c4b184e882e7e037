"""The person's own editor, in the terminal's stead."""

from __future__ import annotations

import os

from textual.app import SuspendNotSupported

from glossary_tui.errors import NoEditor
from glossary_tui.user import editor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import App


def edit(app: App[None], path: str, line: int = 0) -> str:
    """Suspend *app* and edit *path*, at *line* if it is not 0 and the editor can.

    What went wrong as a sentence, or '' if nothing did.
    """
    try:
        with app.suspend():
            editor.edit(os.environ, path, line)
    except NoEditor as error:
        return str(error)
    except SuspendNotSupported:
        return "The screen cannot be left for an editor here"
    return ""
