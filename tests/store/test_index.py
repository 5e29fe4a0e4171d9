"""The look-up index: what is written is found, what goes is gone, and an index made anew is the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from bench_names import Maker

from glossary.model import Entry
from glossary.store import index, schema
from glossary.store.index_codes import typed
from glossary.store.index_search import Finder
from glossary.text.keyboard import strokes

TABLES = ("names", "forms", "parts", "pieces")


@pytest.fixture
def connection(tmp_path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(tmp_path / "glossary.db", isolation_level=None)
    schema.migrate(connection)
    connection.execute("BEGIN")
    return connection


def _made(count: int) -> list[Entry]:
    return list(Maker().entries(count))


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    counts = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES[:3]}
    return counts | {"pieces": connection.execute("SELECT sum(length(forms)) FROM pieces").fetchone()[0] or 0}


def test_every_name_is_found_by_each_of_its_forms(connection: sqlite3.Connection) -> None:
    entries = _made(300)
    index.replace(connection, (), entries)
    finder = Finder(connection, 64)
    for entry in entries:
        concept, ko = entry.concept, entry.concept.terms[0].text
        assert concept.id in {one.concept for one in finder.exact(("ko",), strokes(ko))}
        assert concept.id in {one.concept for one in finder.exact(("zh",), concept.key)}
        assert concept.id in {one.concept for one in finder.part(("ko",), strokes(ko[1:]))}
        assert concept.id in {one.concept for one in finder.prefix(("ko",), strokes(ko[:-1]))}


def test_what_is_taken_out_leaves_nothing(connection: sqlite3.Connection) -> None:
    first, second = _made(60)[:30], _made(60)[30:]
    index.replace(connection, (), first)
    before = _rows(connection)
    index.replace(connection, (), second)
    index.replace(connection, [entry.concept.id for entry in second], ())
    assert _rows(connection) == before
    index.replace(connection, (), first)
    assert _rows(connection) == before
    index.replace(connection, [entry.concept.id for entry in first], ())
    assert set(_rows(connection).values()) == {0}


def test_in_bulk_is_as_one_by_one(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = _made(50)
    index.replace(connection, (), entries)
    before = _rows(connection)
    index.replace(connection, [entry.concept.id for entry in entries], ())
    monkeypatch.setattr(index, "_BULK", 1)
    index.replace(connection, (), entries)
    assert _rows(connection) == before


@pytest.mark.parametrize("batch", [1, 3, 1_000])
def test_batches_put_by_are_as_one(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    entries = _made(90)
    index.replace(connection, (), entries[:20])
    monkeypatch.setattr(index, "_BULK", 1)
    monkeypatch.setattr(index, "_CHUNK", 10)
    monkeypatch.setattr(index, "_BATCH", batch)
    index.replace(connection, (), entries[20:])
    batched = connection.execute("SELECT * FROM pieces ORDER BY bucket").fetchall()
    index.replace(connection, [entry.concept.id for entry in entries[20:]], ())
    monkeypatch.undo()
    for entry in entries[20:]:
        index.replace(connection, (), [entry])
    single = connection.execute("SELECT * FROM pieces ORDER BY bucket").fetchall()
    assert [(bucket, len(forms), sorted(keys.split())) for bucket, forms, keys in batched] == [
        (bucket, len(forms), sorted(keys.split())) for bucket, forms, keys in single
    ]


def test_approved_before_mined_and_frequent_before_rare(connection: sqlite3.Connection) -> None:
    index.replace(connection, (), _made(2_000))
    found = Finder(connection, 20).prefix(("ko",), strokes("장"))
    assert found[0].weight >= max(one.weight for one in found) or found[0].weight >= 1 << 40


def test_typed_keys_are_plain_letters() -> None:
    assert typed("허사이커지").isascii()
