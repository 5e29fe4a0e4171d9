"""Review: the queue of questions whether two names are one, answered by one key each, and by plain forms alike."""

from __future__ import annotations

from typing import Any, cast, get_args

from flask import Blueprint, render_template, request

from glossary.errors import InputError
from glossary.model import TYPES, Judgement
from glossary.service.queue import Wanted
from glossary.views import Written
from glossary.webapp import ask, review_says
from glossary.webapp.access import needs
from glossary.webapp.review_answer import Answer, answered

MOST = 500  # questions answered in one act
SCORES = (0.8, 0.85, 0.9, 0.95, 0.98)
DEEDS = 30  # acts on one page
review = Blueprint("review", __name__, url_prefix="/review")


@review.app_context_processor
def _words() -> dict[str, Any]:
    """What the pages of this room say evidence with."""
    return {"signs": review_says.signs, "pieces": review_says.pieces}


@review.get("")
@needs("translator")
def page() -> str:
    """The questions that wait, a page of them, what touches most text first."""
    return render_template("review.html", **_asked(), **counts())


@review.get("/questions")
@needs("translator")
def more() -> str:
    """Further questions without the page around them, for the script."""
    return render_template("_questions.html", **_asked())


@review.post("/questions/<number>")
@needs("editor")
def decide(number: str) -> Answer:
    """Answer one question: same, different or unsure."""
    from glossary.service.review import answer

    def do() -> Written:
        said = request.form.get("judgement", "")
        if said not in get_args(Judgement):
            raise InputError("field-unfit", field="judgement")
        return answer(ask.context(), number, cast(Judgement, said), why=reason())

    return answered(do, "review.page", f"said_{request.form.get('judgement', '')}")


@review.get("/sure")
@needs("translator")
def sure() -> str:
    """The sure questions as a list, before they are answered together."""
    from glossary.service.queue import queue

    least = _score()
    found = queue(ask.context(), Wanted(filters().type, filters().document, least), limit=MOST)
    return render_template("review_sure.html", found=found, least=least, scores=SCORES, wanted=filters(), **counts())


@review.post("/sure")
@needs("editor")
def decide_sure() -> Answer:
    """Answer all the questions that are ticked as one act."""
    from glossary.service.review import answer_all

    numbers = request.form.getlist("number")[:MOST]
    return answered(
        lambda: answer_all(ask.context(), numbers, "same", why=reason()),
        "review.sure",
        "said_sure",
        count=len(set(numbers)),
    )


@review.get("/done")
@needs("translator")
def done() -> str:
    """Who decided what and when, the latest first."""
    from glossary.service.deeds import deeds

    before = _number("before")
    found = deeds(ask.context(), before=before, limit=DEEDS + 1)
    later = found[DEEDS - 1].event if len(found) > DEEDS else 0
    return render_template("review_done.html", deeds=found[:DEEDS], later=later, **counts())


@review.post("/undo")
@needs("editor")
def undo() -> Answer:
    """Take an act back, whole."""
    from glossary.service.undo import undo as take_back

    event = request.form.get("event", "")
    number = int(event) if event.isascii() and event.isdigit() and len(event) < 16 else 0
    back = "review.done" if request.form.get("back") == "done" else "review.page"
    return answered(lambda: take_back(ask.context(), number, why=reason()), back, "said_undone")


def reason() -> str:
    """Why, as it was filled in."""
    return request.form.get("why", "").strip()[:500]


def filters() -> Wanted:
    """What the list is narrowed to; raises InputError("type-invalid")."""
    kind = request.values.get("type", "")
    if kind and kind not in TYPES:
        raise InputError("type-invalid", allowed=", ".join(TYPES))
    document = request.values.get("document", "")
    return Wanted(kind, document if document.isascii() and document.isdigit() and len(document) < 16 else "")


def offset(size: int) -> int:
    """Where the page begins: as the script says it, or by the number of the page."""
    skip = _number("skip")
    return skip if skip else (max(_number("page"), 1) - 1) * size


def counts() -> dict[str, Any]:
    """How much waits, for the tabs."""
    from glossary.service.newnames import waiting_names
    from glossary.service.queue import waiting_questions

    context = ask.context()
    return {"open_questions": waiting_questions(context), "open_names": waiting_names(context)}


def _asked() -> dict[str, Any]:
    from glossary.service.queue import queue

    context, wanted = ask.context(), filters()
    size = context.policy.review.page
    found = queue(context, wanted, offset=offset(size), limit=size)
    return {"found": found, "wanted": wanted, "size": size, "at": max(_number("page"), 1)}


def _score() -> float:
    text = request.args.get("score", "")
    return next((score for score in SCORES if str(score) == text), ask.context().policy.review.bulk)


def _number(name: str) -> int:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
