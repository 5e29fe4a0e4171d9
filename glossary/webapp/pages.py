"""The pages: search, one entry, the documents."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, render_template

from glossary.webapp import ask, guards, preferences
from glossary.webapp.access import open_to_all

pages = Blueprint("pages", __name__)
health = Blueprint("health", __name__)


@pages.get("/")
def search() -> str:
    """The search box with the results of ?q=, or with a hint of what it takes."""
    return render_template("search.html", **_found())


@pages.get("/results")
def results() -> str:
    """The part of the search page below the box, for results while typing."""
    return render_template("_results.html", **_found())


@pages.get("/concepts/<id>")
def concept(id: str) -> tuple[str, int]:
    """One entry with its evidence."""
    from glossary.webapp import entry

    return entry.page(id)


@pages.get("/documents")
def documents() -> str:
    """The documents read."""
    return render_template("documents.html", documents=ask.desk().documents())


@pages.get("/documents/<id>")
def document(id: str) -> str:
    """The names of one document in both languages, in order."""
    return render_template("document.html", view=ask.desk().document(id))


@pages.get("/documents/<id>/table")
def table(id: str) -> Response:
    """The sheet of a document's names in both languages, a page of its own to be printed or sent."""
    page = ask.desk().table(id, preferences.language())
    answer = Response(page, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = guards.with_style(page)
    return answer


@health.get("/healthz")
@open_to_all
def healthz() -> Response:
    """Whether the service can answer from its database."""
    ask.desk().check()
    return jsonify({"status": "ok"})


def _found() -> dict[str, Any]:
    query = ask.query()
    if not query:
        return {"query": "", "hits": [], "stats": ask.desk().stats()}
    hits = ask.desk().lookup(query, ask.limit())
    return {"query": query, "hits": hits, "stats": None if hits else ask.desk().stats()}
