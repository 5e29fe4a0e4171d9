"""The people who may sign in: their names, roles and hashed passwords."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from glossary.errors import ConflictError, NotFoundError
from glossary.model.people import Account, Role
from glossary.store.passes import Passes

_ACCOUNTS = """SELECT id, name, role, added,
    (SELECT count(*) FROM tokens WHERE person_id = people.id) AS tokens,
    (SELECT max(seen) FROM sessions WHERE person_id = people.id) AS seen FROM people"""


class People(Passes):
    """The people and what they sign in with; `key` is a name as it is compared."""

    def accounts(self) -> list[Account]:
        """Everybody, by name."""
        return [Account(**row) for row in self._all(f"{_ACCOUNTS} ORDER BY key")]

    def account(self, key: str) -> Account:
        """One of them; raises NotFoundError("person-missing")."""
        row = self._one(f"{_ACCOUNTS} WHERE key = ?", key)
        if row is None:
            raise NotFoundError("person-missing", name=key)
        return Account(**row)

    def password(self, key: str) -> str | None:
        """The hashed password of a person; None where there is no such person."""
        row = self._one("SELECT password FROM people WHERE key = ?", key)
        return None if row is None else str(row[0])

    def add(self, name: str, key: str, role: Role, password: str, at: int) -> None:
        """Add a person; raises ConflictError("person-taken"), or "first-admin" where the first one is none."""
        with self.transaction():
            if self._one("SELECT 1 FROM people WHERE key = ?", key):
                raise ConflictError("person-taken", name=name)
            if role != "admin" and not self._one("SELECT 1 FROM people WHERE role = 'admin'"):
                raise ConflictError("first-admin")
            query = "INSERT INTO people (name, key, role, password, added) VALUES (?, ?, ?, ?, ?)"
            self._do(query, name, key, role, password, at)

    def set_role(self, key: str, role: Role) -> None:
        """Give a person another role, which ends the sessions; raises ConflictError("last-admin")."""

        def change(account: Account) -> None:
            if account.role == role:
                return
            if role != "admin":
                self._keep_an_admin(account)
            self._do("UPDATE people SET role = ? WHERE id = ?", role, account.id)
            self._do("DELETE FROM sessions WHERE person_id = ?", account.id)

        self._change(key, change)

    def set_password(self, key: str, password: str) -> None:
        """Give a person another password, which ends the sessions."""

        def change(account: Account) -> None:
            self._do("UPDATE people SET password = ? WHERE id = ?", password, account.id)
            self._do("DELETE FROM sessions WHERE person_id = ?", account.id)

        self._change(key, change)

    def rehash(self, key: str, old: str, new: str) -> None:
        """Keep the same password hashed anew; sessions go on."""
        self._do("UPDATE people SET password = ? WHERE key = ? AND password = ?", new, key, old)

    def remove(self, key: str) -> None:
        """Remove a person with all sessions and tokens; raises ConflictError("last-admin") while others are left."""

        def change(account: Account) -> None:
            if self._one("SELECT 1 FROM people WHERE id != ?", account.id):
                self._keep_an_admin(account)
            self._do("DELETE FROM people WHERE id = ?", account.id)

        self._change(key, change)

    def _change(self, key: str, change: Callable[[Account], Any]) -> None:
        with self.transaction():
            change(self.account(key))

    def _keep_an_admin(self, account: Account) -> None:
        if not self._one("SELECT 1 FROM people WHERE role = 'admin' AND id != ?", account.id):
            raise ConflictError("last-admin", name=account.name)
