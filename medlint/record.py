"""Named tuples that are cheap to declare.

A run declares more than a hundred kinds of them, and `typing.NamedTuple` compiles code for each, which a short check
feels. A `Record` is declared and used in the same way and is a tuple too; making one costs a little more, so what is
made by the thousand (spans, tokens) stays a `NamedTuple`. The module that declares one has annotations from the future.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["Record"]

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    from operator import itemgetter

    class _Declared(type):
        """Makes a class of its annotated fields and their defaults."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            fields = tuple(namespace.get("__annotations__", ()))
            namespace["_fields"] = namespace["__match_args__"] = fields
            namespace["_field_defaults"] = {field: namespace[field] for field in fields if field in namespace}
            namespace.update({field: property(itemgetter(i)) for i, field in enumerate(fields)}, __slots__=())
            return super().__new__(cls, name, bases, namespace)

    class Record(tuple, metaclass=_Declared):
        """A tuple with named fields, as `typing.NamedTuple` declares them."""

        def __new__(cls, *given: Any, **named: Any) -> Record:
            """Make one of the values of its fields, in their order or by name."""
            if named or len(given) != len(cls._fields):
                given = _completed(cls, given, named)
            return tuple.__new__(cls, given)

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named: Any) -> Record:
            return type(self)(**{**self._asdict(), **named})

    def _completed(made: type[Record], given: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
        """Give a value for each field; what is given twice, not known or missing is a TypeError."""
        fields = made._fields
        values = {**made._field_defaults, **dict(zip(fields, given, strict=False)), **named}
        wrong = [name for name in named if name not in fields or name in fields[: len(given)]]
        wrong += [name for name in fields if name not in values]
        if wrong or len(given) > len(fields):
            raise TypeError(f"{made.__name__} has the fields {', '.join(fields)}; look at {', '.join(wrong) or given}")
        return [values[name] for name in fields]
