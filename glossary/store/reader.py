"""Reading the glossary: plain sqlite3, a connection that cannot write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from glossary.errors import NotFoundError, StorageError
from glossary.model import Concept, Entry, Mention
from glossary.store import idle, memory, rows, schema
from glossary.store.cards import cards
from glossary.store.failure import coded
from glossary.store.index_search import Finder
from glossary.store.usage import Usage
from glossary.views import DocumentSummary

BUSY_MS = 5000
_USUAL = "mode=rw"
_PREPARED = 256  # statements of a connection: a look-up has thirty
_CACHE_KIB = 8_000
_MAPPED = 1 << 31  # bytes that are read where they lie

_DOCUMENTS = """SELECT d.*, count(seen.mention) AS mentions, count(DISTINCT seen.concept_id) AS concepts
    FROM documents d LEFT JOIN (
        SELECT document_id, concept_id, id AS mention FROM mentions WHERE concept_id IS NOT NULL
        UNION ALL SELECT document_id, concept_id, NULL FROM bare_mentions WHERE concept_id IS NOT NULL
    ) seen ON seen.document_id = d.id"""


class Reader(Usage):
    """One consistent view of the database, from `with` to its end."""

    def __init__(self, path: Path, *, kept: bool = False) -> None:
        """Open the file, or go on with a connection that was kept; raises NotFoundError("db-missing") and StorageError.

        One that is to be kept stays open at the end, for the next reader.
        """
        self.path = path
        if not path.is_file() or not path.stat().st_size:
            raise NotFoundError("db-missing", path=str(path))
        with coded(path):
            known = idle.taken(path) if kept else None
            self._kept = kept and (known is not None or _mode(path) == _USUAL)
            self._connection = known or connect(path)
            self._check(known is not None)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._kept and (error is None or isinstance(error, NotFoundError)):  # a glossary without it is sound
            self._connection.execute("COMMIT")
            idle.keep(self.path, self._connection)
        else:
            self._connection.close()

    def _check(self, known: bool) -> None:
        try:
            self._connection.execute("BEGIN")
            found = schema.version(self._connection)  # the view is of this moment
            if known and found == schema.VERSION:
                return
            schema.check_ours(self._connection, self.path)
            if found == 0:
                raise NotFoundError("db-missing", path=str(self.path))
            if found < schema.VERSION:
                raise StorageError("db-older", path=str(self.path), version=found)
        except BaseException:
            self._connection.close()
            raise

    def _all(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with coded(self.path):
            return self._connection.execute(query, values).fetchall()

    def remembered(self, what: str) -> dict[str, Any]:
        """Answers of one sort that were given before and still hold: nothing has been written since.

        What is put in is there for the next readers that go on with this connection.
        """
        return memory.of(self._connection).setdefault(what, {})

    def finder(self, most: int) -> Finder:
        """The searches of the look-up index, each handing back about so many forms at most."""
        return Finder(self._connection, most)

    def cards(self, ids: Sequence[str]) -> dict[str, Entry]:
        """What a look-up shows of these concepts, by id."""
        with coded(self.path):
            return cards(self._connection, ids)

    def mention_counts(self, ids: Iterable[str]) -> dict[str, int]:
        """How often each of these concepts was seen."""
        return {row["id"]: row["mentions"] for row in self._by_ids("SELECT id, mentions FROM concepts WHERE id", ids)}

    def concepts(self, limit: int = -1, offset: int = 0) -> list[Concept]:
        """Concepts by how often they were seen, a page of them."""
        found = self._all("SELECT id FROM concepts ORDER BY mentions DESC, id LIMIT ? OFFSET ?", (limit, offset))
        ids = [row["id"] for row in found]
        entries = self.entries(ids)
        return [entries[concept_id].concept for concept_id in ids]

    def documents(self) -> list[DocumentSummary]:
        """All documents, the latest issue first."""
        found = self._all(f"{_DOCUMENTS} GROUP BY d.id ORDER BY d.date DESC, d.issue DESC, d.name")
        return [_summary(row) for row in found]

    def document(self, document_id: str) -> DocumentSummary:
        """One document; raises NotFoundError("document-missing")."""
        found = self._all(f"{_DOCUMENTS} WHERE d.id = ? GROUP BY d.id", (document_id,))
        if not found:
            raise NotFoundError("document-missing", id=document_id)
        return _summary(found[0])

    def text(self, document_id: str) -> str:
        """The text of a document."""
        found: str = self._all("SELECT text FROM documents WHERE id = ?", (document_id,))[0]["text"]
        return found

    def mentions_of_document(self, document_id: str) -> list[tuple[str, Mention]]:
        """The mentions of a document that belong to a concept, in its order, each with the concept's id."""
        query = """SELECT * FROM mentions WHERE document_id = ? AND concept_id IS NOT NULL
            ORDER BY min(ko_start, zh_start), id"""
        return [(row["concept_id"], rows.mention_of(row)) for row in self._all(query, (document_id,))]

    def mentions_of_concept(self, concept_id: str, limit: int = -1) -> list[tuple[str, Mention]]:
        """The mentions of a concept, each with its document's id, the latest document first."""
        query = """SELECT m.* FROM mentions m JOIN documents d ON d.id = m.document_id
            WHERE m.concept_id = ? ORDER BY d.date DESC, d.name, m.ko_start LIMIT ?"""
        return [(str(row["document_id"]), rows.mention_of(row)) for row in self._all(query, (concept_id, limit))]

    def counts(self) -> tuple[int, int, int]:
        """How many concepts, documents and mentions of concepts there are."""
        query = """SELECT (SELECT count(*) FROM concepts), (SELECT count(*) FROM documents),
            (SELECT coalesce(sum(mentions), 0) FROM concepts)"""
        concepts, documents, mentions = self._all(query)[0]
        return concepts, documents, mentions


def _summary(row: sqlite3.Row) -> DocumentSummary:
    return DocumentSummary(
        str(row["id"]), row["name"], row["title"], row["issue"], row["date"], row["mentions"], row["concepts"]
    )


def connect(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, even where nobody may write beside the database."""
    uri = f"{path.absolute().as_uri()}?{_mode(path)}"
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,  # used by one thread at a time, though not always the same one
        factory=memory.Remembering,
        cached_statements=_PREPARED,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    return connection


def _mode(path: Path) -> str:
    """WAL lays files beside the database: one who may write there tidies them up, one who may not does without."""
    if not os.access(path.parent, os.W_OK):
        return "mode=ro&immutable=1"
    return _USUAL if os.access(path, os.W_OK) else "mode=ro"
