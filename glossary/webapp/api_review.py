"""What people decide, in the JSON interface: questions and answers, ignores, and taking any of it back."""

from __future__ import annotations

from typing import get_args

from flask import Response, jsonify, request

from glossary.errors import InputError
from glossary.model import Judgement
from glossary.service.wire_review import QuestionJson, question_json
from glossary.views import Written
from glossary.webapp import ask, tables
from glossary.webapp.access import needs
from glossary.webapp.api_blueprint import api
from glossary.webapp.api_errors import unprocessable
from glossary.webapp.api_rows import DecisionRow, IgnoreRow, WrittenRow, decision_row, ignore_row
from glossary.webapp.api_shapes import body, choice, number

_JUDGEMENTS = get_args(Judgement)
_MOST = 10_000
_YES = ("1", "0")


@api.get("/questions")
def questions() -> Response:
    """Which names may be one, those that stand in most text first."""
    from glossary.service.review import questions as waiting

    found = waiting(ask.context(), number("limit", 100, 1, _MOST), automatic=choice("automatic", _YES) == "1")
    return tables.answer("questions", QuestionJson, [question_json(one) for one in found])


@api.get("/decisions")
def decisions() -> Response:
    """What was decided, in order; with ?undone=1 what was taken back too."""
    from glossary.service.decide import decisions as decided

    found = decided(ask.context(), undone=choice("undone", _YES) == "1")
    return tables.answer("decisions", DecisionRow, [decision_row(one) for one in found])


@api.post("/decisions")
@needs("editor")
def decide() -> Response:
    """Answer a question by its number, or whether two concepts are one by their ids."""
    from glossary.service.decide import decide as say
    from glossary.service.review import answer

    asked = body()
    question, judgement, why = (
        asked.maybe_text("question"),
        asked.choice("judgement", _JUDGEMENTS),
        asked.text("why", ""),
    )
    if judgement is None:
        raise InputError("shape-unfit", where=".judgement", wanted=" | ".join(_JUDGEMENTS))
    ends = (asked.text("left"), asked.text("right")) if question is None else None
    asked.done()
    with unprocessable():
        if ends is not None:
            return _written(say(ask.context(), *ends, judgement, why=why), 201)
        return _written(answer(ask.context(), question or "", judgement, why=why), 201)


@api.post("/decisions/<int:id>/undo")
@needs("editor")
def undo_decision(id: int) -> Response:
    """Take a decision back."""
    from glossary.service.decide import take_back

    with unprocessable():
        return _written(take_back(ask.context(), id, why=_why()))


@api.post("/events/<int:id>/undo")
@needs("editor")
def undo_event(id: int) -> Response:
    """Take back the act that an event belongs to, whole."""
    from glossary.service.undo import undo

    with unprocessable():
        return _written(undo(ask.context(), id, why=_why()))


@api.get("/ignores")
def ignores() -> Response:
    """What was silenced and why; with ?undone=1 what speaks again too."""
    from glossary.service.ignores import ignores as silenced

    found = silenced(ask.context(), undone=choice("undone", _YES) == "1")
    return tables.answer("ignores", IgnoreRow, [ignore_row(one) for one in found])


@api.post("/ignores")
@needs("editor")
def ignore() -> Response:
    """Silence what agrees with all that is named, with a reason."""
    from glossary.service.ignores import add_ignore

    asked = body()
    marks = {name: asked.text(name, "") for name in ("concept", "document", "text", "fingerprint")}
    rule, reason = asked.text("rule", ""), asked.text("reason")
    asked.done()
    with unprocessable():
        response = jsonify(ignore_row(add_ignore(ask.context(), rule, reason=reason, **marks)))
    response.status_code = 201
    return response


@api.post("/ignores/<int:id>/undo")
@needs("editor")
def undo_ignore(id: int) -> Response:
    """Have it speak again."""
    from glossary.service.ignores import undo_ignore as undo

    with unprocessable():
        undo(ask.context(), id, why=_why())
    return jsonify({"id": id, "undone": True})


def _why() -> str:
    """The reason of an undo, which needs no body."""
    if not request.content_length and request.mimetype != "application/json":
        return ""
    asked = body()
    why = asked.text("why", "")
    asked.done()
    return why


def _written(done: Written, status: int = 200) -> Response:
    row: WrittenRow = {"concept": done.concept, "version": done.version, "event": done.event}
    response = jsonify(row)
    response.status_code = status
    return response
