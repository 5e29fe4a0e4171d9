"""Writing what linking derives: concepts with their terms, members and search rows; proposals."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from glossary.model import Entry, Proposal
from glossary.store import index, rows, snapshots
from glossary.store.curating import CurationWriter
from glossary.store.events import Act, Draft, versions
from glossary.store.views import WITHIN


@dataclass(frozen=True, slots=True)
class Stored:
    """A concept as its rows hold it; `row` without version is what tells whether it changes."""

    row: dict[str, Any]
    terms: list[dict[str, Any]]
    members: list[list[str]]  # node and key

    def same(self, other: Stored) -> bool:
        """Whether both say the same, whatever their versions."""
        mine, theirs = {**self.row, "version": 0}, {**other.row, "version": 0}
        return (mine, self.terms, self.members) == (theirs, other.terms, other.members)

    def at(self, version: int) -> Stored:
        """The same at a version."""
        return dataclasses.replace(self, row={**self.row, "version": version})

    def told(self) -> str:
        """The snapshot for the log."""
        return snapshots.of_concept(self.row, self.terms, self.members)


class ConceptWriter(CurationWriter):
    """The layer that `link` makes from the other two."""

    def replace_concepts(
        self,
        keys: Iterable[str],
        entries: Sequence[Entry],
        *,
        actor: str = "build",
        at: str = "",
        why: str = "",
        batch: str = "",
    ) -> None:
        """Make these the concepts of the keys and of their members; what changes counts its version up, as events."""
        new = {entry.concept.id: _stored(entry) for entry in entries}
        old = self._stored_of(keys, [node for one in new.values() for node, _ in one.members])
        gone = [concept_id for concept_id in old if concept_id not in new]
        ids = [concept_id for concept_id in new if self._changes(concept_id, old, new)]
        numbers = versions(self._connection, "concept", ids)
        new |= {concept_id: new[concept_id].at(numbers.get(concept_id, 0) + 1) for concept_id in ids}
        touched = set(ids)
        losers = self._losers(new, {*old, *new})
        self._write(gone, [entry for entry in entries if entry.concept.id in touched], new)
        drafts = [_draft(concept_id, old.get(concept_id), new.get(concept_id)) for concept_id in (*gone, *ids)]
        self._log(act := Act(actor, at, why), drafts, batch)
        self._bump(losers, act, batch)
        for concept_id in (*gone, *ids):
            self._touched.pop(concept_id, None)
        for table, field in (("mentions", "refs"), ("bare_mentions", "bare")):
            links = {ref: entry.concept.id for entry in entries for ref in getattr(entry, field)}
            self._refer(table, links, {*old, *new})

    def _changes(self, concept_id: str, old: dict[str, Stored], new: dict[str, Stored]) -> bool:
        before = old.get(concept_id)
        return before is None or concept_id in self._touched or not before.same(new[concept_id])

    def _write(self, gone: list[str], changed: list[Entry], new: dict[str, Stored]) -> None:
        ids = [entry.concept.id for entry in changed]
        self._delete("concepts", "id", gone)
        for table in ("terms", "members"):
            self._delete(table, "concept_id", ids)
        if changed:
            self._upsert([new[concept_id].row for concept_id in ids])
            self._insert("terms", (row for concept_id in ids for row in new[concept_id].terms))
            self._join(changed)
        self._index(changed, gone)

    def _upsert(self, concepts: list[dict[str, Any]]) -> None:
        """A row that stays is updated, never replaced: mentions refer to it."""
        columns = [f'"{name}"' for name in concepts[0]]
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns)
        query = f"""INSERT INTO concepts ({", ".join(columns)}) VALUES ({", ".join("?" * len(columns))})
            ON CONFLICT (id) DO UPDATE SET {updates}"""
        self._connection.executemany(query, (tuple(row.values()) for row in concepts))

    def _index(self, changed: list[Entry], gone: list[str]) -> None:
        """Look-ups find what has changed under its new forms, and no more what is gone."""
        index.replace(self._connection, gone, changed)

    def _join(self, changed: list[Entry]) -> None:
        """A node is in one concept: the one that was written last."""
        query = """INSERT INTO members (node, key, concept_id, place) VALUES (?, ?, ?, ?) ON CONFLICT (node)
            DO UPDATE SET key = excluded.key, concept_id = excluded.concept_id, place = excluded.place"""
        members = [
            (node, key, entry.concept.id, place)
            for entry in changed
            for place, (node, key) in enumerate(_members(entry))
        ]
        self._connection.executemany(query, members)

    def _refer(self, table: str, links: dict[int, str], touched: set[str]) -> None:
        """Each mention belongs to the concept that gathers it, and one that none gathers any more to none."""
        query = f"SELECT id, concept_id FROM {table} WHERE concept_id {WITHIN}"
        now = {row["id"]: row["concept_id"] for row in self._all(query, (rows.dumps(sorted(touched)),))}
        moves: list[tuple[str | None, int]] = [
            (concept_id, ref) for ref, concept_id in links.items() if now.get(ref) != concept_id
        ]
        moves += [(None, ref) for ref in now if ref not in links]
        self._connection.executemany(f"UPDATE {table} SET concept_id = ? WHERE id = ?", moves)

    def _stored_of(self, keys: Iterable[str], ids: Iterable[str]) -> dict[str, Stored]:
        values = (rows.dumps(sorted(keys)), rows.dumps(sorted(ids)))
        found = self._all(f"SELECT * FROM concepts WHERE key {WITHIN} OR id {WITHIN} ORDER BY id", values)
        terms: dict[str, list[dict[str, Any]]] = {row["id"]: [] for row in found}
        members: dict[str, list[list[str]]] = {row["id"]: [] for row in found}
        wanted = (rows.dumps(list(terms)),)
        for row in self._all(f"SELECT * FROM terms WHERE concept_id {WITHIN} ORDER BY concept_id, place", wanted):
            terms[row["concept_id"]].append(dict(row))
        query = f"SELECT * FROM members WHERE concept_id {WITHIN} ORDER BY concept_id, place"
        for row in self._all(query, wanted):
            members[row["concept_id"]].append([row["node"], row["key"]])
        return {row["id"]: Stored(dict(row), terms[row["id"]], members[row["id"]]) for row in found}

    def _losers(self, new: dict[str, Stored], known: set[str]) -> dict[str, Stored]:
        """Concepts that nobody spoke of and that lose a node to one of these: the log has to tell of them as well."""
        nodes = [node for stored in new.values() for node, _ in stored.members]
        query = f"SELECT DISTINCT concept_id FROM members WHERE node {WITHIN}"
        owners = {row["concept_id"] for row in self._all(query, (rows.dumps(nodes),))}
        return self._stored_of([], owners - known) if owners - known else {}

    def _bump(self, before: dict[str, Stored], act: Act, batch: str = "") -> None:
        """These concepts go on to their next version as they stand now."""
        for concept_id, after in self._stored_of([], before).items():
            after = after.at(self.version(concept_id) + 1)
            self._connection.execute("UPDATE concepts SET version = ? WHERE id = ?", (after.row["version"], concept_id))
            self._log(act, [_draft(concept_id, before[concept_id], after)], batch)

    def _settle(self) -> None:
        """A curation that linking did not answer counts its concept's version up all the same."""
        super()._settle()
        for concept_id, stored in self._stored_of([], self._touched).items():
            self._bump({concept_id: stored}, self._touched[concept_id])

    def put_proposals(self, proposals: Iterable[Proposal]) -> None:
        """Make these the proposals, all of them."""
        self._connection.execute("DELETE FROM proposals")
        self._insert("proposals", [rows.proposal_row(proposal) for proposal in proposals])

    def _delete(self, name: str, column: str, values: list[str]) -> None:
        self._connection.execute(f"DELETE FROM {name} WHERE {column} {WITHIN}", (rows.dumps(values),))


def _draft(concept_id: str, before: Stored | None, after: Stored | None) -> Draft:
    action = "create" if before is None else "delete" if after is None else "update"
    old, new = (None if stored is None else stored.told() for stored in (before, after))
    return Draft(action, "concept", concept_id, old, new)


def _members(entry: Entry) -> list[list[str]]:
    """Node and key of all that is one in the concept, its own first."""
    keys = dict(zip(entry.concept.members, entry.keys, strict=False))
    nodes = dict.fromkeys((entry.concept.id, *entry.concept.members))
    return [[node, entry.concept.key if node == entry.concept.id else keys.get(node, "")] for node in nodes]


def _stored(entry: Entry) -> Stored:
    return Stored(rows.concept_row(entry.concept, entry.reading), rows.term_rows(entry.concept), _members(entry))
