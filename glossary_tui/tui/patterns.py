"""Regular expressions compiled once, not at every start.

Textual, rich and Python's modules below them compile some seventy while they are imported, which is
a fifteenth of a start. What Python makes of a pattern is a list of numbers, the same every time.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from marshal import dumps

from glossary_tui.paths import cache_folder
from glossary_tui.workspace.cache.container import Container, Damaged, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FORMAT = 1
"""Changed with what is written."""
_DEBUG = 128
"""The flag of a pattern that is to be explained while it is compiled."""
_PART = "patterns"


@contextmanager
def kept_patterns() -> Iterator[None]:
    """While this lasts, compile no pattern that an earlier start has compiled.

    What had to be compiled is written down at the end. Where Python's compiler is not built as it is
    known to be, everything is as ever.
    """
    try:
        from re import _compiler as compiler  # type: ignore[attr-defined] # Python's own part of it

        keeper = _Keeper(compiler)
    except (ImportError, AttributeError):
        yield
        return
    compiler.compile, compiler._sre = keeper.compile, keeper  # noqa: SLF001 # there is no public way
    try:
        yield
    finally:
        compiler.compile, compiler._sre = keeper.compiled, keeper.engine  # noqa: SLF001 # as above
    keeper.keep()


class _Keeper:
    """Stands before Python's compiler of patterns, and between it and the engine that runs them."""

    def __init__(self, compiler: Any) -> None:
        self.compiled = compiler.compile
        """Python's own way from a pattern to what the engine runs."""
        self.engine = compiler._sre  # noqa: SLF001 # as above
        """What runs patterns."""
        self._key = repr((_FORMAT, sys.version, sys.byteorder, self.engine.MAGIC))
        self._known: dict[tuple[str, int], tuple[Any, ...]] = {}
        self._used: dict[tuple[str, int], tuple[Any, ...]] = {}
        self._noted: tuple[Any, ...] = ()
        container = Container.open(_file(), self._key)
        if container is not None:
            try:
                self._known = container.loaded(_PART)
            except (Damaged, LookupError, ValueError, TypeError):
                self._known = {}

    def __getattr__(self, name: str) -> Any:
        """Whatever else Python's compiler asks of the engine."""
        return getattr(self.engine, name)

    def compile(self, pattern: Any, flags: int = 0, *parts: Any) -> Any:
        """What the engine runs of a *pattern*, for `re`; or, with *parts*, for Python's compiler."""
        if parts:
            code, *groups = parts
            self._noted = (int(flags), [*map(int, code)], *groups)
            return self.engine.compile(pattern, flags, *parts)
        if type(pattern) is not str or flags & _DEBUG:
            return self.compiled(pattern, flags)
        key = (pattern, flags)
        known = self._known.get(key)
        if known is not None:
            self._used[key] = known
            return self.engine.compile(pattern, *known)
        made = self.compiled(pattern, flags)
        self._used[key] = self._noted
        return made

    def keep(self) -> None:
        """Write down what was used, if any of it is new; the rest is of other versions."""
        if not self._used.keys() <= self._known.keys():
            write(_file(), self._key, {_PART: dumps(self._used)})


def _file() -> str:
    return os.path.join(cache_folder(), "interface", "patterns")
