"""Templates and static files out of the package `glossary.assets`, from a wheel, a folder or an archive alike."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from importlib import resources

from flask import Blueprint, Response, abort, url_for
from jinja2 import FunctionLoader

from glossary.webapp.access import open_to_all

assets = Blueprint("assets", __name__)
FOREVER = "public, max-age=31536000, immutable"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """All static files and the digest that names this state of them in every address."""

    digest: str
    files: dict[str, bytes]


@cache
def shelf() -> Shelf:
    """The static files, read once; one digest for all, so that scripts may import each other by relative name."""
    folder = resources.files("glossary.assets").joinpath("static")
    files = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}
    state = hashlib.sha256()
    for name in sorted(files):
        state.update(name.encode() + b"\0" + files[name])
    return Shelf(state.hexdigest()[:12], files)


def template_loader() -> FunctionLoader:
    """A Jinja loader over the packaged templates."""
    return FunctionLoader(_template)


def static_url(name: str) -> str:
    """The address of a static file, with its content's digest in it."""
    return url_for("assets.static_file", digest=shelf().digest, name=name)


@assets.get("/static/<digest>/<name>")
@open_to_all
def static_file(digest: str, name: str) -> Response:
    """One static file; an address of an earlier state answers too, but is not kept."""
    found = shelf().files.get(name)
    if found is None:
        abort(404)
    response = Response(found, mimetype=_mimetype(name))
    response.cache_control.clear()
    response.headers["Cache-Control"] = FOREVER if digest == shelf().digest else "no-cache"
    return response


def _template(name: str) -> str | None:
    source = resources.files("glossary.assets").joinpath("templates", name)
    return source.read_text(encoding="utf-8") if source.is_file() else None


def _mimetype(name: str) -> str:
    suffix = "." + name.rpartition(".")[2]
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
