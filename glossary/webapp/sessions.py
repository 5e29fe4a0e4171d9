"""Who a request comes from: a session of a browser, the token of a program, or the one at this machine."""

from __future__ import annotations

from typing import Any

from flask import Flask, current_app, has_request_context, request, session
from flask.sessions import SecureCookieSessionInterface

from glossary.errors import UnknownPersonError
from glossary.model.people import Person
from glossary.service.context import Context

HERE = Person("", "admin")  # without accounts, the one at this machine may do everything
SECRET = "sid"


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookie, for https alone where that is how the page is read."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether browsers may send it over https alone."""
        return has_request_context() and request.is_secure


class Doors:
    """Whether there are accounts, known anew whenever the file of people has changed."""

    def __init__(self, context: Context | None, required: bool) -> None:
        """Required: where others can reach the service, there is nobody without an account."""
        self._context = context
        self._required = required
        self._known: tuple[bytes, bool] = (b"", False)

    def locked(self) -> bool:
        """Whether everybody has to sign in."""
        if self._required or self._context is None:
            return self._required
        from glossary.service.people import accounts, state

        now = state(self._context)
        if now != self._known[0]:
            self._known = now, bool(accounts(self._context))
        return self._known[1]


def install(app: Flask, context: Context | None, required: bool) -> None:
    """Read sessions by our rules."""
    app.session_interface = Sessions()
    app.extensions["glossary.doors"] = Doors(context, required)


def locked() -> bool:
    """Whether everybody has to sign in here."""
    doors = current_app.extensions["glossary.doors"]
    assert isinstance(doors, Doors)
    return doors.locked()


def whose() -> Person | None:
    """The person of this request, None where nobody has signed in; raises UnknownPersonError for a wrong token."""
    if not locked():
        return HERE
    from glossary.service.signing import bearer_person, session_person

    given = bearer()
    if given is not None:
        person = bearer_person(_context(), given)
        if person is None:
            raise UnknownPersonError("token-unknown")
        return person
    secret = session.get(SECRET)
    return session_person(_context(), secret) if isinstance(secret, str) else None


def bearer() -> str | None:
    """The token that a program sends, if it sends one; LanguageTool's own clients send theirs as a field."""
    if request.blueprint == "languagetool" and "apiKey" in request.form:
        return request.form["apiKey"].strip()
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def enter(secret: str) -> None:
    """Have the browser keep a session's secret, and nothing from before."""
    session.clear()
    session[SECRET] = secret


def leave() -> None:
    """End the session of this browser."""
    from glossary.service.signing import sign_out

    secret: Any = session.get(SECRET)
    session.clear()
    if isinstance(secret, str):
        sign_out(_context(), secret)


def _context() -> Context:
    found = current_app.extensions["glossary.context"]
    assert isinstance(found, Context)
    return found
