"""What can be read through any connection, the writer's included: concepts, curations, decisions, events."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from glossary.errors import NotFoundError
from glossary.model import (
    Curation,
    Decision,
    Entry,
    Event,
    Ignore,
    Proposal,
    Term,
)
from glossary.store import rows, snapshots
from glossary.store.events import event_of
from glossary.store.listing import page_query

FORM = "form:"  # begins the id of a node without hanzi
LARGEST = 2**63 - 1  # no number of SQLite's is greater
WITHIN = "IN (SELECT value FROM json_each(?))"


class Views:
    """Questions to the database that reader and writer share."""

    def _all(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        raise NotImplementedError

    def _by_ids(self, query: str, ids: Iterable[str]) -> list[sqlite3.Row]:
        return self._all(f"{query} {WITHIN}", (rows.dumps(list(ids)),))

    def entries(self, ids: Iterable[str]) -> dict[str, Entry]:
        """These concepts with their readings, by id; the references to mentions stay empty."""
        wanted = list(ids)
        terms: dict[str, list[Term]] = {}
        for row in sorted(
            self._by_ids("SELECT * FROM terms WHERE concept_id", wanted), key=lambda row: int(row["place"])
        ):
            terms.setdefault(row["concept_id"], []).append(rows.term_of(row))
        members = self.members(wanted)
        return {
            row["id"]: Entry(
                rows.concept_of(row, tuple(terms.get(row["id"], ())), members.get(row["id"], ())),
                rows.reading_of(row["reading"]),
                refs=(),
            )
            for row in self._by_ids("SELECT * FROM concepts WHERE id", wanted)
        }

    def page(
        self,
        *,
        type: str | None = None,
        status: str | None = None,
        review: str | None = None,
        after: str = "",
        offset: int = 0,
        limit: int = -1,
    ) -> list[str]:
        """The ids, in their order, of concepts of this type and review that have a form of this status."""
        return [row["id"] for row in self._all(*page_query(type, status, review, after, offset, limit))]

    def concept(self, concept_id: str) -> Entry:
        """One concept, by its own id or that of a member; raises NotFoundError("concept-missing")."""
        stays = self.resolve([concept_id])[concept_id]
        found = self.entries([stays]).get(stays)
        if found is None:
            raise NotFoundError("concept-missing", id=concept_id)
        return found

    def members(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The nodes that are one in each of these concepts, its own id first; a concept of one node is left out."""
        query = f"SELECT concept_id, node FROM members WHERE concept_id {WITHIN} ORDER BY concept_id, place"
        found: dict[str, tuple[str, ...]] = {}
        for row in self._all(query, (rows.dumps(list(ids)),)):
            found[row["concept_id"]] = (*found.get(row["concept_id"], ()), row["node"])
        return {concept: nodes for concept, nodes in found.items() if nodes != (concept,)}

    def resolve(self, nodes: Iterable[str]) -> dict[str, str]:
        """The concept that each node is in by now; a node in none stands for itself."""
        wanted = list(nodes)
        found = {row["node"]: row["concept_id"] for row in self._by_ids("SELECT * FROM members WHERE node", wanted)}
        return {node: found.get(node, node) for node in wanted}

    def having(self, texts: Iterable[str]) -> dict[str, list[str]]:
        """The concepts that have exactly these forms, by form; a form that none has is left out."""
        found: dict[str, list[str]] = {}
        query = f"SELECT DISTINCT text, concept_id FROM terms WHERE text {WITHIN} ORDER BY text, concept_id"
        for row in self._all(query, (rows.dumps(list(texts)),)):
            found.setdefault(row["text"], []).append(row["concept_id"])
        return found

    def keys_of(self, nodes: Iterable[str]) -> dict[str, str]:
        """The key of each node that the glossary knows: folded hanzi, "ko:" and the form for one without."""
        wanted = list(nodes)
        keys = {node: f"ko:{node.removeprefix(FORM)}" for node in wanted if node.startswith(FORM)}
        for table, column in (("curations", "concept"), ("concepts", "id"), ("members", "node")):
            query = f"SELECT {column} AS node, key FROM {table} WHERE {column}"
            keys |= {row["node"]: row["key"] for row in self._by_ids(query, wanted)}
        return keys

    def nodes_of(self, keys: Iterable[str]) -> dict[str, set[str]]:
        """The nodes that have these keys, by key: the reverse of `keys_of`."""
        wanted = list(keys)
        nodes = {key: {FORM + key.removeprefix("ko:")} if key.startswith("ko:") else set() for key in wanted}
        for table, column in (("curations", "concept"), ("concepts", "id"), ("members", "node")):
            for row in self._by_ids(f"SELECT {column} AS node, key FROM {table} WHERE key", wanted):
                nodes[row["key"]].add(row["node"])
        return nodes

    def links(self, nodes: Iterable[str]) -> tuple[list[Decision], list[Proposal]]:
        """The decisions in force and the automatic proposals that touch any of these nodes."""
        wanted = list(nodes)
        return self.decisions(wanted), [one for one in self.proposals_of(wanted) if one.automatic]

    def curation(self, concept_id: str) -> Curation | None:
        """What editors and packs say of exactly this concept."""
        found = self._all("SELECT * FROM curations WHERE concept = ?", (concept_id,))
        return snapshots.curation_of_row(found[0]) if found else None

    def curations(self, keys: Iterable[str] | None = None, *, ids: Iterable[str] = ()) -> list[Curation]:
        """The curations of these keys and of these concepts; all of them without keys."""
        if keys is None:
            found = self._all("SELECT * FROM curations ORDER BY concept")
        else:
            query = f"SELECT * FROM curations WHERE key {WITHIN} OR concept {WITHIN} ORDER BY concept"
            found = self._all(query, (rows.dumps(list(keys)), rows.dumps(list(ids))))
        return [snapshots.curation_of_row(row) for row in found]

    def decisions(self, nodes: Iterable[str] | None = None, *, undone: bool = False) -> list[Decision]:
        """The decisions in force, the undone ones too if asked, in order; of these nodes alone if any are named."""
        conditions, values = [] if undone else ["NOT undone"], []
        if nodes is not None:
            conditions.append(f'("left" {WITHIN} OR "right" {WITHIN})')
            values = [rows.dumps(list(nodes))] * 2
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        return [
            snapshots.decision_of_row(row) for row in self._all(f"SELECT * FROM decisions {where} ORDER BY id", values)
        ]

    def decision(self, number: int) -> Decision:
        """One decision, undone or not; raises NotFoundError("decision-missing")."""
        found = self._all("SELECT * FROM decisions WHERE id = ?", (min(number, LARGEST),))
        if not found:
            raise NotFoundError("decision-missing", id=number)
        return snapshots.decision_of_row(found[0])

    def ignores(self, *, undone: bool = False) -> list[Ignore]:
        """The ignores in force, the undone ones too if asked, in order."""
        where = "" if undone else "WHERE NOT undone"
        return [snapshots.ignore_of_row(row) for row in self._all(f"SELECT * FROM ignores {where} ORDER BY id")]

    def ignore(self, number: int) -> Ignore:
        """One ignore, undone or not; raises NotFoundError("ignore-missing")."""
        found = self._all("SELECT * FROM ignores WHERE id = ?", (min(number, LARGEST),))
        if not found:
            raise NotFoundError("ignore-missing", id=number)
        return snapshots.ignore_of_row(found[0])

    def proposals(self, limit: int = -1, offset: int = 0, *, automatic: bool | None = None) -> list[Proposal]:
        """Proposals by how much text they touch; only those that wait for an answer with automatic=False."""
        where, values = ("", ()) if automatic is None else ("WHERE automatic = ?", (int(automatic),))
        query = (
            f"""SELECT * FROM proposals {where} ORDER BY touches DESC, score DESC, "left", "right" LIMIT ? OFFSET ?"""
        )
        return [rows.proposal_of(row) for row in self._all(query, (*values, limit, offset))]

    def proposals_of(self, nodes: Iterable[str]) -> list[Proposal]:
        """The proposals that one of these nodes is a side of."""
        wanted = rows.dumps(list(nodes))
        query = f"""SELECT * FROM proposals WHERE "left" {WITHIN} OR "right" {WITHIN} ORDER BY "left", "right" """
        return [rows.proposal_of(row) for row in self._all(query, (wanted, wanted))]

    def event(self, number: int) -> Event:
        """One event; raises NotFoundError("event-missing")."""
        found = self._all("SELECT * FROM events WHERE id = ?", (min(number, LARGEST),))
        if not found:
            raise NotFoundError("event-missing", id=number)
        return event_of(found[0])

    def last_event(self) -> int:
        """The number of the last event, 0 before the first."""
        found = self._all("SELECT coalesce(max(id), 0) AS id FROM events")
        return int(found[0]["id"])

    def version(self, concept_id: str) -> int:
        """The version of a concept by its last event: it goes on where a concept comes back."""
        query = "SELECT coalesce(max(version), 0) AS version FROM events WHERE entity = 'concept' AND entity_id = ?"
        return int(self._all(query, (concept_id,))[0]["version"])

    def events(
        self, *, entity: str = "", ids: Iterable[str] = (), batch: str = "", after: int = 0, limit: int = -1
    ) -> list[Event]:
        """Events in order: of things of one sort, of one batch, after a number, or all of them."""
        conditions, values = ["id > ?"], [str(after)]
        if entity:
            conditions.append(f"entity = ? AND entity_id {WITHIN}")
            values += [entity, rows.dumps(list(ids))]
        if batch:
            conditions.append("batch = ?")
            values.append(batch)
        query = f"SELECT * FROM events WHERE {' AND '.join(conditions)} ORDER BY id LIMIT ?"
        return [event_of(row) for row in self._all(query, (*values, limit))]
