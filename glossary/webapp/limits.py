"""How much a request may bring: little, except where a route says that it takes a text or files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from flask import Flask, current_app, request
from werkzeug.exceptions import BadRequest

from glossary.errors import InputError
from glossary.webapp import ask

Kind = Literal["text", "file", "files"]
View = TypeVar("View", bound=Callable[..., Any])

FORM = 64 * 1024  # bytes: fields of a form, a decision, an edit
TEXT = 2_000_000  # bytes of text in UTF-8: thirty issues of a newsletter
WRITTEN = 3 * TEXT + FORM  # a form writes a Hangul syllable of three bytes in nine, JSON in six at most
FILES = 4  # times the largest document: many files at once
FIELDS = 200  # parts of a form: each is a field or a file
MOST_PARTS = 2_000


def takes(kind: Kind) -> Callable[[View], View]:
    """Mark a view that takes a pasted text, or that or a document's file, or many files, with its request."""

    def mark(view: View) -> View:
        view.takes = kind  # type: ignore[attr-defined]
        return view

    return mark


def install(app: Flask) -> None:
    """Bound every request before its body is looked at."""
    app.config.update(MAX_CONTENT_LENGTH=FORM, MAX_FORM_MEMORY_SIZE=FORM, MAX_FORM_PARTS=FIELDS)
    app.before_request(_bound)


def largest(document: int) -> int:
    """The largest body of any route, where a document may have so many bytes."""
    return FILES * document + WRITTEN


def check_parts() -> None:
    """Raise BadRequest for a form that has a part without a name, which no browser sends and no view expects."""
    if request.mimetype == "multipart/form-data" and (None in request.form or None in request.files):
        raise BadRequest


def bounded(text: str) -> str:
    """A pasted text as it is; raises InputError("text-too-long") beyond what is taken.

    >>> bounded("허사이커지")
    '허사이커지'
    >>> bounded("한" * TEXT)
    Traceback (most recent call last):
    glossary.errors.InputError: text-too-long: size=6000000, limit=2000000
    """
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > TEXT:
        raise InputError("text-too-long", size=size, limit=TEXT)
    return text


def _bound() -> None:
    """A file comes in parts; anything else is held in memory whole and is bounded as a text."""
    view = current_app.view_functions.get(request.endpoint or "")
    kind: Kind | None = getattr(view, "takes", None)
    if kind is None:
        return
    request.max_form_memory_size = WRITTEN
    request.max_content_length = WRITTEN
    if kind == "text":
        return
    if request.mimetype == "multipart/form-data":
        request.max_form_parts = MOST_PARTS if kind == "files" else FIELDS
        request.max_content_length = WRITTEN + ask.largest_document() * (FILES if kind == "files" else 1)
    elif request.mimetype not in ("application/x-www-form-urlencoded", "application/json"):
        request.max_content_length = ask.largest_document()
