"""`glossary user`: people and tokens from the command line, passwords from standard input."""

from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner, Result

from glossary.cli.main import root
from glossary.errors import GlossaryError
from glossary.service import passwords
from glossary.service.context import open_context
from glossary.service.signing import bearer_person, sign_in

PASSWORD = "하늘을 우러러 한 점"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(1, 8, 1))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.db"
    with open_context(path).writer():
        pass
    return path


def user(db: Path, *arguments: str, said: str = f"{PASSWORD}\n") -> Result:
    found = CliRunner().invoke(root, ["--db", str(db), "--lang", "ko", "user", *arguments], input=said)
    if isinstance(found.exception, GlossaryError):
        return found
    assert found.exit_code == 0, found.output
    return found


def test_people_are_added_listed_changed_and_removed(db: Path) -> None:
    assert "계정이 없습니다" in user(db, "list").output
    assert "최관리: admin" in user(db, "add", "최관리", "--role", "admin").output
    user(db, "add", "이열람")
    user(db, "role", "이열람", "editor")
    assert [line.split()[:2] for line in user(db).output.splitlines()[1:]] == [
        ["이열람", "editor"],
        ["최관리", "admin"],
    ]
    user(db, "password", "이열람", said="죽는 날까지 하늘을\r\n")
    assert sign_in(open_context(db), "이열람", "죽는 날까지 하늘을", "127.0.0.1")
    user(db, "remove", "이열람")
    assert "이열람" not in user(db, "list").output


def test_a_token_is_printed_once(db: Path) -> None:
    user(db, "add", "최관리", "--role", "admin")
    text = user(db, "token", "add", "최관리", "워드 추가 기능").output.strip()
    person = bearer_person(open_context(db), text)
    assert person is not None
    assert person.name == "최관리"
    assert text not in user(db, "token", "list").output
    assert "워드 추가 기능" in user(db, "token").output
    user(db, "token", "remove", "1")
    assert bearer_person(open_context(db), text) is None


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("add", "이열람"), f"{PASSWORD}\n", "first-admin"),
        (("add", "최관리", "--role", "admin"), "짧다\n", "password-short"),
        (("add", "최관리", "--role", "admin"), "", "password-short"),
        (("add", " ", "--role", "admin"), f"{PASSWORD}\n", "actor-invalid"),
        (("role", "아무개", "admin"), "", "person-missing"),
        (("remove", "아무개"), "", "person-missing"),
        (("token", "add", "아무개", "워드"), "", "person-missing"),
        (("token", "remove", "7"), "", "token-missing"),
    ],
)
def test_what_cannot_be_done_is_told(db: Path, arguments: tuple[str, ...], said: str, code: str) -> None:
    error = user(db, *arguments, said=said).exception
    assert isinstance(error, GlossaryError)
    assert error.code == code


def test_no_glossary_no_people(tmp_path: Path) -> None:
    error = user(tmp_path / "none.db", "add", "최관리", "--role", "admin").exception
    assert isinstance(error, GlossaryError)
    assert error.code == "db-missing"
    assert list(tmp_path.iterdir()) == []
