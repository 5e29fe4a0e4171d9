"""The JSON interface, version 1: look-up and readings here, its other parts in files of their own."""

from __future__ import annotations

from flask import Response, jsonify

from glossary.service.wire import HitJson, lookup_json, reading_json
from glossary.webapp import api_concepts, api_documents, api_review, api_texts, ask, quick, tables
from glossary.webapp.api_blueprint import api

__all__ = ["api", "api_concepts", "api_documents", "api_review", "api_texts"]


@api.get("/lookup")
def lookup() -> Response:
    """The entries that answer ?q=, best first, at most ?limit= of them."""
    query, limit, form = ask.query(), ask.limit(), tables.form()
    finders = quick.finders()
    if query and form == "json" and finders is not None:
        return Response(finders.answer(query, limit), mimetype="application/json")
    told = lookup_json(query, ask.desk().lookup(query, limit) if query else [])
    return tables.csv("lookup", HitJson, told["results"]) if form == "csv" else jsonify(told)


@api.get("/transliterate")
def transliterate() -> Response:
    """How the hanzi in ?zh= sound."""
    zh = ask.hanzi()
    return jsonify(reading_json(ask.desk().transliterate(zh, ask.entity_type())))


@api.get("/openapi.json")
def openapi() -> Response:
    """This interface, described by OpenAPI 3.1."""
    from glossary.webapp.openapi import description

    return jsonify(description())
