"""The short way of a plain look-up: GET /api/v1/lookup?q= without anything that a longer way would have to look at.

The application answers the same bytes, more slowly; whatever is not plain, or fails, goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha1
from typing import Any
from urllib.parse import parse_qsl

from flask import Flask, current_app

from glossary.service.context import Context
from glossary.webapp.desk import Desk
from glossary.webapp.finders import Finders
from glossary.webapp.guards import HEADERS
from glossary.webapp.reach import Reach, asked

PATH = "/api/v1/lookup"
Environ = dict[str, Any]
Start = Callable[..., Any]
_ELSEWHERE = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_AUTHORIZATION", "CONTENT_LENGTH")
_TABLES = ("text/csv", "text/*")
_MOST_FIELDS = 4


class Quick:
    """In front of the application."""

    def __init__(self, app: Flask, context: Context, desk: Desk, reach: Reach) -> None:
        self._next = app.wsgi_app
        self._doors = app.extensions["glossary.doors"]
        self._names = reach.names
        self._limit, self._longest = desk.limit, desk.max_query
        self.finders = Finders(context)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer a plain look-up here, anything else there."""
        question = self._question(environ)
        if question is None:
            return self._next(environ, start)
        try:
            if self._doors.locked():
                return self._next(environ, start)
            body = self.finders.answer(*question)
        except Exception:  # whatever it is, the application tells it as it has to be told
            return self._next(environ, start)
        start("200 OK", [*_FIXED, ("ETag", f'"{sha1(body).hexdigest()}"'), ("Content-Length", str(len(body)))])
        return [body]

    def _question(self, environ: Environ) -> tuple[str, int] | None:
        """Query and limit; None for what is not plain."""
        if environ["PATH_INFO"] != PATH or environ["REQUEST_METHOD"] != "GET":
            return None
        if any(environ.get(name) for name in _ELSEWHERE) or asked(environ.get("HTTP_HOST", "")) not in self._names:
            return None
        accepted = environ.get("HTTP_ACCEPT", "")
        if any(kind in accepted for kind in _TABLES):
            return None
        return question(environ.get("QUERY_STRING", ""), self._limit, self._longest)


def question(text: str, limit: int, longest: int) -> tuple[str, int] | None:
    """The query and the limit of an address that asks for nothing else and nothing wrong.

    >>> question("q=%ED%8E%91%EC%9E%90%EC%98%A4&limit=5", 20, 200), question("q=a&lang=en", 20, 200)
    (('펑자오', 5), None)
    """
    try:
        text = text.encode("latin-1").decode()  # as WSGI hands bytes over
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        return None
    given = dict(pairs)
    if len(given) != len(pairs) or not given.keys() <= {"q", "limit"}:
        return None
    query, wanted = given.get("q", "").replace("\0", "").strip(), given.get("limit", str(limit))
    if not 0 < len(query) <= longest or not (wanted.isascii() and wanted.isdigit() and len(wanted) < 4):
        return None
    return (query, int(wanted)) if 1 <= int(wanted) <= 100 else None


def finders() -> Finders | None:
    """Who makes the look-ups of the running application; nobody where it has no database."""
    quick = current_app.extensions.get("glossary.quick")
    return quick.finders if isinstance(quick, Quick) else None


def install(app: Flask, context: Context | None, desk: Desk, reach: Reach) -> None:
    """Put the short way before an application that has a database."""
    if context is not None:
        quick = Quick(app, context, desk, reach)
        app.extensions["glossary.quick"] = quick
        app.wsgi_app = quick  # type: ignore[assignment, method-assign]


_FIXED = [
    ("Content-Type", "application/json"),
    *HEADERS.items(),
    ("Cache-Control", "private, no-cache"),
    ("Vary", "Cookie"),
]
