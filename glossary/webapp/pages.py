"""The pages: search and one entry; the documents are in `documents`."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, render_template

from glossary.webapp import ask
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
