"""Who asks, and what each may do: every route says which role it needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from flask import Flask, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import RefusedError, UnknownPersonError
from glossary.model.people import ROLES, Person, Role
from glossary.webapp import forgery, limits, preferences, sessions
from glossary.webapp.catalog import label

__all__ = ["ROLES", "Person", "Role", "needed", "needs", "open_to_all", "person", "visitor"]

View = TypeVar("View", bound=Callable[..., Any])


def needs(role: Role) -> Callable[[View], View]:
    """Mark a view with the role that it needs; a view without a mark needs that of a viewer."""

    def mark(view: View) -> View:
        view.needs = role  # type: ignore[attr-defined]
        return view

    return mark


def open_to_all(view: View) -> View:
    """Mark a view that answers before anybody has signed in."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    """Ask before each request who it is, whether that person may, and whether it was meant."""
    app.before_request(_enforce)


def visitor() -> Person | None:
    """The person of this request, None where nobody has signed in."""
    found = g.get("person")
    return found if isinstance(found, Person) else None


def person() -> Person:
    """The person of this request: without accounts, the one at this machine, who may do everything."""
    return visitor() or Person("", "viewer")


def needed(endpoint: str) -> Role | None:
    """The role that a view needs; None where it is open to all."""
    view = current_app.view_functions[endpoint]
    return None if getattr(view, "open_to_all", False) else getattr(view, "needs", "viewer")


def _enforce() -> Response | None:
    role = needed(request.endpoint) if request.endpoint else None
    if request.blueprint == "assets":
        return None  # alike for everybody
    g.person = sessions.whose()
    if role is not None:
        found = visitor()
        if found is None:
            return _asked_to_sign_in()
        if not found.may(role):
            word = partial(label, preferences.language(), "role")
            raise RefusedError("role-too-low", role=word(found.role), needed=word(role))
    if request.endpoint:
        forgery.check()
        limits.check_parts()
    return None


def _asked_to_sign_in() -> Response:
    """A reader who opens a page is led to the door; a script or a program is told; what was typed is not lost."""
    opens = preferences.is_page() and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    if not opens:
        raise UnknownPersonError("sign-in-needed")
    wanted = request.full_path.removesuffix("?")
    door = url_for("signing.page") if wanted == "/" else url_for("signing.page", next=wanted)
    return redirect(door, 303)
