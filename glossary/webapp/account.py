"""One's own account: the password and the tokens of one's programs."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import GlossaryError, InputError
from glossary.messages import explain
from glossary.service import signing
from glossary.service.people import set_password
from glossary.webapp import access, ask, sessions
from glossary.webapp.preferences import language
from glossary.webapp.signing import to

account = Blueprint("account", __name__)
Answer = Response | tuple[str, int]
DONE = frozenset({"password", "revoked"})


@account.get("/account")
def page() -> str:
    """Who one is here, with password and tokens."""
    return _page()


@account.post("/account/password")
def password() -> Answer:
    """Change one's own password; every other browser is signed out."""
    old, new = request.form.get("old", ""), request.form.get("password", "")
    try:
        signing.confirm(ask.context(), _me(), old, request.remote_addr or "")
        set_password(ask.context(), _me(), new)
    except GlossaryError as error:
        return _refused(error)
    sessions.enter(signing.renew(ask.context(), _me()))
    return to(url_for("account.page", done="password"))


@account.post("/account/tokens")
def add_token() -> Answer:
    """Make a token and show it this once."""
    try:
        token, text = signing.add_token(ask.context(), _me(), request.form.get("name", ""))
    except GlossaryError as error:
        return _refused(error)
    answer = make_response(_page(made=(token.name, text)))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@account.post("/account/revoke")
def revoke() -> Answer:
    """Revoke one of one's own tokens."""
    try:
        signing.remove_token(ask.context(), ask.number("token"), _me())
    except GlossaryError as error:
        return _refused(error)
    return to(url_for("account.page", done="revoked"))


def _me() -> str:
    """The name of the account; raises InputError("no-account") where nobody needs one."""
    name = access.person().name
    if not name:
        raise InputError("no-account")
    return name


def _refused(error: GlossaryError) -> tuple[str, int]:
    if error.http_status >= 500:
        raise error
    return _page(error), error.http_status


def _page(error: GlossaryError | None = None, made: tuple[str, str] | None = None) -> str:
    done, me = request.args.get("done", ""), access.person()
    return render_template(
        "account.html",
        me=me,
        tokens=signing.tokens(ask.context(), me.name) if me.name else [],
        least=ask.context().policy.people.password,
        done=done if done in DONE else "",
        made=made,
        wrong=explain(error.code, language(), error.params) if error else None,
    )
