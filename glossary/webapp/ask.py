"""What a request asks: its arguments, checked, as values that the use cases take."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from flask import current_app, request

from glossary.errors import InputError
from glossary.model import TYPES, EntityType
from glossary.service.context import Context
from glossary.service.transliterate import has_hanzi
from glossary.webapp import access
from glossary.webapp.desk import Desk

MAX_LIMIT = 100


def desk() -> Desk:
    """The use cases of the running application."""
    return cast(Desk, current_app.extensions["glossary"])


def context() -> Context:
    """What the use cases stand on, with the person of this request as the one who acts."""
    found = current_app.extensions["glossary.context"]
    assert isinstance(found, Context)
    return replace(found, actor=access.person().name)


def largest_document() -> int:
    """The bytes that the largest document may have, by the policy."""
    found = current_app.extensions["glossary.context"]
    return found.policy.documents.largest if isinstance(found, Context) else 0


def query() -> str:
    """The text in the search box; raises InputError("query-too-long") beyond the policy's bound."""
    text = request.args.get("q", "").replace("\0", "").strip()
    return _bounded(text)


def limit() -> int:
    """How many results are wanted; raises InputError("limit-invalid")."""
    value = request.args.get("limit")
    if value is None:
        return desk().limit
    if not (value.isascii() and value.isdigit() and len(value) < 9 and 1 <= int(value) <= MAX_LIMIT):
        raise InputError("limit-invalid", limit=MAX_LIMIT)
    return int(value)


def number(field: str) -> int:
    """A number out of a form; raises InputError("field-unfit")."""
    value = request.form.get(field, "")
    if not (value.isascii() and value.isdigit() and len(value) < 18):
        raise InputError("field-unfit", field=field)
    return int(value)


def hanzi() -> str:
    """The hanzi to read; raises InputError("zh-missing") without any."""
    text = request.args.get("zh", "").replace("\0", "").strip()
    if not has_hanzi(text):
        raise InputError("zh-missing")
    return _bounded(text)


def entity_type() -> EntityType | None:
    """What the name to be read names, where the caller knows it; raises InputError("type-invalid")."""
    value = request.args.get("type")
    if not value:
        return None
    if value not in TYPES:
        raise InputError("type-invalid", allowed=", ".join(TYPES))
    return value


def _bounded(text: str) -> str:
    if len(text) > desk().max_query:
        raise InputError("query-too-long", length=len(text), limit=desk().max_query)
    return text
