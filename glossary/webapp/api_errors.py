"""What can be wrong with a request beyond its values: no version to write against, a kind of body that none takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from glossary.errors import GlossaryError, InputError


class PreconditionError(GlossaryError):
    """A write that does not say which version it was made against."""

    http_status = 428


class MediaError(InputError):
    """A body of a kind that the route does not take."""

    http_status = 415


_STATUSES = {"not-text": MediaError.http_status, "file-too-large": 413}


@contextmanager
def unprocessable() -> Iterator[None]:
    """What a use case refuses of a request that is well formed is told as such: 422, and 415 or 413 for a document.

    >>> try:
    ...     with unprocessable():
    ...         raise InputError("concept-nameless")
    ... except InputError as error:
    ...     print(error.http_status)
    422
    """
    try:
        yield
    except InputError as error:
        if error.http_status == InputError.http_status:
            error.http_status = _STATUSES.get(error.code, 422)
        raise
