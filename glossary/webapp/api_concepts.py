"""Concepts in the JSON interface: lists, one, its history, a new one, a change against a version."""

from __future__ import annotations

import dataclasses
from typing import get_args

from flask import Response, jsonify, make_response, request, url_for

from glossary.errors import ConflictError, InputError
from glossary.model import TYPES, Language, Review, TermStatus
from glossary.service.browse import Filter, browse
from glossary.service.changing import Change, TermChange
from glossary.service.wire_history import HistoryJson, history_json
from glossary.webapp import access, ask, tables
from glossary.webapp.access import needs
from glossary.webapp.api_blueprint import api
from glossary.webapp.api_errors import PreconditionError, unprocessable
from glossary.webapp.api_rows import ConceptRow, concept_row, version_row
from glossary.webapp.api_shapes import Shape, body, choice, number
from glossary.webapp.faults import fault_of
from glossary.webapp.preferences import arguments
from glossary.webapp.wire import concept_json

PAGE = 50
LARGEST_PAGE = 1000
FURTHEST = 100_000_000
_STATUSES, _REVIEWS, _LANGUAGES = get_args(TermStatus), get_args(Review), get_args(Language)


@api.get("/concepts")
def concepts() -> Response:
    """A page of concepts: by id, after ?after= or from ?offset= on; with ?q= as a look-up ranks them."""
    wanted = Filter(ask.query(), choice("type", TYPES), choice("status", _STATUSES), choice("review", _REVIEWS))
    limit, offset = number("limit", PAGE, 1, LARGEST_PAGE), number("offset", 0, 0, FURTHEST)
    page = browse(ask.context(), wanted, limit=limit, after=request.args.get("after", ""), offset=offset)
    beside = {"next": page.after, "more": page.more}
    response = tables.answer("concepts", ConceptRow, [concept_row(one) for one in page.concepts], **beside)
    if page.more:
        asked = {name: value for name, value in arguments().items() if name not in ("after", "offset")}
        on = {"after": page.after} if page.after is not None else {"offset": str(offset + limit)}
        response.headers["Link"] = f'<{url_for("api.concepts", **{**asked, **on})}>; rel="next"'  # type: ignore[arg-type]
    return response


@api.get("/concepts/<id>")
def concept(id: str) -> Response:
    """One entry; its version is its entity tag, for If-Match."""
    view = ask.desk().concept(id)
    response = jsonify(concept_json(view))
    response.set_etag(str(view.concept.version))
    return response


@api.get("/concepts/<id>/history")
def concept_history(id: str) -> Response:
    """What happened to a concept, the latest first."""
    from glossary.service.history import history

    return tables.answer("events", HistoryJson, [history_json(line) for line in history(ask.context(), id)])


@api.post("/concepts")
@needs("translator")
def add_concept() -> Response:
    """A new concept: a translator's is proposed, an editor's approved unless said otherwise."""
    from glossary.service.edit import add

    asked = body()
    wanted, why = _change(asked, new=True)
    asked.done()
    with unprocessable():
        done = add(ask.context(), wanted.terms, _as_reviewed(wanted), why=why)
    return _shown(done.concept, done.event, 201)


@api.patch("/concepts/<id>")
@needs("editor")
def change_concept(id: str) -> Response:
    """Change a concept that is still at the version of If-Match; 409 tells that version, the one now and the wish."""
    from glossary.service.edit import change

    expected = _expected()
    asked = body()
    wanted, why = _change(asked, new=False)
    asked.done()
    try:
        with unprocessable():
            done = change(ask.context(), id, wanted, expected, why=why)
    except ConflictError as error:
        if error.code != "version-conflict" or expected is None:
            raise
        return _conflict(error, id, expected)
    if wanted.deleted:
        return make_response(jsonify({"concept": done.concept, "version": done.version, "event": done.event}))
    return _shown(done.concept, done.event, 200)


def _as_reviewed(wanted: Change) -> Change:
    if not access.person().may("editor"):
        return dataclasses.replace(wanted, review="proposed")
    return dataclasses.replace(wanted, review=wanted.review or "approved")


def _change(asked: Shape, *, new: bool) -> tuple[Change, str]:
    terms = tuple(_term(one) for one in asked.shapes("terms", "text"))
    change = Change(
        terms,
        type=asked.choice("type", TYPES),
        note=asked.maybe_text("note"),
        review=asked.choice("review", _REVIEWS),
        deleted=None if new else asked.flag("deleted"),
    )
    return change, asked.text("why", "")


def _term(asked: Shape) -> TermChange:
    term = TermChange(
        asked.text("text"),
        status=asked.choice("status", _STATUSES),
        forbidden=asked.flag("forbidden"),
        note=asked.maybe_text("note"),
        language=asked.choice("language", _LANGUAGES),
        dropped=bool(asked.flag("dropped")),
    )
    asked.done()
    return term


def _expected() -> int | None:
    """The version of If-Match, None for any; raises PreconditionError and InputError("version-unfit")."""
    said = request.headers.get("If-Match", "").strip()
    if not said:
        raise PreconditionError("version-needed")
    plain = said.removeprefix("W/").strip('"')
    if plain == "*":
        return None
    if not (plain.isascii() and plain.isdigit() and len(plain) < 10):
        raise InputError("version-unfit", where="If-Match")
    return int(plain)


def _conflict(error: ConflictError, id: str, expected: int) -> Response:
    from glossary.service.versions import versions

    base, theirs = versions(ask.context(), id, expected)
    both = {"base": None if base is None else version_row(base), "theirs": version_row(theirs)}
    response = jsonify({"error": fault_of(error), **both, "mine": request.get_json()})
    response.status_code = error.http_status
    response.set_etag(str(theirs.version))
    return response


def _shown(id: str, event: int, status: int) -> Response:
    from glossary.service.concept import concept as shown

    view = shown(ask.context(), id)
    response = jsonify({**concept_json(view), "event": event})
    response.status_code = status
    response.set_etag(str(view.concept.version))
    response.headers["Location"] = url_for("api.concept", id=view.concept.id)
    return response
