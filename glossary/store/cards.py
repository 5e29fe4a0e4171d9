"""What a look-up shows of concepts, read without all that it does not show: it reads many, and in a hurry."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from glossary.model import Concept, Entry, Reading, Term
from glossary.store.index_buckets import marks, padded

_CARDS = """SELECT c.id, c.key, c.type, c.mentions, c.documents, c.review, c.reading,
        t.text, t.language, t.status, t.forbidden
    FROM concepts c LEFT JOIN terms t ON t.concept_id = c.id WHERE c.id IN ({marks}) ORDER BY c.id, t.place"""
_AT_ONCE = 64


def cards(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Entry]:
    """These concepts by id: names, type, counts, readings; why, notes, sources, dates and members stay empty."""
    found: dict[str, Entry] = {}
    for start in range(0, len(ids), _AT_ONCE):
        found |= _cards(connection, ids[start : start + _AT_ONCE])
    return found


def _cards(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Entry]:
    cursor = connection.cursor()
    cursor.row_factory = None
    rows = cursor.execute(_CARDS.format(marks=marks(len(ids))), padded(ids))
    found = {}
    for concept, named in groupby(rows, itemgetter(0, 1, 2, 3, 4, 5, 6)):
        terms = tuple([Term(row[7], row[8], row[9], forbidden=bool(row[10])) for row in named if row[7] is not None])
        concept_id, key, kind, mentions, documents, review, reading = concept
        found[concept_id] = Entry(
            Concept(concept_id, key, kind, terms, mentions, documents, review), _reading(reading), ()
        )
    return found


def _reading(text: str) -> Reading:
    values = json.loads(text)
    return Reading(values["zh"], values["official"], tuple(values["pinyin"]), values["sino_korean"])
