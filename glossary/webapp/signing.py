"""The door: signing in and out."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from glossary.errors import GlossaryError, UnknownPersonError
from glossary.messages import explain
from glossary.service.signing import TooManyError
from glossary.service.signing import sign_in as begin
from glossary.webapp import access, ask, sessions
from glossary.webapp.access import open_to_all
from glossary.webapp.preferences import language

signing = Blueprint("signing", __name__)


@signing.get("/sign-in")
@open_to_all
def page() -> str | AnyResponse:
    """The form to sign in with; whoever has done so goes on."""
    wanted = safe(request.args.get("next", ""))
    return _form(wanted) if access.visitor() is None else to(wanted)


@signing.post("/sign-in")
@open_to_all
def enter() -> AnyResponse | tuple[str, int, dict[str, str]]:
    """Sign in: a new session, and on to the page that was asked for."""
    name, password = request.form.get("name", ""), request.form.get("password", "")
    wanted = safe(request.form.get("next", ""))
    if not sessions.locked():
        return to(wanted)
    try:
        sessions.enter(begin(ask.context(), name, password, request.remote_addr or ""))
    except (UnknownPersonError, TooManyError) as error:
        return _form(wanted, name, error), error.http_status, _wait(error)
    return to(wanted)


@signing.post("/sign-out")
@open_to_all
def leave() -> AnyResponse:
    """End this session."""
    sessions.leave()
    return to(url_for("signing.page"))


def safe(wanted: str) -> str:
    """A path of this service to go on to; the first page for anything that might lead elsewhere.

    >>> safe("/concepts/c1?x=1"), safe("//evil.example"), safe("/\\\\evil.example"), safe("https://evil.example/")
    ('/concepts/c1?x=1', '/', '/', '/')
    """
    plain = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return "/"
    return wanted if plain and not parts.scheme and not parts.netloc else "/"


def to(path: str) -> AnyResponse:
    """On to another page, by GET."""
    return redirect(path, 303, Response)


def _form(wanted: str, name: str = "", error: GlossaryError | None = None) -> str:
    wrong = explain(error.code, language(), error.params) if error else None
    return render_template("sign-in.html", next=wanted, name=name, wrong=wrong)


def _wait(error: GlossaryError) -> dict[str, str]:
    minutes = error.params.get("minutes")
    return {"Retry-After": str(60 * minutes)} if isinstance(minutes, int) else {}
