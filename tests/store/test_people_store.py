"""The file of people: one for its owner alone, whole or not at all, and not taken for another."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from glossary.errors import ConflictError, NotFoundError, StorageError
from glossary.model.people import Person
from glossary.store.people import People
from glossary.store.people_file import PeopleFile, beside, stamp
from glossary.store.people_schema import MIGRATIONS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = beside(tmp_path / "glossary.db")
    with People(path) as people:
        people.add("최관리", "최관리", "admin", "hash", 1)
        people.add("이열람", "이열람", "viewer", "hash", 2)
    return path


def test_only_its_owner_reads_it(path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600


def test_its_stamp_changes_with_every_commit(path: Path, tmp_path: Path) -> None:
    assert stamp(tmp_path / "none") == b""
    seen = {stamp(path)}
    with People(path) as people:
        for role in ("editor", "viewer", "editor"):
            people.set_role("이열람", role)  # type: ignore[arg-type]
            seen.add(stamp(path))
    assert len(seen) == 4


@pytest.mark.parametrize("statement", ["CREATE TABLE x (y)", "PRAGMA user_version = 3"])
def test_a_file_of_another_program_is_left_alone(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "other"
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    with pytest.raises(StorageError) as caught:
        PeopleFile(path)
    assert caught.value.code == "db-foreign"


def test_a_file_of_a_later_version_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StorageError) as caught:
        People(path)
    assert caught.value.code == "db-newer"


@pytest.mark.parametrize("data", [b"no database, but long enough to look at" * 9, b"SQLite format 3\0" + b"\xff" * 200])
def test_a_damaged_file_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "people"
    path.write_bytes(data)
    with pytest.raises(StorageError) as caught:
        People(path)
    assert caught.value.code == "db-damaged"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        People(tmp_path / "none" / "people")


def test_a_secret_is_made_once(path: Path) -> None:
    with People(path) as people, People(path) as other:
        assert people.secret("web", b"1") == other.secret("web", b"2") == b"1"
        assert people.secret("attempts", b"3") == b"3"


def test_the_last_admin_stays_while_others_are_there(path: Path) -> None:
    with People(path) as people:
        for act in (lambda: people.remove("최관리"), lambda: people.set_role("최관리", "editor")):
            with pytest.raises(ConflictError, match="last-admin"):
                act()
        people.set_role("최관리", "admin")
        people.remove("이열람")
        people.remove("최관리")
        assert people.accounts() == []


def test_two_admins_cannot_step_down_at_once(path: Path) -> None:
    with People(path) as people:
        people.set_role("이열람", "admin")
    told: list[str] = []

    def step_down(key: str) -> None:
        with People(path) as people:
            try:
                people.set_role(key, "viewer")
            except ConflictError as error:
                told.append(error.code)

    threads = [threading.Thread(target=step_down, args=(key,)) for key in ("최관리", "이열람")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["last-admin"]
    with People(path) as people:
        assert sorted(account.role for account in people.accounts()) == ["admin", "viewer"]


@pytest.mark.parametrize(("begun", "seen", "found"), [(100, 100, True), (101, 100, False), (100, 101, False)])
def test_a_session_has_two_ends(path: Path, begun: int, seen: int, found: bool) -> None:
    with People(path) as people:
        people.begin("이열람", b"digest", 100, 0)
        person = people.session(b"digest", 100, begun=begun, seen=seen)
        assert (person == Person("이열람", "viewer")) is found


def test_a_use_is_written_down_now_and_then(path: Path) -> None:
    with People(path) as people:
        people.begin("이열람", b"digest", 100, 0)
        before = stamp(path)
        assert people.session(b"digest", 400, begun=0, seen=0)
        assert stamp(path) == before
        assert people.session(b"digest", 401, begun=0, seen=0)
        assert people.session(b"digest", 402, begun=0, seen=401)


def test_old_sessions_go_when_others_begin(path: Path) -> None:
    with People(path) as people:
        people.begin("이열람", b"old", 100, 0)
        people.begin("이열람", b"new", 200, 150)
        assert people.session(b"old", 200, begun=0, seen=0) is None
        assert people.session(b"new", 200, begun=0, seen=0) is not None
        people.begin("아무개", b"none", 200, 0)
        assert people.session(b"none", 200, begun=0, seen=0) is None


def test_tokens_are_their_owners(path: Path) -> None:
    with People(path) as people:
        token = people.add_token("이열람", "워드", b"digest", 100)
        assert people.bearer(b"digest", 100) == Person("이열람", "viewer")
        assert people.bearer(b"digest", 101) == Person("이열람", "viewer")
        assert [one.used for one in people.tokens("이열람")] == [100]
        with pytest.raises(NotFoundError, match="token-missing"):
            people.remove_token(token.id, "최관리")
        people.remove_token(token.id, "이열람")
        assert people.bearer(b"digest", 100) is None
        with pytest.raises(NotFoundError, match="person-missing"):
            people.add_token("아무개", "워드", b"other", 100)
        people.add_token("이열람", "워드", b"third", 100)
        people.remove("이열람")
        assert people.tokens() == []


def test_attempts_are_counted_by_each_mark_and_forgotten_in_time(path: Path) -> None:
    marks, most = {"both": b"1", "name": b"2"}, {"both": 2, "name": 3}
    with People(path) as people:
        assert [people.attempt(marks, most, at, at - 10) for at in (1, 2, 3, 11)] == [None, None, 1, None]
        other = {**marks, "both": b"9"}
        assert people.attempt(other, most, 11, 1) is None
        assert people.attempt(other, most, 11, 1) == 2  # three for that name
        people.forgive(other)
        assert people.attempt(other, most, 11, 1) is None
