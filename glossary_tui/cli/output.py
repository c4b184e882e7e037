"""Where printed text goes: a terminal, with its width, colours and pager, or a pipe without."""

from __future__ import annotations

import os
import sys

from glossary_tui.cli.streams import is_utf8, write
from glossary_tui.cli.style import Style
from glossary_tui.text.clean import clean_line, is_clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAST_COLUMNS = 20
_DIGITS = 4
"""Of a number of columns that is to be believed."""


class Output:
    """Standard output: data and nothing else."""

    def __init__(self, environment: Mapping[str, str], *, on_terminal: bool) -> None:
        self._environment = environment
        self.on_terminal = on_terminal
        """Whether it is a terminal."""
        self.style = Style(is_on=self._is_coloured("auto"))
        """How emphasis is written."""

    def colour(self, when: str) -> None:
        """Colour what follows: `always`, `never`, or `auto`, as terminal and environment say."""
        self.style = Style(is_on=self._is_coloured(when))

    @property
    def is_drawable(self) -> bool:
        """Whether the interface can be drawn there: a terminal that can move its cursor."""
        return self.on_terminal and self._environment.get("TERM") != "dumb"

    @property
    def columns(self) -> int:
        """How many columns a line may fill; 0 for a pipe, where lines are not wrapped."""
        if not self.on_terminal:
            return 0
        asked = self._environment.get("COLUMNS", "")
        if asked.isdecimal() and len(asked) <= _DIGITS and int(asked):
            return max(int(asked), _LEAST_COLUMNS)
        return max(self._size()[0] or 80, _LEAST_COLUMNS)

    def write(self, text: str) -> None:
        """Print *text* as it is. Raises `OutputFailed`."""
        write(text)

    def path(self, path: str) -> None:
        """Print *path*: clean for a person; into a pipe so that it can be opened, byte by byte."""
        if self.on_terminal:
            self.write(f"{clean_line(path)}\n")
            return
        try:
            path.encode(sys.stdout.encoding)
        except UnicodeEncodeError:
            write(flush=True)
            sys.stdout.buffer.write(os.fsencode(path) + b"\n")
        else:
            self.write(f"{path}\n")

    def page(self, text: str) -> None:
        """Print *text*; through the person's pager if it is more than the terminal shows at once."""
        rows = self._size()[1] if self.on_terminal else 0
        if rows and text.count("\n") >= rows:
            from glossary_tui.cli.pager import paged

            write(flush=True)
            if paged(text, self._environment):
                return
        self.write(text)

    def json(self, data: object) -> None:
        """Print *data* as JSON, letters beyond ASCII as they are where that is possible."""
        self.write(json_text(data, plain=not is_utf8(sys.stdout)))

    def _is_coloured(self, when: str) -> bool:
        if when != "auto":
            return when == "always"
        if self._environment.get("NO_COLOR"):
            return False
        if self._environment.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return self.is_drawable

    @staticmethod
    def _size() -> tuple[int, int]:
        try:
            return os.get_terminal_size(sys.stdout.fileno())
        except (OSError, ValueError):
            return (0, 0)


def json_text(data: object, *, plain: bool = False) -> str:
    """*data* as JSON, in ASCII if that is to be *plain* or holds what is no text."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=2)
    # A file's name may hold bytes that are no UTF-8, or what a terminal takes for a command.
    if plain or not is_clean(text):
        text = json.dumps(data, indent=2)
    return text + "\n"
