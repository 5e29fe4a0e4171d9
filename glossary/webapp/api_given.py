"""A text or a file as programs send it: JSON, a form with a file in it, or the file itself as the body."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import cast, get_args

from flask import request
from werkzeug.datastructures import FileStorage

from glossary.errors import InputError
from glossary.model import Severity
from glossary.webapp import ask
from glossary.webapp.api_errors import MediaError
from glossary.webapp.api_shapes import body, choice
from glossary.webapp.limits import bounded

LEVELS = get_args(Severity)
FORM = "multipart/form-data"
_NO_FILE = frozenset({"", "application/x-www-form-urlencoded"})


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be worked on; `typed` where it came as text and not as a file."""

    name: str
    data: bytes
    source: str | None = None
    min_level: Severity | None = None
    typed: bool = False


def given() -> Given:
    """What the request brings.

    Raises InputError("shape-unfit", "file-needed") and MediaError("media-unfit").
    """
    if request.mimetype == "application/json":
        return _of_json()
    if request.mimetype == FORM:
        return _of_form()
    if request.mimetype in _NO_FILE:
        raise MediaError("media-unfit", kind=request.mimetype or "-", allowed=f"application/json, {FORM}, text/plain …")
    data = request.get_data(cache=False)
    return Given(_plain(request.args.get("name")), data, None, choice("min_level", LEVELS))


def _of_json() -> Given:
    asked = body()
    text, source, level = asked.text("text"), asked.maybe_text("source"), asked.choice("min_level", LEVELS)
    name = _plain(asked.maybe_text("name"))
    asked.done()
    return Given(name, bounded(text).encode(), source and bounded(source), cast(Severity | None, level), typed=True)


def _of_form() -> Given:
    file, text = request.files.get("file"), request.form.get("text")
    level = request.form.get("min_level") or None
    if level is not None and level not in LEVELS:
        raise InputError("choice-invalid", field="min_level", allowed=", ".join(LEVELS))
    source = _source(request.files.get("source"), request.form.get("source"))
    if file is not None:
        return Given(_plain(file.filename), file.read(), source, cast(Severity | None, level))
    if text is None:
        raise InputError("file-needed")
    return Given("-", bounded(text).encode(errors="replace"), source, cast(Severity | None, level), typed=True)


def _source(file: FileStorage | None, text: str | None) -> str | None:
    """The Chinese text: as it is, or what the file holds."""
    if file is None:
        return bounded(text) if text else None
    context = ask.context()
    return context.stages.read(_plain(file.filename), file.read()).text


def _plain(name: str | None) -> str:
    """The name of a file without its folder; "-" for what has none.

    >>> _plain("C:\\\\issues\\\\260.docx"), _plain(None)
    ('260.docx', '-')
    """
    last = PurePath((name or "").replace("\\", "/")).name
    return "".join(char for char in last if char.isprintable())[:200] or "-"
