"""Writing the glossary: sqlite-utils on a connection of which there is one writer at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlite_utils import Database

from glossary.model import Brand, Document, Entry, Extraction, Sighting
from glossary.store import rows, schema
from glossary.store.failure import coded
from glossary.store.keys import search_rows
from glossary.store.known import Known
from glossary.text.keys import hanzi_key

BUSY_MS = 10_000
_BATCH = 1000
Before = tuple[int, dict[str, Any], list[dict[str, Any]]]  # version, row, rows of the terms


class Writer:
    """The database to be written; every change is one transaction: whole or not at all."""

    def __init__(self, path: Path) -> None:
        """Open or create the file and bring it up to date; raises StorageError."""
        self.path = path
        with coded(path):
            self._connection = sqlite3.connect(path, timeout=BUSY_MS / 1000)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        self._connection.row_factory = sqlite3.Row
        schema.check_ours(self._connection, self.path)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        schema.migrate(self._connection)
        self._db = Database(self._connection, execute_plugins=False)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside becomes visible at its end, or none of it."""
        with coded(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def known(self) -> dict[str, Known]:
        """What is known of every document, by name."""
        with coded(self.path):
            found = self._connection.execute("SELECT name, digest, recipe, issue, date FROM documents").fetchall()
        return {row["name"]: Known(row["digest"], row["recipe"], row["issue"], row["date"]) for row in found}

    def rename_document(self, old: str, new: str) -> None:
        """Give a document the name that its file has now."""
        self._connection.execute("UPDATE documents SET name = ? WHERE name = ?", (new, old))

    def drop_documents(self, names: Iterable[str], digest: str = "") -> set[str]:
        """Remove documents, by name and by digest, and hand back the keys whose mentions went with them."""
        condition = "name IN (SELECT value FROM json_each(?)) OR digest = ?"
        values = (rows.dumps(list(names)), digest)
        query = f"SELECT DISTINCT key FROM mentions WHERE document_id IN (SELECT id FROM documents WHERE {condition})"
        keys = {row["key"] for row in self._connection.execute(query, values)}
        self._connection.execute(f"DELETE FROM documents WHERE {condition}", values)
        return keys

    def brands(self, recipe: str, besides: Document) -> list[Brand]:
        """The brands that all other documents read by this recipe speak for, counted together, in order.

        What was read otherwise counts again when it has been read anew, so that two ways to a glossary meet.
        """
        query = """SELECT b.zh, b.ko, sum(b.count) AS count FROM brands b JOIN documents d ON d.id = b.document_id
            WHERE d.recipe = ? AND d.name != ? AND d.digest != ? GROUP BY b.zh, b.ko ORDER BY b.zh, b.ko"""
        with coded(self.path):
            found = self._connection.execute(query, (recipe, besides.name, besides.digest)).fetchall()
        return [Brand(row["zh"], row["ko"], row["count"]) for row in found]

    def add_document(self, doc: Document, found: Extraction, *, recipe: str, added: str) -> set[str]:
        """Store a document with its mentions and the brands it speaks for, and hand back the mentions' keys."""
        values = {
            "name": doc.name,
            "digest": doc.digest,
            "recipe": recipe,
            "encoding": doc.encoding,
            "title": doc.title,
            "issue": doc.issue,
            "date": doc.date,
            "added": added,
            "text": doc.text,
        }
        number = self._db.table("documents").insert(values).last_pk
        assert isinstance(number, int)
        stored = [rows.mention_row(mention, number, hanzi_key(mention.zh)) for mention in found.mentions]
        if stored:
            self._insert("mentions", stored)
        if found.brands:
            self._insert("brands", (rows.brand_row(brand, number) for brand in found.brands))
        return {row["key"] for row in stored}

    def sightings(self, keys: Iterable[str]) -> list[Sighting]:
        """All stored mentions of these keys, in the order of date, document and place."""
        query = """SELECT m.*, d.date FROM mentions m JOIN documents d ON d.id = m.document_id
            WHERE m.key IN (SELECT value FROM json_each(?)) ORDER BY d.date IS NULL, d.date, d.name, m.ko_start, m.id"""
        found = self._connection.execute(query, (rows.dumps(sorted(keys)),))
        return [Sighting(row["id"], row["document_id"], row["date"], rows.mention_of(row)) for row in found]

    def replace_concepts(self, keys: Iterable[str], entries: Sequence[Entry]) -> None:
        """Make these the concepts of the keys; a concept that changes counts its version up, the rest stay."""
        old = self._concepts_of(sorted(keys))
        new = {entry.concept.id for entry in entries}
        self._delete("concepts", "id", [concept_id for concept_id in old if concept_id not in new])
        changed = [(entry, row) for entry in entries if (row := _changed(entry, old.get(entry.concept.id)))]
        ids = [entry.concept.id for entry, _ in changed]
        self._delete("terms", "concept_id", ids)
        self._delete("search", "concept_id", ids)
        if changed:
            self._db.table("concepts").upsert_all([row for _, row in changed], pk="id")
            self._insert("terms", (row for entry, _ in changed for row in rows.term_rows(entry.concept)))
            self._insert("search", (row for entry, _ in changed for row in _search(entry)))
        self._refer(entries)

    def _insert(self, table: str, values: Iterable[dict[str, Any]]) -> None:
        self._db.table(table).insert_all(values, batch_size=_BATCH)

    def _refer(self, entries: Iterable[Entry]) -> None:
        query = "UPDATE mentions SET concept_id = ? WHERE id = ? AND concept_id IS NOT ?"
        links = [(entry.concept.id, ref, entry.concept.id) for entry in entries for ref in entry.refs]
        self._connection.executemany(query, links)

    def _concepts_of(self, keys: list[str]) -> dict[str, Before]:
        within = "IN (SELECT value FROM json_each(?))"
        found = self._connection.execute(f"SELECT * FROM concepts WHERE key {within}", (rows.dumps(keys),)).fetchall()
        terms: dict[str, list[dict[str, Any]]] = {row["id"]: [] for row in found}
        query = f"SELECT * FROM terms WHERE concept_id {within} ORDER BY concept_id, place"
        for row in self._connection.execute(query, (rows.dumps(list(terms)),)):
            terms[row["concept_id"]].append(dict(row))
        return {row["id"]: (row["version"], dict(row), terms[row["id"]]) for row in found}

    def _delete(self, name: str, column: str, values: list[str]) -> None:
        query = f"DELETE FROM {name} WHERE {column} IN (SELECT value FROM json_each(?))"
        self._connection.execute(query, (rows.dumps(values),))


def _changed(entry: Entry, before: Before | None) -> dict[str, Any] | None:
    """The row to write for a concept, with its next version; None where all is as before."""
    row = rows.concept_row(entry.concept, entry.reading)
    if before is None:
        return row
    version, old_row, old_terms = before
    same = {**row, "version": version} == old_row and rows.term_rows(entry.concept) == old_terms
    return None if same else {**row, "version": version + 1}


def _search(entry: Entry) -> list[dict[str, Any]]:
    found = search_rows(entry.concept, entry.reading)
    return [{"field": field, "key": key, "concept_id": entry.concept.id, "text": text} for field, key, text in found]
