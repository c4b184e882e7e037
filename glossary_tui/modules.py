"""Modules found where they are instead of looked for: the program's own, and those it draws with.

Python asks each finder it has, looks at the folder, takes a path apart and puts it together several
times, and reads compiled code through three layers. For seventy small modules that is a tenth of what
it takes to print an entry.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from marshal import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

_PACKAGES = ("glossary_tui.", "textual.", "rich.")
"""How the names begin of those that are found so: hundreds, at each start."""
_CACHE = f"{os.sep}__pycache__{os.sep}"
_COMPILED = f".{sys.implementation.cache_tag}.pyc"
_BY_TIME = MAGIC_NUMBER + bytes(4)
"""How code of this Python begins that says of which time and which size its source is."""
_HEAD = 16
"""Bytes of all that."""
_MOST = 1 << 15
"""Bytes of code that are read here. To make room for as much as that costs nothing."""
_NUMBER = 0xFFFFFFFF
_CODE = type((lambda: None).__code__)
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def find_directly() -> None:
    """Find these modules so from now on; any other, and any that is odd, as ever.

    Whoever is asked before Python looks through the path still is.
    """
    finders = sys.meta_path
    if sys.pycache_prefix is None and not sys.flags.optimize and PathFinder in finders:
        finders.insert(finders.index(PathFinder), Finder)


class Finder:
    """Finds a module in the folder of its package."""

    @classmethod
    def find_spec(
        cls,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,  # noqa: ARG003 # as Python asks
        /,
    ) -> ModuleSpec | None:
        """Where a module is; None where it is not where it would be."""
        if not path or not fullname.startswith(_PACKAGES):
            return None
        folder, stem = path[0], fullname.rpartition(".")[2]
        is_package = False
        try:
            status = os.stat(source := f"{folder}{os.sep}{stem}.py")
        except OSError:
            is_package = True
            folder, stem = f"{folder}{os.sep}{stem}", "__init__"
            try:
                status = os.stat(source := f"{folder}{os.sep}{stem}.py")
            except OSError:
                return None
        compiled = f"{folder}{_CACHE}{stem}{_COMPILED}"
        loader = _Loader(fullname, source, compiled, status)
        spec = ModuleSpec(fullname, loader, origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, compiled
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec


class _Loader(SourceFileLoader):
    """Loads a module from its *compiled* code, as long as the source still has that *status*."""

    def __init__(self, name: str, path: str, compiled: str, status: os.stat_result) -> None:
        super().__init__(name, path)
        self._compiled = compiled
        self._status = status

    def get_code(self, fullname: str) -> CodeType | None:
        """The code that Python has kept of the source; where there is none of it, as ever."""
        try:
            data = _read(self._compiled)
            if len(data) < _MOST and data[:_HEAD] == _head(self._status):
                code = loads(memoryview(data)[_HEAD:])  # noqa: S302 # as Python does
                if isinstance(code, _CODE):
                    return code
        except (OSError, EOFError, ValueError, TypeError):
            pass
        return super().get_code(fullname)


def _head(status: os.stat_result) -> bytes:
    """What compiled code begins with whose source has that *status*."""
    when, size = int(status.st_mtime) & _NUMBER, status.st_size & _NUMBER
    return _BY_TIME + when.to_bytes(4, "little") + size.to_bytes(4, "little")


def _read(path: str) -> bytes:
    """The first bytes of the file at *path*. Raises OSError."""
    file = os.open(path, _FLAGS)
    try:
        return os.read(file, _MOST)
    finally:
        os.close(file)
