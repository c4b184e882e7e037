"""What is exported, written to the file that the person names."""

from __future__ import annotations

from glossary_tui.cli.differences import shown_path
from glossary_tui.errors import ExportImpossible
from glossary_tui.paths import replace_file, usual_mode


def save(path: str, text: str, *, private: bool = False) -> None:
    """Write *text* to *path*, whole or not at all; a new file is for its owner alone if *private*.

    Raises `ExportImpossible`.
    """
    try:
        replace_file(path, text.encode(), mode=0o600 if private else usual_mode())
    except OSError as error:
        message = f"{shown_path(path)}: {error.strerror}; nothing was exported"
        raise ExportImpossible(message) from error
