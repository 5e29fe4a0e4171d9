"""Who asks, and what each may do: every route says which role it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

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


def person() -> Person:
    """The person of this request: without accounts, the one at this machine, who may do everything."""
    return Person("", "admin")
