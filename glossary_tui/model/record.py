"""`NamedTuple` without the 8 ms that importing `typing` costs every command.

A type checker sees `typing.NamedTuple`; at run time a small metaclass makes the same of a tuple, in a
fifth of the time that `collections.namedtuple` takes, which compiles a function for each record.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    try:
        from _collections import _tuplegetter as _getter
    except ImportError:  # another Python
        from operator import itemgetter

        def _getter(index: int, doc: str) -> property:
            return property(itemgetter(index), doc=doc)

    _tuple_new = tuple.__new__
    _MISSING = object()

    def _maker(fields: tuple[str, ...], defaults: dict[str, object]) -> object:
        """What makes a record from its fields, by place or by name."""
        size = len(fields)
        tails = {
            given: tuple([defaults[field] for field in fields[given:]])
            for given in range(size - len(defaults), size + 1)
        }

        def __new__(cls: type, *values: object, **named: object) -> object:  # noqa: N807 # it is one
            if len(values) == size and not named:
                return _tuple_new(cls, values)
            if named:
                rest = [
                    named.pop(field) if field in named else defaults.get(field, _MISSING)
                    for field in fields[len(values) :]
                ]
                if named or any(value is _MISSING for value in rest):
                    raise TypeError(f"{cls.__name__} is made of {', '.join(fields)}")
                values += tuple(rest)
            tail = tails.get(len(values))
            if tail is None:
                raise TypeError(f"{cls.__name__} is made of {', '.join(fields)}")
            return _tuple_new(cls, values + tail)

        return __new__

    def _make(cls: type, values: object) -> object:
        return cls(*values)

    def _replace(self: tuple, /, **changes: object) -> tuple:
        values = [changes.pop(field, value) for field, value in zip(self._fields, self)]  # noqa: B905 # a record has its fields
        if changes:
            raise ValueError(f"{type(self).__name__} has no {', '.join(changes)}")
        return _tuple_new(type(self), values)

    def _asdict(self: tuple) -> dict[str, object]:
        return dict(zip(self._fields, self))  # noqa: B905 # as above

    def _repr(self: tuple) -> str:
        shown = ", ".join([f"{field}={value!r}" for field, value in self._asdict().items()])
        return f"{type(self).__name__}({shown})"

    def _arguments(self: tuple) -> tuple:
        return tuple(self)

    _SHARED = {
        "__slots__": (),
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": _repr,
        "__getnewargs__": _arguments,
    }

    class _RecordType(type):
        """Turns a class body of annotated fields into a named tuple with the body's methods."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(mcs, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            getters = {field: _getter(index, "") for index, field in enumerate(fields)}
            made = {
                "__new__": _maker(fields, defaults),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type(name, (tuple,), {**_SHARED, **made, **getters, **body})

    class NamedTuple(metaclass=_RecordType):
        """The base of every record of the model."""


__all__ = ["NamedTuple"]
