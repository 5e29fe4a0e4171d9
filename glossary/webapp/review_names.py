"""New names for review: approved as they stand, corrected, or rejected, by one key each."""

from __future__ import annotations

from typing import Any

from flask import render_template, request

from glossary.errors import InputError
from glossary.model import TYPES
from glossary.views import Written
from glossary.webapp import ask
from glossary.webapp.access import needs
from glossary.webapp.catalog import label
from glossary.webapp.preferences import language
from glossary.webapp.review import counts, filters, offset, reason, review
from glossary.webapp.review_answer import Answer, answered

__all__ = ["review"]  # the blueprint with these views on it

_ACTS = ("approve", "correct", "reject")


@review.get("/names")
@needs("translator")
def names() -> str:
    """The names that nobody has approved, a page of them, what was proposed first."""
    return render_template("review_names.html", **_waiting(), **counts())


@review.get("/names/more")
@needs("translator")
def more_names() -> str:
    """Further names without the page around them, for the script."""
    return render_template("_new_names.html", **_waiting())


@review.post("/names/<id>")
@needs("editor")
def judge_name(id: str) -> Answer:
    """Approve a name, approve it with another form or type, or say that it is none."""
    from glossary.service.newnames import approve, reject

    act, version = request.form.get("act", ""), request.form.get("version", "")

    def do() -> Written:
        if act not in _ACTS or not (version.isascii() and version.isdigit() and len(version) < 10):
            raise InputError("field-unfit", field="act")
        if act == "reject":
            return reject(ask.context(), id, int(version), why=reason())
        right = {"ko": request.form.get("ko", ""), "type": request.form.get("as_type", "")} if act == "correct" else {}
        return approve(ask.context(), id, int(version), why=reason(), **right)

    return answered(do, "review.names", f"name_{act}")


def _waiting() -> dict[str, Any]:
    from glossary.service.newnames import new_names

    context, wanted = ask.context(), filters()
    size = context.policy.review.page
    return {
        "found": new_names(context, wanted, offset=offset(size), limit=size),
        "wanted": wanted,
        "size": size,
        "at": offset(size) // size + 1,
        "types": [(value, label(language(), "type", value)) for value in TYPES],
    }
