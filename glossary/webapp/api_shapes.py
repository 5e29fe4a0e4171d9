"""What a request says, taken out piece by piece; what does not fit is refused with the place where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import request
from werkzeug.exceptions import BadRequest

from glossary.errors import InputError
from glossary.webapp.api_errors import MediaError


def body() -> Shape:
    """The JSON object of a request.

    Raises MediaError("media-unfit") for another kind of body and InputError("json-invalid", "shape-unfit").
    """
    if request.mimetype != "application/json":
        raise MediaError("media-unfit", kind=request.mimetype or "-", allowed="application/json")
    try:
        found = request.get_json()
    except (BadRequest, UnicodeError, RecursionError) as error:
        raise InputError("json-invalid") from error
    return Shape(found)


class Shape:
    """An object of JSON; every field is asked for by its type, `done` refuses those that nobody asked for."""

    def __init__(self, value: object, place: str = "") -> None:
        if not isinstance(value, dict):
            raise InputError("shape-unfit", where=place or ".", wanted="object")
        self._left: dict[str, Any] = dict(value)
        self._place = place

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it must be there.

        >>> Shape({"text": "펑자오"}).text("text")
        '펑자오'
        >>> Shape({"text": 1}).text("text")
        Traceback (most recent call last):
        glossary.errors.InputError: shape-unfit: where=.text, wanted=string
        """
        found = self._left.pop(name, None)
        if found is None and default is not None:
            return default
        if not isinstance(found, str):
            raise InputError("shape-unfit", where=f"{self._place}.{name}", wanted="string")
        try:
            found.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputError("shape-unfit", where=f"{self._place}.{name}", wanted="Unicode") from error
        return found

    def maybe_text(self, name: str) -> str | None:
        """A text, or None where there is none."""
        return self.text(name) if self._left.get(name) is not None else self._left.pop(name, None)

    def choice(self, name: str, allowed: Sequence[str]) -> Any:
        """One of these words, or None where there is none."""
        found = self.maybe_text(name)
        if found is not None and found not in allowed:
            raise InputError("shape-unfit", where=f"{self._place}.{name}", wanted=" | ".join(allowed))
        return found

    def flag(self, name: str) -> bool | None:
        """True or false, or None where neither is said."""
        found = self._left.pop(name, None)
        if found is not None and not isinstance(found, bool):
            raise InputError("shape-unfit", where=f"{self._place}.{name}", wanted="boolean")
        return found

    def shapes(self, name: str, short: str) -> list[Shape]:
        """A list of objects; a text in it is short for an object that has it under that name.

        >>> [one.text("text") for one in Shape({"terms": ["彭昭", {"text": "펑자오"}]}).shapes("terms", "text")]
        ['彭昭', '펑자오']
        """
        found = self._left.pop(name, None)
        if found is None:
            return []
        if not isinstance(found, list):
            raise InputError("shape-unfit", where=f"{self._place}.{name}", wanted="array")
        return [
            Shape({short: one} if isinstance(one, str) else one, f"{self._place}.{name}[{at}]")
            for at, one in enumerate(found)
        ]

    def done(self) -> None:
        """Raise InputError("field-unknown") for a field that nothing was asked of: a slip of the pen is told."""
        for name in self._left:
            raise InputError("field-unknown", where=f"{self._place}.{name[:40]}")


def choice(name: str, allowed: Sequence[str]) -> Any:
    """One of these words in the address, or None; raises InputError("choice-invalid")."""
    found = request.args.get(name) or None
    if found is not None and found not in allowed:
        raise InputError("choice-invalid", field=name, allowed=", ".join(allowed))
    return found


def number(name: str, default: int, least: int, most: int) -> int:
    """A number in the address; raises InputError("number-invalid")."""
    found = request.args.get(name)
    if found is None:
        return default
    if not (found.isascii() and found.isdigit() and len(found) < 10 and least <= int(found) <= most):
        raise InputError("number-invalid", field=name, least=least, most=most)
    return int(found)
