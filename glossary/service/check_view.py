"""The glossary as the check's rules see it: read from the store, for the names of one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from glossary.check.view import Known, Seen
from glossary.model import Document, Entry, Judgement

if TYPE_CHECKING:
    from glossary.service.context import Context
    from glossary.store.reader import Reader


class StoreView:
    """Answers the rules' questions from one reader; what was asked once is remembered for the document's check."""

    def __init__(self, ctx: Context, reader: Reader, doc: Document) -> None:
        self._ctx = ctx
        self._reader = reader
        self._doc = doc
        self._known: dict[str, Known] = {}

    def by_ids(self, ids: Iterable[str]) -> Mapping[str, Known]:
        """The concepts that these ids name by now, under the ids asked for."""
        stays = self._reader.resolve(ids)
        self._load(stays.values())
        return {node: self._known[concept] for node, concept in stays.items() if concept in self._known}

    def by_hanzi(self, keys: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        """The concepts of these folded hanzi."""
        nodes = self._reader.nodes_of(keys)
        known = self.by_ids({node for found in nodes.values() for node in found})
        return {
            key: tuple(_distinct(known[node] for node in sorted(found) if node in known))
            for key, found in nodes.items()
        }

    def by_forms(self, forms: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        """The concepts that have exactly these forms."""
        owners = self._owners(forms)
        self._load(concept for found in owners.values() for concept in found)
        return {form: tuple(self._known[one] for one in found if one in self._known) for form, found in owners.items()}

    def similar(self, forms: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        """The concepts that have a Korean form a slip away from one of these."""
        from glossary.service.lookup import similar

        found: dict[str, tuple[str, ...]] = {}
        for form in forms:
            found[form] = tuple(similar(self._reader, form, self._ctx.policy.lookup.one_slip))
        self._load(concept for near in found.values() for concept in near)
        return {form: tuple(self._known[one] for one in near if one in self._known) for form, near in found.items()}

    def judged(self, left: str, right: str) -> Judgement | None:
        """The decision in force between two nodes."""
        for decision in self._reader.decisions([left]):
            if {decision.left, decision.right} == {left, right} and not decision.scope:
                return decision.judgement
        return None

    def _load(self, ids: Iterable[str]) -> None:
        from glossary.store.before import written_before

        wanted = [one for one in dict.fromkeys(ids) if one not in self._known]
        if not wanted:
            return
        entries = self._entries(wanted)
        seen: dict[str, list[Seen]] = defaultdict(list)
        for row in written_before(self._reader, entries, self._doc.name, self._doc.digest, self._doc.date):
            seen[row.concept].append(Seen(row.form, row.times, row.documents, row.since))
        for ident, entry in entries.items():
            self._known[ident] = Known(entry.concept, tuple(seen[ident]))

    def _owners(self, forms: Iterable[str]) -> dict[str, list[str]]:
        """Whose these forms are, by form; those of none are left out."""
        wanted = list(forms)
        kept: dict[str, list[str]] = self._reader.remembered("owners of forms")
        if fresh := [form for form in wanted if form not in kept]:
            found = self._reader.having(fresh)
            kept.update((form, found.get(form, [])) for form in fresh)
        return {form: kept[form] for form in wanted if kept[form]}

    def _entries(self, wanted: Sequence[str]) -> dict[str, Entry]:
        """These concepts, in their order by id; those that an earlier check has read are not read again."""
        kept: dict[str, Entry] = self._reader.remembered("entries")
        kept.update(self._reader.entries([one for one in wanted if one not in kept]))
        return {one: kept[one] for one in wanted if one in kept}


def _distinct(found: Iterable[Known]) -> Iterable[Known]:
    return {known.concept.id: known for known in found}.values()
