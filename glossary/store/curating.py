"""Writing what people say: curations, decisions, ignores; every change is an event, and can be taken back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from glossary.errors import ConflictError
from glossary.model import Curation, Decision, Ignore, Judgement, Origin
from glossary.store import snapshots
from glossary.store.events import Act, Draft
from glossary.store.logged import Logged

_CURATION = ("concept", "key", "type", "review", "note", "source", "terms", "deleted")


class CurationWriter(Logged):
    """The layer that outlives every build."""

    _touched: dict[str, Act]  # concepts whose curation has changed in this transaction

    def _begun(self) -> None:
        super()._begun()
        self._touched = {}

    def curate(
        self, curation: Curation, *, expected: int | None = None, actor: str, at: str, why: str = "", batch: str = ""
    ) -> int:
        """Store what is said of a concept, and hand back the version that the concept has with it.

        Raises ConflictError("version-conflict") when the concept is at another version than expected.
        """
        now = self._expect(curation.concept, expected)
        changed = self.curate_many([curation], actor=actor, at=at, why=why, batch=batch)
        return self.version(curation.concept) + 1 if changed else now

    def curate_many(self, curations: Iterable[Curation], *, actor: str, at: str, why: str = "", batch: str = "") -> int:
        """Store what is said of many concepts, and hand back how many of them it changes."""
        wanted = {curation.concept: curation for curation in curations}
        before = {curation.concept: curation for curation in self.curations([], ids=wanted)}
        changed = [curation for curation in wanted.values() if before.get(curation.concept) != curation]
        columns = ", ".join(_CURATION)
        query = f"INSERT OR REPLACE INTO curations ({columns}) VALUES ({', '.join('?' * len(_CURATION))})"
        rows = (snapshots.curation_row(curation) for curation in changed)
        self._connection.executemany(query, (tuple(row[name] for name in _CURATION) for row in rows))
        act = Act(actor, at, why)
        self._log(act, [_draft(before.get(curation.concept), curation) for curation in changed], batch)
        self._touched |= dict.fromkeys((curation.concept for curation in changed), act)
        return len(changed)

    def uncurate(
        self, concept_id: str, *, expected: int | None = None, actor: str, at: str, why: str = "", batch: str = ""
    ) -> int:
        """Leave a concept to what was mined; the same as `curate` otherwise."""
        now = self._expect(concept_id, expected)
        before = self.curation(concept_id)
        if before is None:
            return now
        self._connection.execute("DELETE FROM curations WHERE concept = ?", (concept_id,))
        self._log(act := Act(actor, at, why), [_draft(before, None)], batch)
        self._touched[concept_id] = act
        return self.version(concept_id) + 1

    def _expect(self, concept_id: str, expected: int | None) -> int:
        now = self.version(concept_id)
        if expected is not None and expected != now:
            raise ConflictError("version-conflict", id=concept_id, expected=expected, version=now)
        return now + (concept_id in self._touched)

    def decide(
        self,
        left: str,
        right: str,
        judgement: Judgement,
        *,
        actor: str,
        at: str,
        why: str = "",
        origin: Origin = "editor",
        scope: Sequence[str] = (),
        batch: str = "",
    ) -> Decision:
        """Answer whether two nodes are the same; an earlier answer for the same two is undone by it."""
        act = Act(actor, at, why)
        for earlier in self._answers(left, right, tuple(scope)):
            if earlier.judgement == judgement:
                return earlier
            self._set_undone(earlier, True, act, batch)
        number = int(self._all("SELECT coalesce(max(id), 0) + 1 AS id FROM decisions")[0]["id"])
        decision = Decision(number, left, right, judgement, actor, at, why, origin, tuple(scope))
        self._insert("decisions", [snapshots.decision_row(decision)])
        self._log(act, [Draft("decide", "decision", str(number), None, snapshots.of_decision(decision))], batch)
        return decision

    def _answers(self, left: str, right: str, scope: tuple[str, ...]) -> list[Decision]:
        pair = {left, right}
        return [one for one in self.decisions([left]) if {one.left, one.right} == pair and one.scope == scope]

    def undo_decision(
        self, number: int, *, undone: bool = True, actor: str, at: str, why: str = "", batch: str = ""
    ) -> Decision:
        """Take a decision back, or put it in force again with undone=False."""
        return self._set_undone(self.decision(number), undone, Act(actor, at, why), batch)

    def _set_undone(self, decision: Decision, undone: bool, act: Act, batch: str) -> Decision:
        if decision.undone == undone:
            return decision
        after = dataclasses.replace(decision, undone=undone)
        self._connection.execute("UPDATE decisions SET undone = ? WHERE id = ?", (int(undone), decision.id))
        texts = snapshots.of_decision(decision), snapshots.of_decision(after)
        self._log(act, [Draft("undo" if undone else "redo", "decision", str(decision.id), *texts)], batch)
        return after

    def add_ignore(
        self,
        rule: str,
        *,
        concept: str = "",
        document: str = "",
        text: str = "",
        fingerprint: str = "",
        reason: str,
        actor: str,
        at: str,
        batch: str = "",
    ) -> Ignore:
        """Silence findings for a reason; what is left empty holds for all."""
        number = int(self._all("SELECT coalesce(max(id), 0) + 1 AS id FROM ignores")[0]["id"])
        ignore = Ignore(number, rule, concept, document, text, fingerprint, reason, actor, at)
        self._insert("ignores", [snapshots.ignore_row(ignore)])
        draft = Draft("ignore", "ignore", str(number), None, snapshots.of_ignore(ignore))
        self._log(Act(actor, at, reason), [draft], batch)
        return ignore

    def undo_ignore(
        self, number: int, *, undone: bool = True, actor: str, at: str, why: str = "", batch: str = ""
    ) -> Ignore:
        """Let findings be heard again, or silence them again with undone=False."""
        before = self.ignore(number)
        after = dataclasses.replace(before, undone=undone)
        if before != after:
            self._connection.execute("UPDATE ignores SET undone = ? WHERE id = ?", (int(undone), number))
            texts = snapshots.of_ignore(before), snapshots.of_ignore(after)
            self._log(Act(actor, at, why), [Draft("undo" if undone else "redo", "ignore", str(number), *texts)], batch)
        return after

    def rename_scopes(self, old: str, new: str, *, actor: str, at: str) -> None:
        """Decisions on single mentions, and ignores of one document, follow it when it gets another name."""
        act = Act(actor, at, f"{old} -> {new}")
        self._rescope({old: new}, {}, act)
        names = {old: new, PurePath(old).name: PurePath(new).name}  # a check calls a file by the last part of its path
        for ignore in self.ignores(undone=True):
            after = dataclasses.replace(ignore, document=names.get(ignore.document, ignore.document))
            if after != ignore:
                self._connection.execute("UPDATE ignores SET document = ? WHERE id = ?", (after.document, ignore.id))
                texts = snapshots.of_ignore(ignore), snapshots.of_ignore(after)
                self._log(act, [Draft("rename", "ignore", str(ignore.id), *texts)])

    def shift_scopes(self, places: Mapping[str, str], *, actor: str, at: str, why: str = "") -> None:
        """Decisions on single mentions ("document:offset") follow them where a text has been corrected."""
        self._rescope({}, places, Act(actor, at, why))

    def scoped(self, document: str) -> set[int]:
        """The offsets at which a document has mentions that somebody has decided on, undone decisions included."""
        parts = (place.rpartition(":") for one in self.decisions(undone=True) for place in one.scope)
        return {int(offset) for name, _, offset in parts if name == document and offset.isdecimal()}

    def _rescope(self, names: Mapping[str, str], places: Mapping[str, str], act: Act) -> None:
        for decision in self.decisions(undone=True):
            scope = tuple(places.get(place) or _renamed(place, names) for place in decision.scope)
            if scope != decision.scope:
                after = dataclasses.replace(decision, scope=scope)
                row = snapshots.decision_row(after)
                self._connection.execute("UPDATE decisions SET scope = ? WHERE id = ?", (row["scope"], decision.id))
                texts = snapshots.of_decision(decision), snapshots.of_decision(after)
                self._log(act, [Draft("rename", "decision", str(decision.id), *texts)])


def _draft(before: Curation | None, after: Curation | None) -> Draft:
    old, new = (None if one is None else snapshots.of_curation(one) for one in (before, after))
    if before is None or after is None:
        action = "create" if before is None else "remove"
    else:
        action = "delete" if after.deleted and not before.deleted else "update"
    said = after or before
    assert said is not None
    return Draft(action, "curation", said.concept, old, new)


def _renamed(place: str, names: Mapping[str, str]) -> str:
    document, _, offset = place.rpartition(":")
    return f"{names[document]}:{offset}" if document in names else place
