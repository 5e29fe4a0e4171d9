"""Whether look-ups find every concept under its forms, and under no others."""

from __future__ import annotations

import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from zlib import crc32

from glossary.model import Concept, Reading
from glossary.store import rows
from glossary.store.index_buckets import BETWEEN
from glossary.store.index_forms import PLACES, Form, forms, marks, parts, weight

_FORM = struct.Struct("<I")
_WORD = (1 << 64) - 1
_ODD = 0x9E3779B97F4A7C15  # spreads sums of pairs over 64 bits
Filed = dict[str, dict[int, Form]]  # the forms of each concept, by number


def astray(connection: sqlite3.Connection) -> list[str]:
    """The concepts whose rows in the index are not what they should be, and the tables whose entries are not."""
    filed, weights = _filed(connection)
    wrong = []
    for concept, reading in _concepts(connection):
        mine = filed.get(concept.id, {})
        right = sorted(map(_sorted, forms(concept, reading))) == sorted(map(_sorted, mine.values()))
        if not right or weights.pop(concept.id, None) != {weight(concept)}:
            wrong.append(concept.id)
    found = [(number, form) for mine in filed.values() for number, form in mine.items()]
    if _sum((code, number) for number, form in found for code in parts(form)) != _sum(_parts(connection)):
        wrong.append("parts")
    lying = ((_filed_under(*mark), number) for number, form in found for mark in marks(form))
    if _sum(lying) != _sum(_pieces(connection)):
        wrong.append("pieces")
    return sorted([*wrong, *(set(filed) - {row[0] for row in connection.execute("SELECT id FROM concepts")})])


def _filed(connection: sqlite3.Connection) -> tuple[Filed, dict[str, set[int]]]:
    owners: dict[int, str] = {}
    weights: defaultdict[str, set[int]] = defaultdict(set)
    filed: Filed = {}
    for number, concept_id, heavy in connection.execute("SELECT number, concept_id, weight FROM names"):
        owners[number] = concept_id
        weights[concept_id].add(heavy)
        filed.setdefault(concept_id, {})
    for number, shelf, key, text in connection.execute('SELECT number, shelf, "key", text FROM forms'):
        concept_id = owners.get(number // PLACES, f"form {number}")
        filed.setdefault(concept_id, {})[number] = Form(shelf, key, text or key)
    return filed, dict(weights)


def _concepts(connection: sqlite3.Connection) -> Iterator[tuple[Concept, Reading]]:
    for row in connection.execute("SELECT * FROM concepts"):
        terms = connection.execute("SELECT * FROM terms WHERE concept_id = ? ORDER BY place", (row["id"],))
        yield rows.concept_of(row, tuple(rows.term_of(term) for term in terms)), rows.reading_of(row["reading"])


def _parts(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    yield from connection.execute("SELECT code, form FROM parts")


def _pieces(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    for bucket, data, keys in connection.execute("SELECT bucket, forms, keys FROM pieces"):
        whole = len(data) // _FORM.size * _FORM.size
        numbers = (number for (number,) in _FORM.iter_unpack(data[:whole]))
        for number, key in zip_longest(numbers, keys.split(BETWEEN)):
            yield _filed_under(bucket, key or ""), number or 0
        if whole < len(data):
            yield bucket, 0


def _filed_under(bucket: int, key: str) -> int:
    return bucket << 32 | crc32(key.encode(errors="replace"))


def _sum(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Count and sum of pairs in any order: two sets of pairs that agree in both are taken to be one."""
    count, total = 0, 0
    for left, right in pairs:
        count += 1
        mixed = (left * _ODD ^ right) * _ODD & _WORD
        total = total + (mixed ^ mixed >> 31) & _WORD
    return count, total


def _sorted(form: Form) -> tuple[int, str, str]:
    return form.shelf, form.key, form.text
