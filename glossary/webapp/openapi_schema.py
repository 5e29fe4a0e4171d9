"""JSON Schema of the shapes that the program writes, made from their TypedDicts: one truth for both."""

from __future__ import annotations

import types
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

Schema = dict[str, Any]
_PLAIN: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


class Schemas:
    """The schemas of all shapes asked for, those within them included, by name."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}

    def of(self, shape: Any) -> Schema:
        """The schema of a type; a TypedDict becomes a reference to one under its name.

        >>> Schemas().of(list[str | None])
        {'type': 'array', 'items': {'type': ['string', 'null']}}
        """
        if is_typeddict(shape):
            return self._reference(shape)
        origin, inner = get_origin(shape), get_args(shape)
        if origin is list:
            return {"type": "array", "items": self.of(inner[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        if origin is Literal:
            return {"enum": list(inner)}
        if origin is NotRequired:
            return self.of(inner[0])
        if origin in (Union, types.UnionType):
            return self._either(inner)
        return {"type": _PLAIN[shape]} if shape in _PLAIN else {}

    def _either(self, kinds: tuple[Any, ...]) -> Schema:
        if all(kind in _PLAIN for kind in kinds):
            return {"type": [_PLAIN[kind] for kind in kinds]}
        return {"anyOf": [self.of(kind) for kind in kinds]}

    def _reference(self, shape: Any) -> Schema:
        name = shape.__name__
        if name not in self.named:
            self.named[name] = {}
            fields = get_type_hints(shape, include_extras=True)
            self.named[name] = {
                "type": "object",
                "description": (shape.__doc__ or "").strip(),
                "properties": {field: self.of(kind) for field, kind in fields.items()},
                "required": [field for field, kind in fields.items() if get_origin(kind) is not NotRequired],
                "additionalProperties": False,
            }
        return {"$ref": f"#/components/schemas/{name}"}
