"""What a file's author should know about it."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Severity = Literal["error", "warning", "info"]


class Diagnostic(NamedTuple):
    """One remark about one file. Never an exception: the other entries are shown all the same."""

    code: str
    """A stable identifier, `G` and three digits."""
    severity: Severity
    """error: something is not shown; warning: something is guessed; info: something is left out."""
    path: str
    """The file, as the reader reached it."""
    line: int
    """The line, counted from 1; 0 where the remark is about the file as a whole."""
    message: str
    """One sentence for people."""

    def __str__(self) -> str:
        return f"{self.path}:{max(self.line, 1)}: {self.code} {self.message}"
