"""The log of events: nobody can rewrite it, whatever SQL they try, and nothing of it goes unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from glossary_fakes import CLOCK

from glossary.errors import ConflictError
from glossary.model import CuratedTerm, Curation
from glossary.store.copies import verify
from glossary.store.writer import Writer

SAID = Curation("c1", "彭昭", "person", source="editor", terms=(CuratedTerm("펑자오", "ko", "preferred"),))
COLUMNS = "id, at, actor, action, entity, entity_id, version, why, before, after, batch, chain"
VALUES = "'x', 'mallory', 'update', 'curation', 'c1', 1, '', NULL, NULL, '1', ''"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.db"
    with Writer(path) as writer:
        for note in ("", "two", "three"):
            with writer.transaction():
                writer.curate(Curation(SAID.concept, SAID.key, note=note), actor="kim", at=CLOCK)
    return path


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET actor = 'mallory'",
        "UPDATE OR REPLACE events SET id = 1 WHERE id = 2",
        "UPDATE OR IGNORE events SET why = 'x'",
        "DELETE FROM events WHERE id = 3",
        "DELETE FROM events",
        f"INSERT OR REPLACE INTO events ({COLUMNS}) VALUES (1, {VALUES})",
        f"REPLACE INTO events ({COLUMNS}) VALUES (3, {VALUES})",
        f"INSERT INTO events ({COLUMNS}) VALUES (2, {VALUES}) ON CONFLICT (id) DO UPDATE SET actor = 'mallory'",
        f"INSERT INTO events ({COLUMNS}) VALUES (2, {VALUES}) ON CONFLICT DO NOTHING",
        f"INSERT OR IGNORE INTO events ({COLUMNS}) VALUES (2, {VALUES})",
        f"INSERT INTO events ({COLUMNS}) VALUES (99, {VALUES})",
        f"INSERT INTO events ({COLUMNS}) VALUES (NULL, {VALUES})",
        f"INSERT INTO events ({COLUMNS}) VALUES (-5, {VALUES})",
    ],
)
@pytest.mark.parametrize("recursive", ["OFF", "ON"])
def test_no_statement_changes_what_was_written(raw: sqlite3.Connection, statement: str, recursive: str) -> None:
    raw.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = raw.execute("SELECT * FROM events").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(statement)
    raw.rollback()
    assert raw.execute("SELECT * FROM events").fetchall() == before


def _without(raw: sqlite3.Connection, trigger: str, statement: str) -> None:
    """Somebody who takes the guard away, changes the log, and puts the guard back."""
    guard = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (trigger,)).fetchone()[0]
    raw.executescript(f"DROP TRIGGER {trigger}; {statement}; {guard}")


@pytest.mark.parametrize(
    ("trigger", "statement", "codes"),
    [
        ("events_no_update", "UPDATE events SET actor = 'mallory' WHERE id = 2", {"verify-chain"}),
        ("events_no_update", "UPDATE events SET at = '2020' WHERE id = 3", {"verify-chain"}),
        ("events_no_delete", "DELETE FROM events WHERE id = 2", {"verify-chain", "verify-torn"}),
        ("events_no_delete", "DELETE FROM events WHERE id = 3", {"verify-replay"}),
    ],
)
def test_what_was_changed_behind_its_back_is_found(path: Path, trigger: str, statement: str, codes: set[str]) -> None:
    with closing(sqlite3.connect(path)) as raw:
        _without(raw, trigger, statement)
    assert codes <= {fault.code for fault in verify(path)}


def test_a_guard_that_is_gone_is_missed(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER events_next")
    assert "verify-schema" in {fault.code for fault in verify(path)}


def test_of_two_editors_none_overwrites_the_other(path: Path) -> None:
    with Writer(path) as writer:
        version = writer.version("c1")
        with pytest.raises(ConflictError) as caught, writer.transaction():
            writer.curate(SAID, expected=version + 1, actor="lee", at=CLOCK)
        assert caught.value.code == "version-conflict"
        assert caught.value.params == {"id": "c1", "expected": version + 1, "version": version}
        assert writer.last_event() == 3


def test_what_is_said_already_makes_no_event(path: Path) -> None:
    with Writer(path) as writer, writer.transaction():
        said = writer.curation("c1")
        assert said is not None
        writer.curate(said, actor="lee", at=CLOCK)
        assert writer.last_event() == 3


def test_an_answer_undoes_the_one_before_and_can_be_undone_itself(path: Path) -> None:
    with Writer(path) as writer, writer.transaction():
        first = writer.decide("c1", "c2", "same", actor="kim", at=CLOCK, why="one person")
        assert writer.decide("c2", "c1", "same", actor="lee", at=CLOCK) == first
        second = writer.decide("c2", "c1", "different", actor="lee", at=CLOCK)
        assert writer.decisions() == [second]
        writer.undo_decision(second.id, actor="kim", at=CLOCK)
        writer.undo_decision(first.id, undone=False, actor="kim", at=CLOCK)
        assert writer.decisions(["c1"]) == [first]
        assert [one.undone for one in writer.decisions(undone=True)] == [False, True]
        batches = {event.batch for event in writer.events(after=3)}
        assert batches == {"4"}


def test_ignores_are_kept_with_their_reason_and_can_be_undone(path: Path) -> None:
    with Writer(path) as writer, writer.transaction():
        ignore = writer.add_ignore("homograph", document="260.txt", reason="meant", actor="kim", at=CLOCK)
        assert writer.ignores() == [ignore]
        writer.undo_ignore(ignore.id, actor="lee", at=CLOCK)
        assert (writer.ignores(), len(writer.ignores(undone=True))) == ([], 1)
    assert {fault.code for fault in verify(path)} <= {"verify-orphan"}  # nobody has linked c1


def test_decisions_on_mentions_follow_a_document_that_moves(path: Path) -> None:
    with Writer(path) as writer, writer.transaction():
        writer.decide("c1", "c2", "different", actor="kim", at=CLOCK, scope=("a:b.txt:7", "b.txt:7"))
        writer.rename_scopes("b.txt", "c.txt", actor="build", at=CLOCK)
        assert writer.decisions()[0].scope == ("a:b.txt:7", "c.txt:7")
