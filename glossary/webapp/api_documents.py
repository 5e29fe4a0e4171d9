"""Documents in the JSON interface: those that were read, and the names of each."""

from __future__ import annotations

from flask import Response, jsonify

from glossary.webapp import ask, tables
from glossary.webapp.api_blueprint import api
from glossary.webapp.api_rows import DocumentRow, NameRow, document_row, name_row


@api.get("/documents")
def documents() -> Response:
    """The documents read, the latest issue first."""
    return tables.answer("documents", DocumentRow, [document_row(one) for one in ask.desk().documents()])


@api.get("/documents/<id>")
def document(id: str) -> Response:
    """One document with its names."""
    view = ask.desk().document(id)
    return jsonify({**document_row(view.summary), "names": [name_row(one) for one in view.names]})


@api.get("/documents/<id>/names")
def names(id: str) -> Response:
    """The names of a document in both languages, in the order of their first mention."""
    return tables.answer("names", NameRow, [name_row(one) for one in ask.desk().document(id).names])
