"""Changing the look-up index: what stays of a concept stays untouched, so that an edit writes few pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from glossary.model import Concept, Reading
from glossary.store import rows
from glossary.store.index_buckets import Buckets
from glossary.store.index_forms import PLACES, Form, forms, marks, parts, weight

_WITHIN = "IN (SELECT value FROM json_each(?))"


def change(connection: sqlite3.Connection, gone: Iterable[str], entries: Sequence[tuple[Concept, Reading]]) -> None:
    """Take these concepts out of the index, and let it find these entries by the forms that they have now."""
    wanted = {concept.id: (concept, reading) for concept, reading in entries}
    ids = list(dict.fromkeys([*gone, *wanted]))
    query = f"SELECT concept_id, number, weight FROM names WHERE concept_id {_WITHIN} ORDER BY number"
    numbers: dict[str, dict[int, int]] = {concept_id: {} for concept_id in ids}
    for concept_id, number, heavy in connection.execute(query, (rows.dumps(ids),)):
        numbers[concept_id][number] = heavy
    task = _Change(connection)
    for concept_id in ids:
        task.concept(concept_id, numbers[concept_id], wanted.get(concept_id))
    task.buckets.flush(connection)


class _Change:
    """The change of one concept after the other."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.buckets = Buckets()
        self._connection = connection

    def concept(self, concept_id: str, weights: dict[int, int], wanted: tuple[Concept, Reading] | None) -> None:
        """Make the rows of a concept what they should be; none for one that is not wanted."""
        filed = {at: form for number in weights for at, form in self._filed(number)}
        new = {_name(form): form for form in forms(*wanted)} if wanted else {}
        old = {_name(form): at for at, form in filed.items()}
        for name, at in old.items():
            self._settle(at, filed[at], new.pop(name, None))
        if wanted:
            free = self._free(concept_id, weights, set(old.values()))
            for form in new.values():
                self._settle(next(free), None, form)
            if not weights:
                self._number(concept_id, weights)
            self._weigh(weights, weight(wanted[0]))
        else:
            query = "DELETE FROM names WHERE number = ?"
            self._connection.executemany(query, [(number,) for number in weights])

    def _filed(self, number: int) -> Iterator[tuple[int, Form]]:
        query = 'SELECT number, shelf, "key", text FROM forms WHERE number BETWEEN ? AND ?'
        bounds = (number * PLACES, number * PLACES + PLACES - 1)
        for at, shelf, key, text in self._connection.execute(query, bounds).fetchall():
            yield at, Form(shelf, key, key if text is None else text)

    def _settle(self, at: int, old: Form | None, new: Form | None) -> None:
        """One row of `forms`, with its parts and its places in buckets, from what it was to what it is to be."""
        if old == new:
            return
        execute, many = self._connection.execute, self._connection.executemany
        before, after = (parts(form) if form else set() for form in (old, new))
        many("DELETE FROM parts WHERE code = ? AND form = ?", [(code, at) for code in sorted(before - after)])
        many("INSERT INTO parts (code, form) VALUES (?, ?)", [(code, at) for code in sorted(after - before)])
        if new is None:
            execute("DELETE FROM forms WHERE number = ?", (at,))
        elif old is None:
            row = (at, new.shelf, new.key, None if new.text == new.key else new.text)
            execute('INSERT INTO forms (number, shelf, "key", text) VALUES (?, ?, ?, ?)', row)
        else:
            execute("UPDATE forms SET shelf = ? WHERE number = ?", (new.shelf, at))
        kept, found = (marks(form) if form else set() for form in (old, new))
        self.buckets.drop(kept - found, at)
        self.buckets.add(found - kept, at)

    def _free(self, concept_id: str, weights: dict[int, int], taken: set[int]) -> Iterator[int]:
        """Numbers for forms: first those that the concept has left, then those of a number of its own more."""
        for number in list(weights):
            yield from (at for at in range(number * PLACES, (number + 1) * PLACES) if at not in taken)
        while True:
            first = self._number(concept_id, weights) * PLACES
            yield from range(first, first + PLACES)

    def _number(self, concept_id: str, weights: dict[int, int]) -> int:
        number: int = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM names").fetchone()[0]
        self._connection.execute("INSERT INTO names VALUES (?, ?, 0)", (number, concept_id))
        weights[number] = 0
        return number

    def _weigh(self, weights: dict[int, int], heavy: int) -> None:
        changed = [(heavy, number) for number, old in weights.items() if old != heavy]
        self._connection.executemany("UPDATE names SET weight = ? WHERE number = ?", changed)


def _name(form: Form) -> tuple[str, str, str]:
    return form.field, form.key, form.text
