"""Buckets of forms that share a signature: their numbers as one row of integers, and beside it their keys.

A key lies with its number in every bucket, so that whether it is near is known without fetching the form.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, starmap

from glossary.store.index_pieces import Bucket

Mark = tuple[Bucket, str]  # a bucket, and the key that lies in it
BETWEEN = "\n"  # keys hold no white space
SOUNDS = " "  # begins what lies in a bucket for its sound: no key as it is spelt does
_FULL = 2_000_000  # entries kept in memory before they are written
_PLACE = 32  # bits of an entry's place below its bucket


class Buckets:
    """Entries to be added and dropped, gathered so that each bucket is written once."""

    def __init__(self) -> None:
        self._order: list[int] = []
        self._forms = array("I")
        self._keys: list[str] = []
        self._old: defaultdict[Bucket, set[tuple[int, str]]] = defaultdict(set)

    @property
    def full(self) -> bool:
        """Whether it is time to write."""
        return len(self._order) >= _FULL

    def add(self, marks: Iterable[Mark], form: int) -> None:
        """Let a form be found in these buckets."""
        order, forms, keys = self._order, self._forms, self._keys
        for bucket, key in marks:
            order.append(bucket << _PLACE | len(keys))
            forms.append(form)
            keys.append(key)

    def drop(self, marks: Iterable[Mark], form: int) -> None:
        """Let a form be found in these buckets no more."""
        for bucket, key in marks:
            self._old[bucket].add((form, key))

    def flush(self, connection: sqlite3.Connection) -> None:
        """Write what was gathered."""
        query = "INSERT OR REPLACE INTO pieces (bucket, forms, keys) VALUES (?, ?, ?)"
        empty = connection.execute("SELECT 1 FROM pieces").fetchone() is None
        for bucket, forms, keys in self._dropped(connection):
            if forms:
                connection.execute(query, _row(bucket, forms, keys))
            else:
                connection.execute("DELETE FROM pieces WHERE bucket = ?", (bucket,))
        connection.executemany(query, starmap(_row, self._added(connection, empty)))
        self._order, self._forms, self._keys = [], array("I"), []
        self._old.clear()

    def _dropped(self, connection: sqlite3.Connection) -> Iterator[tuple[Bucket, array[int], list[str]]]:
        for bucket in sorted(self._old):
            forms, keys = within(connection, (bucket,))
            left = [pair for pair in zip(forms, keys, strict=True) if pair not in self._old[bucket]]
            yield bucket, array("I", [form for form, _ in left]), [key for _, key in left]

    def _added(self, connection: sqlite3.Connection, empty: bool) -> Iterator[tuple[Bucket, array[int], list[str]]]:
        order, forms, keys, mask = self._order, self._forms, self._keys, (1 << _PLACE) - 1
        order.sort()
        for bucket, entries in groupby(order, _bucket):
            places = [entry & mask for entry in entries]
            here, lying = array("I", [forms[place] for place in places]), [keys[place] for place in places]
            if not empty:
                there, others = within(connection, (bucket,))
                here, lying = there + here, others + lying
            yield bucket, here, lying


def _bucket(entry: int) -> Bucket:
    return entry >> _PLACE


def marks(count: int) -> str:
    """Question marks for at least so many values, always one of few numbers, so that few statements are prepared.

    >>> marks(3), len(padded([7, 8, 9]))
    ('?, ?, ?, ?', 4)
    """
    return ", ".join("?" * _room(count))


def padded(values: Sequence[int]) -> list[int]:
    """Values for these marks, the last one over and over."""
    return [*values, *[values[-1]] * (_room(len(values)) - len(values))]


def _room(count: int) -> int:
    return 1 << max(0, count - 1).bit_length()


def within(connection: sqlite3.Connection, buckets: Collection[Bucket]) -> tuple[array[int], list[str]]:
    """The numbers of the forms in these buckets, and their keys in the same order."""
    if not buckets:
        return array("I"), []
    cursor = connection.cursor()
    cursor.row_factory = None
    query = f"SELECT forms, keys FROM pieces WHERE bucket IN ({marks(len(buckets))})"
    rows = cursor.execute(query, padded(sorted(buckets))).fetchall()
    forms = array("I", b"".join([row[0] for row in rows]))
    return _native(forms), BETWEEN.join([row[1] for row in rows]).split(BETWEEN) if rows else []


def _row(bucket: Bucket, forms: array[int], keys: list[str]) -> tuple[Bucket, bytes, str]:
    return bucket, _native(forms).tobytes(), BETWEEN.join(keys)


def _native(forms: array[int]) -> array[int]:
    """Numbers lie in the file with their low byte first, whatever the machine."""
    if sys.byteorder == "big":
        forms.byteswap()
    return forms
