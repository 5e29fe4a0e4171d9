"""What can be read of the documents through any connection: mentions with and without hanzi, and what was kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from glossary.model import BareMention, BareSighting, Document, Sighting
from glossary.store import rows
from glossary.store.named import Named
from glossary.store.views import WITHIN
from glossary.views import DocumentUsage

_ORDER = "d.date IS NULL, d.date, d.name"
_USAGE = """SELECT d.id, d.name, d.issue, d.date, sum(x.glossed) AS glossed, sum(x.bare) AS bare FROM (
        SELECT document_id, 1 AS glossed, 0 AS bare FROM mentions WHERE concept_id = ?
        UNION ALL SELECT document_id, 0, 1 FROM bare_mentions WHERE concept_id = ?
    ) x JOIN documents d ON d.id = x.document_id GROUP BY d.id ORDER BY d.date DESC, d.issue DESC, d.name"""


class Usage(Named):
    """Questions about the evidence that reader and writer share."""

    def sightings(self, keys: Iterable[str] | None = None) -> list[Sighting]:
        """All stored mentions, of these keys if any are named, in the order of date, document and place."""
        where, values = ("", ()) if keys is None else (f"WHERE m.key {WITHIN}", (rows.dumps(sorted(keys)),))
        query = f"""SELECT m.*, d.date, d.name AS document FROM mentions m JOIN documents d ON d.id = m.document_id
            {where} ORDER BY {_ORDER}, m.ko_start, m.id"""
        return [
            Sighting(
                ref=row["id"],
                document=row["document_id"],
                date=row["date"],
                mention=rows.mention_of(row),
                place=f"{row['document']}:{row['ko_start']}",
            )
            for row in self._all(query, values)
        ]

    def bare_sightings(self, nodes: Iterable[str] | None = None) -> list[BareSighting]:
        """All bare mentions, of those that may mean one of these nodes if any are named, in the same order."""
        inner = f"SELECT bare_id FROM bare_nodes WHERE node {WITHIN}"
        where, values = ("", ()) if nodes is None else (f"WHERE b.id IN ({inner})", (rows.dumps(list(nodes)),))
        query = f"""SELECT b.*, d.date, d.name AS document FROM bare_mentions b JOIN documents d ON d.id = b.document_id
            {where} ORDER BY {_ORDER}, b.start, b.id"""
        return [
            BareSighting(
                ref=row["id"],
                document=row["document_id"],
                date=row["date"],
                mention=rows.bare_of(row),
                place=f"{row['document']}:{row['start']}",
            )
            for row in self._all(query, values)
        ]

    def bare_of_document(self, document_id: str) -> list[tuple[str | None, BareMention]]:
        """The bare mentions of a document, in its order, each with the id of the concept that gathers it."""
        query = "SELECT * FROM bare_mentions WHERE document_id = ? ORDER BY start, id"
        return [(row["concept_id"], rows.bare_of(row)) for row in self._all(query, (document_id,))]

    def bare_of_concept(self, concept_id: str, limit: int = -1) -> list[tuple[str, BareMention]]:
        """The bare mentions that a concept gathers, each with its document's id, the latest document first."""
        query = """SELECT b.* FROM bare_mentions b JOIN documents d ON d.id = b.document_id
            WHERE b.concept_id = ? ORDER BY d.date DESC, d.name, b.start LIMIT ?"""
        return [(str(row["document_id"]), rows.bare_of(row)) for row in self._all(query, (concept_id, limit))]

    def usage(self, concept_id: str) -> list[DocumentUsage]:
        """How often each document names a concept, the latest document first."""
        return [
            DocumentUsage(str(row["id"]), row["name"], row["issue"], row["date"], row["glossed"], row["bare"])
            for row in self._all(_USAGE, (concept_id, concept_id))
        ]

    def document_texts(self, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, Document]]:
        """The stored documents, one after the other, each with its number."""
        if numbers is None:
            numbers = [row["id"] for row in self._all("SELECT id FROM documents ORDER BY id")]
        for number in numbers:
            for row in self._all("SELECT * FROM documents WHERE id = ?", (number,)):
                yield number, _document(row)

    def noted(self, name: str) -> str | None:
        """One of a build's own marks."""
        found = self._all("SELECT text FROM marks WHERE name = ?", (name,))
        return found[0]["text"] if found else None

    def blob(self, name: str) -> tuple[str, bytes] | None:
        """What was kept under a name, with the revision that it was made of."""
        found = self._all("SELECT revision, data FROM blobs WHERE name = ?", (name,))
        return (found[0]["revision"], found[0]["data"]) if found else None

    def blobs(self, start: str) -> list[tuple[str, str, bytes]]:
        """What was kept under names that begin so: name, revision, data."""
        query = "SELECT name, revision, data FROM blobs WHERE substr(name, 1, ?) = ? ORDER BY name"
        return [(row["name"], row["revision"], row["data"]) for row in self._all(query, (len(start), start))]

    def revision(self) -> str:
        """What stands for the state of the glossary: it changes with every write of a concept, and with no other."""
        query = "SELECT chain FROM events WHERE entity = 'concept' ORDER BY id DESC LIMIT 1"
        found = self._all(query)
        return str(found[0]["chain"]) if found else ""


def _document(row: sqlite3.Row) -> Document:
    return Document(
        name=row["name"],
        text=row["text"],
        digest=row["digest"],
        encoding=row["encoding"],
        title=row["title"],
        issue=row["issue"],
        date=row["date"],
    )
