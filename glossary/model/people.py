"""Who uses the pages, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["viewer", "translator", "editor", "admin"]
ROLES: tuple[Role, ...] = ("viewer", "translator", "editor", "admin")  # each may do what those before it may


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever makes a request; an empty name is the one who runs the service on this machine."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this person has at least this role.

        >>> Person("김역자", "translator").may("viewer"), Person("김역자", "translator").may("editor")
        (True, False)
        """
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class Account:
    """One who may sign in; times are seconds since 1970."""

    id: int
    name: str
    role: Role
    added: int
    tokens: int = 0
    seen: int | None = None  # in a session that still stands


@dataclass(frozen=True, slots=True)
class Token:
    """What a program signs in with; its text is shown once and nowhere kept."""

    id: int
    name: str
    owner: str
    added: int
    used: int | None = None
