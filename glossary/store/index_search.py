"""Searching the look-up index: by a whole key, its beginning, a part of it, initials, and in spite of slips."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from glossary.store.index_buckets import candidates
from glossary.store.index_codes import RANKS, SOUND, field_of, leading, plain, shelves, span, starts
from glossary.store.index_pieces import probes, sound
from glossary.store.index_sounds import folded
from glossary.text.keys import pinyin_key

_LOOKED_AT = 2_000  # parts of one rank at most: what is rarer is found by a longer query
_AT_ONCE = 500
_PACKED = 6  # keystrokes of a part that its code holds
_INITIALS = {"initials": ("initials", "inner"), "pinyin_initials": ("letters",)}
_ROW = 'n.concept_id, f.shelf, f."key", f.text, n.weight'
_NAME = "JOIN names n ON n.number = f.number >> 6"
_FROM = f"FROM forms f {_NAME}"
_FORMS = f"SELECT {_ROW} {_FROM}"
_DRIFT = 4  # keystrokes that spelling out a sound adds at most to a name: 지엔치아오


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
        places = shelves(fields)
        marks = ", ".join("?" * len(places))
        return self._all(f'{_FORMS} WHERE f.shelf IN ({marks}) AND f."key" = ? LIMIT ?', (*places, plain(key)))

    def prefix(self, fields: Iterable[str], key: str) -> list[Found]:
        """Forms whose key begins with this one and is longer."""
        query = f'{_FORMS} WHERE f.shelf = ? AND f."key" > ? AND f."key" < ? LIMIT ?'
        start, places = plain(key), shelves(fields)
        return self._ranked(
            lambda rank: [
                one
                for place in places
                if place % RANKS == rank
                for one in self._all(query, (place, start, start + chr(0x10FFFF)))
            ]
        )

    def part(self, fields: Sequence[str], key: str) -> list[Found]:
        """Forms that hold this key from the beginning of a later syllable or word on."""
        wanted, inside = plain(key), shelves(fields)
        marks = ", ".join("?" * len(inside))
        condition = f'f.shelf IN ({marks}) AND instr(substr(f."key", 2), ?) > 0'
        kinds = sorted({kind_of(field) for field in fields})
        return [
            one for kind in kinds for one in self._parts(kind, self._rarest(kind, wanted), condition, (*inside, wanted))
        ]

    def by_initials(self, field: str, key: str) -> list[tuple[str, Found]]:
        """Forms by their initials, each with how it matched: exact, prefix or part."""
        told = {}
        for kind in _INITIALS[field]:
            for one in self._parts(kind, key, "1", ()):
                if extent := _extent(key, _initials_of(one)):
                    told[one] = extent
        return [(extent, one) for one, extent in told.items()]

    def near(self, fields: Sequence[str], key: str, slips: int, enough: int) -> list[Near]:
        """Forms up to so many slips from this key; two slips only where fewer than enough are one slip away."""
        wanted, places = plain(key), frozenset(shelves(fields))
        seen = candidates(self._connection, {*probes(wanted, 1), sound(folded(wanted))})
        hits = self._near(places, wanted, slips, seen)
        if slips > 1 and len({hit.found.concept for hit in hits if hit.slips < 2 or hit.alike}) < enough:
            more = candidates(self._connection, set(probes(wanted, slips))) - seen
            hits += self._near(places, wanted, slips, more)
        return hits

    def _near(self, places: frozenset[int], key: str, slips: int, forms: set[int]) -> list[Near]:
        from rapidfuzz.distance import OSA

        sounds, within = folded(key), {}
        for number, place, other in self._in('SELECT number, shelf, "key" FROM forms WHERE number IN', sorted(forms)):
            if place not in places:
                continue
            distance = OSA.distance(key, other, score_cutoff=slips)
            alike = distance <= slips and folded(other) == sounds
            alike = alike or (abs(len(key) - len(other)) <= _DRIFT and folded(other) == sounds)
            if distance <= slips or alike:
                within[number] = distance, alike
        best = sorted(within, key=lambda number: (within[number][0], number))
        rows = self._in(f"SELECT f.number, {_ROW} {_FROM} WHERE f.number IN", best[: self._most])
        return [Near(_found(row[1:]), *within[row[0]]) for row in rows]

    def _ranked(self, search: Callable[[int], list[Found]]) -> list[Found]:
        """What is found rank by rank until it is enough."""
        found: list[Found] = []
        for rank in range(RANKS):
            if len(found) < self._most:
                found += search(rank)
        return found

    def _parts(self, kind: str, key: str, condition: str, values: Sequence[object]) -> list[Found]:
        query = f"""SELECT {_ROW} FROM (SELECT form FROM parts WHERE code BETWEEN ? AND ? LIMIT {_LOOKED_AT}) p
            JOIN forms f ON f.number = p.form {_NAME} WHERE {condition} LIMIT ?"""
        return self._ranked(lambda rank: self._all(query, (*span(kind, rank, key), *values)))

    def _rarest(self, kind: str, key: str) -> str:
        """The key from the syllable on that the fewest forms share: what holds the key holds that as well."""
        if kind != "sound" or len(key) <= _PACKED:
            return key
        return min((key[at:] for at in starts(key) or [0]), key=lambda rest: self._count(kind, rest))

    def _count(self, kind: str, key: str) -> int:
        query = f"SELECT count(*) FROM (SELECT 1 FROM parts WHERE code BETWEEN ? AND ? LIMIT {_LOOKED_AT})"
        return sum(self._connection.execute(query, span(kind, rank, key)).fetchone()[0] for rank in range(RANKS))

    def _all(self, query: str, values: Sequence[object]) -> list[Found]:
        return [_found(row) for row in self._rows(query, (*values, self._most))]

    def _in(self, query: str, numbers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            yield from self._rows(f"{query} ({', '.join('?' * len(some))})", some)

    def _rows(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(query, values)


def kind_of(field: str) -> str:
    """Under which kind of parts a field's parts are."""
    return "sound" if field in SOUND else "zh" if field == "zh" else "latin"


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
