"""Buckets of forms that share a signature: their numbers as one row of integers, and beside it their keys.

A key lies with its number in every bucket, so that whether it is near is known without fetching the form.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from glossary.store.index_pieces import Bucket

T = TypeVar("T")
Mark = tuple[Bucket, str]  # a bucket, and the key that lies in it
BETWEEN = "\n"  # keys hold no white space
SOUNDS = " "  # begins what lies in a bucket for its sound: no key as it is spelt does
_PUT = "INSERT OR REPLACE INTO pieces (bucket, forms, keys) VALUES (?, ?, ?)"


class Buckets:
    """Entries to be added and dropped, gathered so that each bucket is written once."""

    def __init__(self) -> None:
        self._new: defaultdict[Bucket, list[tuple[int, str]]] = defaultdict(list)
        self._old: defaultdict[Bucket, set[tuple[int, str]]] = defaultdict(set)

    def add(self, marks: Iterable[Mark], form: int) -> None:
        """Let a form be found in these buckets."""
        for bucket, key in marks:
            self._new[bucket].append((form, key))

    def drop(self, marks: Iterable[Mark], form: int) -> None:
        """Let a form be found in these buckets no more."""
        for bucket, key in marks:
            self._old[bucket].add((form, key))

    def flush(self, connection: sqlite3.Connection) -> None:
        """Write what was gathered."""
        for bucket in sorted({*self._new, *self._old}):
            gone, there = self._old.get(bucket, ()), zip(*within(connection, (bucket,)), strict=True)
            if lying := [*(entry for entry in there if entry not in gone), *self._new.get(bucket, ())]:
                connection.execute(_PUT, _row(bucket, *zip(*lying, strict=True)))
            else:
                connection.execute("DELETE FROM pieces WHERE bucket = ?", (bucket,))
        self._new.clear()
        self._old.clear()


class Loading:
    """Entries of many forms, gathered batch after batch, and written when all are known: each bucket once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._put_by = False
        self._forms: defaultdict[Bucket, list[int]] = defaultdict(list)
        self._keys: defaultdict[Bucket, list[str]] = defaultdict(list)
        columns = "bucket INTEGER NOT NULL, forms BLOB NOT NULL, keys TEXT NOT NULL"
        connection.execute(f"CREATE TEMP TABLE gathered ({columns})")

    def add(self, form: int, key: str, buckets: Iterable[Bucket]) -> None:
        """Let a form be found in these buckets by this key; forms come in order."""
        forms, keys = self._forms, self._keys
        for bucket in buckets:
            forms[bucket].append(form)
            keys[bucket].append(key)

    def put_by(self) -> None:
        """Make room for the next batch."""
        self._put_by = True
        query = "INSERT INTO gathered (bucket, forms, keys) VALUES (?, ?, ?)"
        self._connection.executemany(query, self._rows())
        self._forms.clear()
        self._keys.clear()

    def write(self) -> None:
        """Put all into the index, behind what lies there."""
        if self._put_by:
            self.put_by()
            query = "SELECT bucket, forms, keys FROM gathered ORDER BY bucket, rowid"
            cursor = self._connection.cursor()
            cursor.row_factory = None
            self._connection.executemany(_PUT, self._joined(cursor.execute(query)))
            cursor.close()
        else:
            self._connection.executemany(_PUT, self._joined(self._rows()))
        self._connection.execute("DROP TABLE gathered")

    def _rows(self) -> Iterator[tuple[Bucket, bytes, str]]:
        keys = self._keys
        return (_row(bucket, forms, keys[bucket]) for bucket, forms in sorted(self._forms.items()))

    def _joined(self, found: Iterator[tuple[Bucket, bytes, str]]) -> Iterator[tuple[Bucket, bytes, str]]:
        there = self._connection.execute("SELECT 1 FROM pieces").fetchone() is not None
        if not there and not self._put_by:
            yield from found
            return
        for bucket, rows in groupby(found, itemgetter(0)):
            parts = [*(self._lying(bucket) if there else ()), *rows]
            yield bucket, b"".join([part[1] for part in parts]), BETWEEN.join([part[2] for part in parts])

    def _lying(self, bucket: Bucket) -> list[tuple[Bucket, bytes, str]]:
        query = "SELECT bucket, forms, keys FROM pieces WHERE bucket = ?"
        return [(row[0], row[1], row[2]) for row in self._connection.execute(query, (bucket,))]


def marks(count: int) -> str:
    """Question marks for at least so many values, always one of few numbers, so that few statements are prepared.

    >>> marks(3), len(padded([7, 8, 9]))
    ('?, ?, ?, ?', 4)
    """
    return ", ".join("?" * _room(count))


def padded(values: Sequence[T]) -> list[T]:
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


def _row(bucket: Bucket, forms: Sequence[int], keys: Sequence[str]) -> tuple[Bucket, bytes, str]:
    return bucket, _native(array("I", forms)).tobytes(), BETWEEN.join(keys)


def _native(forms: array[int]) -> array[int]:
    """Numbers lie in the file with their low byte first, whatever the machine."""
    if sys.byteorder == "big":
        forms.byteswap()
    return forms
