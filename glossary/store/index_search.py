"""Searching the look-up index: by a whole key, its beginning, a part of it, initials, and in spite of slips."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from glossary.store.index_buckets import marks, padded, within
from glossary.store.index_codes import RANKS, SOUND, field_of, jamo, leading, plain, shelves, spans, starts
from glossary.store.index_distance import distances
from glossary.store.index_forms import by_sound
from glossary.store.index_pieces import probes, probes_apart, signatures
from glossary.text.keys import pinyin_key

_LOOKED_AT = 2_000  # parts of one rank at most: what is rarer is found by a longer query
_AT_ONCE = 64
_PACKED = 6  # keystrokes of a part that its code holds
_LONG = 6  # keystrokes of a key whose pieces tell something one by one
_INITIALS = {"initials": ("initials", "inner"), "pinyin_initials": ("letters",)}
_ROW = 'n.concept_id, f.shelf, f."key", f.text, n.weight'
_NAME = "JOIN names n ON n.number = f.number >> 6"
_FROM = f"FROM forms f {_NAME}"
_FORMS = f"SELECT {_ROW} {_FROM}"
_SPANS = f"WITH spans (low, high) AS (VALUES {', '.join(['(?, ?)'] * RANKS)})"
_INSIDE = "SELECT form FROM spans CROSS JOIN parts WHERE code BETWEEN low AND high"


class Found(NamedTuple):
    """A form that was found; `weight` orders concepts: approved before mined, frequent before rare."""

    concept: str
    field: str
    key: str
    text: str
    weight: int


class Near(NamedTuple):
    """A form some slips away; `alike` where it only spells the same sound otherwise."""

    found: Found
    slips: int
    alike: bool


class Finder:
    """The searches on one connection, each handing back so many forms of the best ranks, not many more."""

    def __init__(self, connection: sqlite3.Connection, most: int) -> None:
        self._connection = connection
        self._most = most

    def exact(self, fields: Iterable[str], key: str) -> list[Found]:
        """Forms whose key is this one."""
        return self._all(f'{_FORMS} WHERE {_standing(tuple(fields))} AND f."key" = ? LIMIT ?', (plain(key),))

    def among(self, fields: Iterable[str], keys: Iterable[str]) -> list[Found]:
        """Forms whose key is any of these, asked for all at once; every one of them."""
        asked: dict[str, list[str]] = {}
        for key in map(plain, keys):
            asked.setdefault(key[:2], []).append(key)
        inside = _standing(tuple(fields))
        begun = f"""SELECT value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM forms f
            WHERE {inside} AND f."key" >= j.value AND f."key" < j.value || char(0x10FFFF))"""
        starts = [row[0] for row in self._rows(begun, (json.dumps(list(asked)),))]
        wanted = json.dumps([key for start in starts for key in asked[start]])
        query = f'{_FORMS} WHERE {inside} AND f."key" IN (SELECT value FROM json_each(?))'
        return [_found(row) for row in self._rows(query, (wanted,))]

    def prefix(self, fields: Iterable[str], key: str) -> list[Found]:
        """Forms whose key begins with this one and is longer."""
        start = plain(key)
        query = f'{_FORMS} WHERE {_standing(tuple(fields))} AND f."key" > ? AND f."key" < ? LIMIT ?'
        return self._all(query, (start, start + chr(0x10FFFF)))

    def begins(self, fields: Iterable[str], key: str) -> tuple[list[Found], list[Found]]:
        """Forms whose key is this one, and forms whose key begins with it and is longer."""
        start = plain(key)
        query = f'{_FORMS} WHERE {_standing(tuple(fields))} AND f."key" >= ? AND f."key" < ? LIMIT ?'
        found = self._all(query, (start, start + chr(0x10FFFF)))
        if len(found) >= self._most:  # the beginnings of one rank may have kept out what is whole in the next
            return self.exact(fields, key), self.prefix(fields, key)
        whole = [one for one in found if one.key == start]
        return whole, [one for one in found if one.key != start]

    def part(self, fields: Sequence[str], key: str) -> list[Found]:
        """Forms that hold this key from the beginning of a later syllable or word on."""
        wanted = plain(key)
        condition = f'{_standing(tuple(fields))} AND instr(substr(f."key", 2), ?) > 0'
        kinds = sorted({kind_of(field) for field in fields})
        return [
            one
            for kind in kinds
            if (count := self._count(kind, wanted))
            for one in self._parts(kind, self._rarest(kind, wanted, count), condition, (wanted,))
        ]

    def by_initials(self, field: str, key: str) -> list[tuple[str, Found]]:
        """Forms by their initials, each with how it matched: exact, prefix or part."""
        told = {}
        for kind in _INITIALS[field]:
            for one in self._parts(kind, key, "1", ()):
                if extent := _extent(key, _initials_of(one)):
                    told[one] = extent
        return [(extent, one) for one, extent in told.items()]

    def near(self, fields: Sequence[str], key: str, slips: int, enough: int, *, quick: bool = False) -> list[Near]:
        """Forms up to so many slips from this key; two slips only where fewer than enough are one slip away.

        What nearly sounds like the key counts as two slips, however it is spelt. A quick search for one slip may miss
        letters that changed places, and slips in a Sino-Korean reading.
        """
        wanted, places = plain(key), frozenset(shelves(tuple(fields)))
        spelt, sounds = jamo(wanted), by_sound(wanted)
        first = probes_apart(spelt) if len(spelt) >= _LONG and (quick or slips > 1) else probes(spelt, 1)
        lying = within(self._connection, {*first, min(signatures(sounds, 1), default=0)})
        alike = frozenset(_same(sounds, *lying))
        apart = dict.fromkeys(alike, slips + 1) | distances(spelt, *lying, slips)
        close = [form for form, distance in apart.items() if distance < 2 or form in alike]
        if slips > 1 and not self._are(enough, close, places):
            nearly = dict.fromkeys(self._apart(sounds, probes(sounds, 1), 1), slips)
            apart = nearly | apart | self._apart(spelt, probes(spelt, slips) - first, slips)
        best = sorted(apart, key=lambda form: (form not in alike and apart[form], apart[form], form))
        rows = (row for row in self._rows_of(best) if row[2] in places)
        return [Near(_found(row[1:]), apart[row[0]], row[0] in alike) for row in islice(rows, self._most)]

    def _apart(self, key: str, buckets: set[int], slips: int) -> dict[int, int]:
        return distances(key, *within(self._connection, buckets), slips)

    def _are(self, enough: int, forms: list[int], places: frozenset[int]) -> bool:
        """Whether so many of these forms stand in these places."""
        return len(forms) >= enough <= sum(row[2] in places for row in self._rows_of(forms[:_AT_ONCE]))

    def _rows_of(self, forms: list[int]) -> Iterator[tuple[Any, ...]]:
        """The forms of these numbers, in about this order."""
        return self._in(f"SELECT f.number, {_ROW} {_FROM} WHERE f.number IN", forms)

    def _parts(self, kind: str, key: str, condition: str, values: Sequence[object]) -> list[Found]:
        query = f"""{_SPANS} SELECT {_ROW} FROM ({_INSIDE} LIMIT {_LOOKED_AT}) p
            JOIN forms f ON f.number = p.form {_NAME} WHERE {condition} LIMIT ?"""
        return self._all(query, (*spans(kind, key), *values))

    def _rarest(self, kind: str, key: str, count: int) -> str:
        """The key from the syllable on that the fewest forms share: what holds the key holds that as well."""
        if kind != "sound" or len(key) <= _PACKED or count < _LOOKED_AT:
            return key
        return min((key[at:] for at in starts(key) or [0]), key=lambda rest: self._count(kind, rest))

    def _count(self, kind: str, key: str) -> int:
        query = f"{_SPANS} SELECT count(*) FROM ({_INSIDE} LIMIT {_LOOKED_AT})"
        counted: int = self._connection.execute(query, spans(kind, key)).fetchone()[0]
        return counted

    def _all(self, query: str, values: Sequence[object]) -> list[Found]:
        return [_found(row) for row in self._rows(query, (*values, self._most))]

    def _in(self, query: str, numbers: list[int]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            yield from self._rows(f"{query} ({marks(len(some))})", padded(some))

    def _rows(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(query, values)


def kind_of(field: str) -> str:
    """Under which kind of parts a field's parts are."""
    return "sound" if field in SOUND else "zh" if field == "zh" else "latin"


@cache
def _standing(fields: tuple[str, ...]) -> str:
    """That a form stands in one of these fields: numbers written out, for which SQLite makes no list anew."""
    return f"f.shelf IN ({', '.join(map(str, shelves(fields)))})"


def _same(key: str, forms: Sequence[int], keys: list[str]) -> Iterator[int]:
    """The forms that have this very key."""
    place = -1
    for _ in range(keys.count(key)):
        place = keys.index(key, place + 1)
        yield forms[place]


def _extent(key: str, initials: str) -> str:
    if initials.startswith(key):
        return "exact" if initials == key else "prefix"
    return "part" if key in initials else ""


def _initials_of(one: Found) -> str:
    if one.field == "pinyin":
        return "".join(pinyin_key(syllable)[:1] for syllable in one.text.split())
    return leading(one.text)


def _found(row: tuple[Any, ...]) -> Found:
    concept, place, key, text, weight = row
    return Found(concept, field_of(place), key, key if text is None else text, weight)
