"""Signatures in buckets: the high half of a signature names the bucket, the low half stands in it before the form."""

from __future__ import annotations

import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator

from glossary.store.index_pieces import Signature

_ENTRY = struct.Struct("<HI")
_HALF = struct.Struct("<H")
_HALVES = [_HALF.pack(half) for half in range(1 << 16)]
_FULL = 6_000_000  # entries kept in memory before they are written


class Buckets:
    """Entries to be added and dropped, gathered so that each bucket is written once."""

    def __init__(self) -> None:
        self._new: defaultdict[int, bytearray] = defaultdict(bytearray)
        self._old: defaultdict[int, set[bytes]] = defaultdict(set)
        self._count = 0

    @property
    def full(self) -> bool:
        """Whether it is time to write."""
        return self._count >= _FULL

    def add(self, signatures: Iterable[Signature], form: int) -> None:
        """Let a form be found under these signatures."""
        new, behind = self._new, form.to_bytes(_ENTRY.size - _HALF.size, "little")
        for signature in signatures:
            new[signature >> 16] += _HALVES[signature & 0xFFFF] + behind
            self._count += 1

    def drop(self, signatures: Iterable[Signature], form: int) -> None:
        """Let a form be found under these signatures no more."""
        for signature in signatures:
            self._old[signature >> 16].add(_ENTRY.pack(signature & 0xFFFF, form))

    def flush(self, connection: sqlite3.Connection) -> None:
        """Write what was gathered."""
        query = "INSERT OR REPLACE INTO pieces (bucket, data) VALUES (?, ?)"
        connection.executemany(query, [(bucket, self._merged(connection, bucket)) for bucket in self._touched()])
        self._new.clear()
        self._old.clear()
        self._count = 0

    def _touched(self) -> list[int]:
        return sorted({*self._new, *self._old})

    def _merged(self, connection: sqlite3.Connection, bucket: int) -> bytes:
        row = connection.execute("SELECT data FROM pieces WHERE bucket = ?", (bucket,)).fetchone()
        data: bytes = row[0] if row else b""
        if gone := self._old.get(bucket):
            entries = (data[at : at + _ENTRY.size] for at in range(0, len(data), _ENTRY.size))
            data = b"".join(entry for entry in entries if entry not in gone)
        return data + self._new.get(bucket, b"")


def marks(count: int) -> str:
    """Question marks for at least so many values, always one of few numbers, so that few statements are prepared.

    >>> marks(3), len(padded([7, 8, 9]))
    ('?, ?, ?, ?', 4)
    """
    return ", ".join("?" * _room(count))


def padded(values: list[int]) -> list[int]:
    """Values for these marks, the last one over and over."""
    return [*values, *values[-1:] * (_room(len(values)) - len(values))]


def _room(count: int) -> int:
    return 1 << max(0, count - 1).bit_length()


def candidates(connection: sqlite3.Connection, signatures: Iterable[Signature]) -> set[int]:
    """The forms that stand under any of these signatures."""
    wanted: defaultdict[int, set[bytes]] = defaultdict(set)
    for signature in signatures:
        wanted[signature >> 16].add(_HALF.pack(signature & 0xFFFF))
    if not wanted:
        return set()
    query = f"SELECT bucket, data FROM pieces WHERE bucket IN ({marks(len(wanted))})"
    return {
        form
        for bucket, data in connection.execute(query, padded(list(wanted)))
        for half in wanted[bucket]
        for form in _under(data, half)
    }


def _under(data: bytes, half: bytes) -> Iterator[int]:
    at = data.find(half)
    while at >= 0:
        if at % _ENTRY.size == 0:
            yield _ENTRY.unpack_from(data, at)[1]
            at += _ENTRY.size - 1
        at = data.find(half, at + 1)
