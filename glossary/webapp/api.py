"""The JSON interface, version 1."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from glossary.service.wire import lookup_json, reading_json
from glossary.webapp import ask
from glossary.webapp.wire import concept_json

api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.get("/lookup")
def lookup() -> Response:
    """The entries that answer ?q=, best first, at most ?limit= of them."""
    query = ask.query()
    limit = ask.limit()
    return jsonify(lookup_json(query, ask.desk().lookup(query, limit) if query else []))


@api.get("/transliterate")
def transliterate() -> Response:
    """How the hanzi in ?zh= sound."""
    zh = ask.hanzi()
    return jsonify(reading_json(ask.desk().transliterate(zh, ask.entity_type())))


@api.get("/concepts/<id>")
def concept(id: str) -> Response:
    """One entry."""
    return jsonify(concept_json(ask.desk().concept(id)))
