"""Changing names: plain forms, each one act of the history that can be taken back."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import GlossaryError, InputError
from glossary.views import Clash, Written
from glossary.webapp import ask, entry
from glossary.webapp.access import needs

concepts = Blueprint("concepts", __name__)
FIELD = "f:"  # begins the name of a field of the concept
Answer = Response | tuple[str, int]


@concepts.post("/concepts/<id>")
@needs("editor")
def edit(id: str) -> Answer:
    """Write what the form of a concept says; where another editor was faster, both sides are shown."""
    from glossary.service.revise import revise

    filled = _filled()
    try:
        done = revise(ask.context(), id, _number("version"), filled, why=_line("why"))
    except GlossaryError as fault:
        return entry.page(id, filled=filled, fault=fault)
    if isinstance(done, Clash):
        return render_template("clash.html", clash=done, why=_line("why")), 409
    return _done("saved", done)


@concepts.post("/concepts/<id>/approve")
@needs("editor")
def approve(id: str) -> Answer:
    """Say that a concept is right as it stands."""
    from glossary.service.changing import Change
    from glossary.service.edit import change

    return _try(id, "approved", lambda: change(ask.context(), id, Change(review="approved"), _number("version")))


@concepts.post("/concepts/<id>/delete")
@needs("editor")
def delete(id: str) -> Answer:
    """Show a concept nowhere any more; its history stays and brings it back."""
    from glossary.service.changing import Change
    from glossary.service.edit import change

    wanted = Change(deleted=True)
    done = _try(id, "deleted", lambda: change(ask.context(), id, wanted, _number("version"), why=_line("why")))
    return done if isinstance(done, tuple) else redirect(url_for("concepts.story", id=id), 303)


@concepts.post("/concepts/<id>/merge")
@needs("editor")
def merge(id: str) -> Answer:
    """Decide that another concept, by its id or its name, is the same as this one."""
    from glossary.service.edit import merge as merged
    from glossary.service.naming import named

    def do() -> Written:
        return merged(ask.context(), id, named(ask.context(), _line("other")), _number("version"), why=_line("why"))

    return _try(id, "merged", do)


@concepts.post("/concepts/<id>/split")
@needs("editor")
def split(id: str) -> Answer:
    """Decide that a member, or the mentions that were picked, are another thing."""
    from glossary.service import edit as acts

    node, places = _line("node"), request.form.getlist("place")

    def do() -> Written:
        if node:
            return acts.split(ask.context(), node, _number("version"), why=_line("why"))
        if not places:
            raise InputError("edit-nothing")
        return acts.split_mentions(ask.context(), id, places, _number("version"), why=_line("why"))

    return _try(id, "split", do)


@concepts.post("/concepts/<id>/undo")
@needs("editor")
def undo(id: str) -> Answer:
    """Take one act back, whole."""
    from glossary.service.undo import undo as undone

    return _try(id, "undone", lambda: undone(ask.context(), _number("event"), why=_line("why")))


@concepts.post("/concepts/<id>/revive")
@needs("editor")
def revive(id: str) -> Answer:
    """Bring back what a concept was at a version."""
    from glossary.service.undo import revive as revived

    return _try(id, "revived", lambda: revived(ask.context(), id, _number("version"), why=_line("why")))


@concepts.get("/concepts/<id>/history")
def story(id: str) -> str:
    """All acts that touched a concept, also of one that is shown nowhere any more; with ?from= and ?to= compared."""
    from glossary.service.chronicle import chronicle, compare, last_known, stands

    ctx = ask.context()
    acts = chronicle(ctx, id)
    pair = (_argument("from"), _argument("to"))
    compared = compare(ctx, id, *pair) if all(pair) else None
    return render_template(
        "history.html",
        id=id,
        acts=acts,
        name=last_known(ctx, id),
        stands=stands(ctx, id),
        compared=compared,
        pair=pair,
        versions=[act.version for act in acts if act.version is not None],
    )


def _try(id: str, said: str, do: Any) -> Answer:
    """Do it and go to the page of the name; the page with what is wrong where it cannot be done."""
    try:
        return _done(said, do())
    except GlossaryError as fault:
        if fault.http_status == 404 and request.endpoint not in ("concepts.merge",):
            raise
        return entry.page(id, fault=fault)


def _done(said: str, done: Written) -> Response:
    told(said if done.event else "unchanged", done)
    return redirect(url_for("pages.concept", id=done.concept), 303)


def told(said: str, done: Written) -> None:
    """Have the next page say what happened, with what takes it back."""
    flash(said, f"{done.event}:{done.concept}")


def _filled() -> dict[str, str]:
    """The fields of the concept that the form has, and the new forms in it."""
    from glossary.service.revise import added

    form = request.form
    fields = {name.removeprefix(FIELD): " ".join(form[name].split("\0")) for name in form if name.startswith(FIELD)}
    if "note" in fields:
        fields["note"] = fields["note"].replace("\r\n", "\n").strip()
    new = zip(form.getlist("new"), form.getlist("new-as"), strict=False)
    return fields | dict(added(text, value) for text, value in new if text.strip())


def _line(name: str) -> str:
    return request.form.get(name, "").replace("\0", "").strip()


def _number(name: str) -> int:
    value = request.form.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise InputError("field-unfit", field=name)
    return int(value)


def _argument(name: str) -> int:
    value = request.args.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
