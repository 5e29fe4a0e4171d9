"""Other ways to find names in spite of slips, each in a database of its own, over the jamo that the scan sees."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Protocol
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

_PREFIX = 7  # jamo of a key whose deletions are stored
_SLIPS = 2
_SHOWN = 5
_RANKED = 50  # of the best by trigrams, measured anew


class Peer(Protocol):
    """A way to find the nearest keys."""

    name: str
    built: str

    def ask(self, key: str) -> Sequence[int]:
        """The places of the five nearest keys."""


class Trigram:
    """FTS5 with its trigram tokenizer: any trigram in common, ranked by bm25, the best measured."""

    name = "FTS5 trigram"

    def __init__(self, path: Path, keys: Sequence[str]) -> None:
        self._keys = keys
        self._connection, began = _new(path), time.perf_counter()
        self._connection.execute("CREATE VIRTUAL TABLE names USING fts5(key, tokenize = 'trigram', detail = 'full')")
        _load(self._connection, "INSERT INTO names (rowid, key) VALUES (?, ?)", enumerate(keys))
        self.built = _told(self._connection, path, began)

    def ask(self, key: str) -> Sequence[int]:
        """Names that share trigrams with the key."""
        grams = {key[at : at + 3] for at in range(len(key) - 2)}
        if not grams:
            return []
        query = f"SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT {_RANKED}"
        wanted = " OR ".join(f'"{gram}"' for gram in sorted(grams))
        return _nearest(key, self._keys, (row[0] for row in self._connection.execute(query, (wanted,))))


class Deletions:
    """A table of what is left of a key's first jamo when up to two are left out, as SymSpell has it."""

    name = "deletion table"

    def __init__(self, path: Path, keys: Sequence[str]) -> None:
        self._keys = keys
        self._connection, began = _new(path), time.perf_counter()
        self._connection.execute("CREATE TABLE loose (part INTEGER, place INTEGER)")
        rows = ((part, place) for place, key in enumerate(keys) for part in _shorter(key[:_PREFIX]))
        _load(self._connection, "INSERT INTO loose VALUES (?, ?)", rows)
        self._connection.execute("CREATE TABLE parts (part, place, PRIMARY KEY (part, place)) WITHOUT ROWID")
        self._connection.execute("INSERT INTO parts SELECT part, place FROM loose ORDER BY part, place")
        self._connection.execute("DROP TABLE loose")
        self._connection.execute("VACUUM")
        self.built = _told(self._connection, path, began)

    def ask(self, key: str) -> Sequence[int]:
        """Names that share such a part with the key."""
        parts = sorted(_shorter(key[:_PREFIX]))
        query = f"SELECT DISTINCT place FROM parts WHERE part IN ({', '.join('?' * len(parts))})"
        return _nearest(key, self._keys, (row[0] for row in self._connection.execute(query, parts)))


def _shorter(key: str) -> set[int]:
    kept = (combinations(key, len(key) - slips) for slips in range(min(_SLIPS, len(key)) + 1))
    return {crc32("".join(chars).encode()) for some in kept for chars in some}


def _nearest(key: str, keys: Sequence[str], places: Iterable[int]) -> list[int]:
    some = {place: keys[place] for place in places}
    found = process.extract(key, some, scorer=Levenshtein.distance, limit=_SHOWN)
    return [place for _, _, place in found]


def _new(path: Path) -> sqlite3.Connection:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA mmap_size = 2147483648")
    return connection


def _load(connection: sqlite3.Connection, query: str, rows: Iterable[tuple[object, ...]]) -> None:
    connection.execute("BEGIN")
    connection.executemany(query, rows)
    connection.execute("COMMIT")


def _told(connection: sqlite3.Connection, path: Path, began: float) -> str:
    return f"{path.stat().st_size / 1e6:.0f} MB, built in {time.perf_counter() - began:.0f} s"
