"""`NamedTuple` without the 8 ms that importing `typing` costs every command.

A type checker sees `typing.NamedTuple`; at run time a small metaclass makes the same thing from
`collections.namedtuple`, which `re` has imported already.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    class _RecordType(type):
        """Turns a class body of annotated fields into a named tuple with the body's methods."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(mcs, name, bases, body)
            fields = list(body.get("__annotations__", ()))
            defaults = [body.pop(field) for field in fields if field in body]
            shape = namedtuple(  # noqa: PYI024 # typing is what this spares
                name, fields, defaults=defaults, module=body["__module__"]
            )
            return type(name, (shape,), {**body, "__slots__": ()})

    class NamedTuple(metaclass=_RecordType):
        """The base of every record of the model."""


__all__ = ["NamedTuple"]
