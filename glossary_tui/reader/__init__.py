"""Files become entries; bad content becomes a diagnostic, never an exception."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.reader.directory import ReadResult, read_entries

__all__ = ["ReadResult", "read_entries"]


def __getattr__(name: str) -> object:
    """What reads folders, imported when it is asked for: most starts find all they need kept."""
    if name not in __all__:
        raise AttributeError(name)
    from glossary_tui.reader import directory

    return getattr(directory, name)
