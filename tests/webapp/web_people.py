"""A small glossary with somebody in every role, and what they sign in with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from parsed import elements

from glossary.model.people import ROLES, Role
from glossary.service import passwords
from glossary.service.build import build
from glossary.service.context import Context, open_context
from glossary.service.people import add_person
from glossary.service.signing import add_token
from glossary.webapp.app import create_app

NAMES: dict[Role, str] = {"viewer": "이열람", "translator": "김역자", "editor": "박편집", "admin": "최관리"}
PASSWORD = "하늘을 우러러 한 점"
TEXT = "허사이커지(禾赛科技)는 상하이에 있는 라이다 기업이다. 후룬(胡润)은 부자 명단을 낸다. 산시(陕西)도 간다.\n"


@dataclass(frozen=True)
class House:
    """A served glossary with its people's tokens."""

    context: Context
    app: Flask
    tokens: dict[Role, str]

    def program(self, role: Role | None) -> dict[str, str]:
        """The headers of a program of somebody in that role, or of nobody."""
        return {} if role is None else {"Authorization": f"Bearer {self.tokens[role]}"}

    def browser(self, role: Role) -> FlaskClient:
        """A browser in which somebody in that role has signed in."""
        client = self.app.test_client()
        assert sign_in(client, NAMES[role]) == 303
        return client


@contextmanager
def quick_passwords() -> Iterator[None]:
    """Hashes that take no time."""
    from argon2 import PasswordHasher

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda: PasswordHasher(1, 8, 1))
        yield


def glossary(folder: Path) -> Context:
    """A glossary of three names in one document."""
    (folder / "issue-260.txt").write_text(TEXT, encoding="utf-8")
    context = open_context(folder / "glossary.db")
    build(context, [folder / "issue-260.txt"])
    return context


def house(folder: Path) -> House:
    """A glossary with somebody in every role, served."""
    context = glossary(folder)
    for role in reversed(ROLES):
        add_person(context, NAMES[role], role, PASSWORD)
    tokens = {role: add_token(context, NAMES[role], "시험")[1] for role in ROLES}
    return House(context, create_app(context), tokens)


def proof(client: FlaskClient, path: str = "/sign-in") -> str:
    """The token that the page has for scripts and forms."""
    found = elements(client.get(path).text, "meta", name="csrf-token")[0].attrs["content"]
    assert found
    return found


def sign_in(client: FlaskClient, name: str, password: str = PASSWORD, **more: str) -> int:
    """Fill in the form at the door; the status of the answer."""
    data = {"csrf_token": proof(client), "name": name, "password": password, **more}
    return client.post("/sign-in", data=data).status_code
