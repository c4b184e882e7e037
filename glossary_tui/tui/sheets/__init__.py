"""Style sheets that are parsed once, not at every start."""

from glossary_tui.tui.sheets.kept import KeptSheet

__all__ = ["KeptSheet"]
