"""The people who may sign in, for those who may say who comes in."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import GlossaryError
from glossary.messages import explain
from glossary.model.people import ROLES
from glossary.service import people as service
from glossary.service.signing import remove_token, tokens
from glossary.webapp import access, ask, sessions
from glossary.webapp.access import needs
from glossary.webapp.preferences import language
from glossary.webapp.signing import to

people = Blueprint("people", __name__)
Answer = Response | tuple[str, int]
DONE = frozenset({"added", "role", "password", "removed", "revoked"})


@people.get("/people")
@needs("admin")
def page() -> str:
    """Everybody who may sign in, with role and tokens."""
    return _page()


@people.post("/people")
@needs("admin")
def add() -> Answer:
    """Let another person sign in."""
    form = request.form
    name, role, password = (form.get(field, "") for field in ("name", "role", "password"))
    return _done("added", lambda: service.add_person(ask.context(), name, role, password))


@people.post("/people/role")
@needs("admin")
def role() -> Answer:
    """Give a person another role."""
    name, role = request.form.get("name", ""), request.form.get("role", "")
    return _done("role", lambda: service.set_role(ask.context(), name, role))


@people.post("/people/password")
@needs("admin")
def password() -> Answer:
    """Give a person who has forgotten the password another one."""
    name, password = request.form.get("name", ""), request.form.get("password", "")
    return _done("password", lambda: service.set_password(ask.context(), name, password))


@people.post("/people/remove")
@needs("admin")
def remove() -> Answer:
    """Let a person sign in no more."""
    name = request.form.get("name", "")
    return _done("removed", lambda: service.remove_person(ask.context(), name))


@people.post("/people/revoke")
@needs("admin")
def revoke() -> Answer:
    """Revoke anybody's token."""
    return _done("revoked", lambda: remove_token(ask.context(), ask.number("token")))


def _done(what: str, act: Callable[[], object]) -> Answer:
    """Do it and show the people again, or the form as it was with what is wrong."""
    try:
        act()
    except GlossaryError as error:
        if error.http_status >= 500:
            raise
        return _page(error), error.http_status
    return to(url_for("people.page", done=what))


def _page(error: GlossaryError | None = None) -> str:
    done = request.args.get("done", "")
    return render_template(
        "people.html",
        accounts=service.accounts(ask.context()),
        tokens=tokens(ask.context()),
        roles=ROLES,
        me=access.person().name,
        single=not sessions.locked(),
        least=ask.context().policy.people.password,
        done=done if done in DONE else "",
        wrong=explain(error.code, language(), error.params) if error else None,
        typed=request.form.get("name", "") if error and request.endpoint == "people.add" else "",
    )
