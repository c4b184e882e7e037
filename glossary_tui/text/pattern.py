"""Regular expressions that are compiled when they are first used.

Compiling all that the reader may need takes 10 ms, and importing `re` 4; a printed entry needs few
of them, and often none.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern
    from typing import Any

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """A pattern that becomes one on its first use; from then on it is as quick as any."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        import re

        compiled = re.compile(self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str, flags: str = "") -> Pattern[str]:
    """The regular expression *source*; *flags* are the letters that could stand in its `(?…)`."""
    made: Any = _Lazy(f"(?{flags}){source}" if flags else source)
    lazy: Pattern[str] = made
    return lazy
