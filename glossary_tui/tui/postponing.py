"""Textual imported without what the program makes no use of: that comes when it is first used.

Textual imports its command palette, with five widgets that nothing else needs, and a dozen modules
of Python's that a few of its functions call. Together they are an eighth of a start.
"""

from __future__ import annotations

import sys
from abc import ABC, ABCMeta
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

WHOLE = frozenset(("asyncio.sslproto", "ipaddress", "locale", "mimetypes", "textwrap", "tokenize"))
"""Modules that are imported as a whole: their attributes are looked up when they are called for."""
BY_NAME = frozenset(
    (
        "difflib",
        "pickle",
        "platformdirs",
        "rich.panel",
        "rich.table",
        "rich.tree",
        "textual.command",
        "urllib.parse",
        "uuid",
    )
)
"""Modules that functions and classes are imported from, none of which is used at once."""
_wanted: set[str] = set()
"""Those that somebody has made use of."""
_stand_ins: dict[str, list[type]] = {}
"""By module, what stands for its classes and functions."""


@contextmanager
def postponed_imports() -> Iterator[None]:
    """Put off the modules named above while this lasts. Whoever imports them afterwards gets them.

    asyncio is imported first, as if there were no ssl, which it then does without: the program
    speaks to no one.
    """
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        if not {"asyncio", "ssl"} & sys.modules.keys():
            sys.modules["ssl"] = None  # type: ignore[assignment] # how Python notes what is not there
            try:
                import_module("asyncio")
            finally:
                del sys.modules["ssl"]
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in WHOLE | BY_NAME:
            if isinstance(sys.modules.get(name), _Postponed):
                _forget(name)


class _Finder:
    """Finds the stand-ins."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """What importing *name* leads to; None for what is to be imported as ever."""
        is_put_off = (name in WHOLE or name in BY_NAME) and name not in _wanted
        return ModuleSpec(name, _Loader()) if is_put_off else None  # type: ignore[arg-type] # Loader itself takes milliseconds to import


class _Loader:
    """Makes a stand-in of a module."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return (_Whole if spec.name in WHOLE else _ByName)(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: that is the point."""


class _Postponed(ModuleType):
    """Stands for a module that has not been imported yet."""


class _Whole(_Postponed):
    """A module whose attributes are those of the true one, which is imported for the first."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked for while it is being imported
            raise AttributeError(name)
        return getattr(_true_module(self.__name__), name)


class _ByName(_Postponed):
    """A module whose classes and functions are stand-ins."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        stand_in = _StandIn(name, (ABC,), {"stands_in": True, "__module__": self.__name__})
        _stand_ins.setdefault(self.__name__, []).append(stand_in)
        setattr(self, name, stand_in)
        return stand_in


class _StandIn(ABCMeta):
    """Stands for a class or a function: called, asked or tested against, it is the true one.

    A class that is derived from it gets the true one for its base when the module comes.
    """

    def __call__(cls, *arguments: Any, **options: Any) -> Any:
        if "stands_in" in vars(cls):
            return _true(cls)(*arguments, **options)
        for base in cls.__bases__:
            if "stands_in" in vars(base):
                _true(base)
        return super().__call__(*arguments, **options)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__") or "stands_in" not in vars(cls):
            raise AttributeError(name)
        return getattr(_true(cls), name)

    def __instancecheck__(cls, instance: Any) -> bool:
        if "stands_in" in vars(cls):
            return isinstance(instance, _true(cls))
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass: type) -> bool:
        if "stands_in" in vars(cls):
            return issubclass(subclass, _true(cls))
        return super().__subclasscheck__(subclass)


def _true(stand_in: type) -> Any:
    """What *stand_in* stands for."""
    return getattr(_true_module(stand_in.__module__), stand_in.__name__)


def _true_module(name: str) -> ModuleType:
    """The module *name*, imported if it has not been yet; true bases for what is derived from it."""
    if name in _wanted:
        return import_module(name)
    _wanted.add(name)
    if isinstance(sys.modules.get(name), _Postponed):
        _forget(name)
    module = import_module(name)
    for stand_in in _stand_ins.pop(name, ()):
        derived: type
        for derived in stand_in.__subclasses__():
            bases = derived.__bases__
            true = getattr(module, stand_in.__name__)
            derived.__bases__ = tuple(true if base is stand_in else base for base in bases)
    return module


def _forget(name: str) -> None:
    """Let the next import of *name* find the true module."""
    del sys.modules[name]
    package, _, child = name.rpartition(".")
    if package in sys.modules:
        vars(sys.modules[package]).pop(child, None)
