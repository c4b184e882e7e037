"""Files become entries; bad content becomes a diagnostic, never an exception."""

from glossary_tui.reader.directory import ReadResult, read_entries

__all__ = ["ReadResult", "read_entries"]
