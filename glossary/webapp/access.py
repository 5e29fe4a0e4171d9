"""Who asks, and what each may do: every route says which role it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from flask import Flask, current_app, g, request

from glossary.errors import RefusedError
from glossary.webapp import forgery

Role = Literal["viewer", "translator", "editor", "admin"]
ROLES: tuple[Role, ...] = ("viewer", "translator", "editor", "admin")
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever made this request; an empty name is the one who runs the service on this machine."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this person has at least this role.

        >>> Person("김역자", "translator").may("viewer"), Person("김역자", "translator").may("editor")
        (True, False)
        """
        return ROLES.index(self.role) >= ROLES.index(role)


def needs(role: Role) -> Callable[[View], View]:
    """Mark a view with the role that it needs; a view without a mark is open to everybody."""

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


def person() -> Person:
    """The person of this request: without accounts, the one at this machine, who may do everything."""
    found = g.get("person")
    return found if isinstance(found, Person) else Person("", "viewer")


def needed(endpoint: str) -> Role | None:
    """The role that a view needs; None where it is open to all."""
    view = current_app.view_functions[endpoint]
    return None if getattr(view, "open_to_all", False) else getattr(view, "needs", "viewer")


def _enforce() -> None:
    g.person = Person("", "admin")
    if request.endpoint is None:
        return
    role = needed(request.endpoint)
    if role is not None and not person().may(role):
        raise RefusedError("role-too-low", role=person().role, needed=role)
    forgery.check()
