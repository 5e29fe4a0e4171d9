"""Making the tables what the log says, and all that can be derived ready to be derived anew."""

from __future__ import annotations

import json
from typing import Any

from glossary.errors import StorageError
from glossary.store import index, snapshots
from glossary.store.deriving import ConceptWriter
from glossary.store.replay import replay
from glossary.store.rows import dumps

_LATEST = """SELECT entity_id, after FROM events e WHERE entity = ? AND after IS NOT NULL
    AND id = (SELECT max(id) FROM events WHERE entity = e.entity AND entity_id = e.entity_id)"""
_ASTRAY = ("brands", "mentions", "bare_mentions")  # what belongs to a document


class RepairWriter(ConceptWriter):
    """What `verify --repair` does before everything is linked anew."""

    def replay_tables(self) -> None:
        """Write curations, decisions, ignores and concepts as the log leaves them; nothing is told to the log.

        Raises StorageError("verify-chain") for a log that is not to be trusted.
        """
        broken = replay(self._connection).broken
        if broken:
            raise StorageError("verify-chain", detail=str(broken[0]), count=len(broken))
        readings = {row["id"]: row["reading"] for row in self._all("SELECT id, reading FROM concepts")}
        for table in ("curations", "decisions", "ignores", "members", "terms", "concepts"):
            self._connection.execute(f"DELETE FROM {table}")
        self._insert("curations", [snapshots.curation_row(snapshots.curation_of(x)) for x in self._last("curation")])
        self._insert("decisions", [snapshots.decision_row(snapshots.decision_of(x)) for x in self._last("decision")])
        self._insert("ignores", [snapshots.ignore_row(snapshots.ignore_of(x)) for x in self._last("ignore")])
        for text in self._last("concept"):
            self._restore_concept(json.loads(text), readings)
        self._drop_astray()

    def _last(self, entity: str) -> list[str]:
        return [row["after"] for row in self._all(_LATEST, (entity,))]

    def _restore_concept(self, told: dict[str, Any], readings: dict[str, str]) -> None:
        terms, members = told.pop("terms"), told.pop("members")
        reading = readings.get(told["id"], "")
        if snapshots.digest(reading) != told["reading"]:
            reading = snapshots.LOST + told["reading"]
        row = {name: dumps(value) if isinstance(value, list) else value for name, value in told.items()}
        self._insert("concepts", [{**row, "reading": reading}])
        concept_id = told["id"]
        self._insert("terms", [{"concept_id": concept_id, "place": place, **term} for place, term in enumerate(terms)])
        columns = ("node", "key", "concept_id", "place")
        values = [(node, key, concept_id, place) for place, (node, key) in enumerate(members)]
        query = f"INSERT OR REPLACE INTO members ({', '.join(columns)}) VALUES (?, ?, ?, ?)"
        self._connection.executemany(query, values)

    def _drop_astray(self) -> None:
        for table in _ASTRAY:
            self._connection.execute(f"DELETE FROM {table} WHERE document_id NOT IN (SELECT id FROM documents)")
        self._connection.execute("DELETE FROM bare_nodes WHERE bare_id NOT IN (SELECT id FROM bare_mentions)")
        for table in ("mentions", "bare_mentions"):
            self._connection.execute(f"UPDATE {table} SET concept_id = NULL")

    def all_keys(self) -> list[str]:
        """The keys of everything that can be linked: mined, curated, or seen without hanzi."""
        query = """SELECT key FROM mentions UNION SELECT key FROM curations UNION SELECT key FROM concepts
            UNION SELECT 'ko:' || substr(node, 6) FROM bare_nodes WHERE node LIKE 'form:%' ORDER BY 1"""
        return [row["key"] for row in self._all(query)]

    def reindex(self) -> None:
        """Make the look-up index anew from the concepts."""
        index.rebuild(self._connection)
