"""What a look-up shows of concepts, read without all that it does not show: it reads many, and in a hurry."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from glossary.model import Concept, Entry, Reading, Term
from glossary.store import rows

_WITHIN = "IN (SELECT value FROM json_each(?))"
_TERMS = f"""SELECT concept_id, text, language, status, forbidden FROM terms
    WHERE concept_id {_WITHIN} ORDER BY concept_id, place"""
_CONCEPTS = f"SELECT id, key, type, mentions, documents, review, reading FROM concepts WHERE id {_WITHIN}"


def cards(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Entry]:
    """These concepts by id: names, type, counts, readings; why, notes, sources, dates and members stay empty."""
    cursor, wanted = connection.cursor(), (rows.dumps(list(ids)),)
    cursor.row_factory = None
    terms: defaultdict[str, list[Term]] = defaultdict(list)
    for concept_id, text, language, status, forbidden in cursor.execute(_TERMS, wanted):
        terms[concept_id].append(Term(text, language, status, forbidden=bool(forbidden)))
    found = {}
    for concept_id, key, kind, mentions, documents, review, reading in cursor.execute(_CONCEPTS, wanted):
        concept = Concept(concept_id, key, kind, tuple(terms[concept_id]), mentions, documents, review)
        found[concept_id] = Entry(concept, _reading(reading), ())
    return found


def _reading(text: str) -> Reading:
    values = json.loads(text)
    return Reading(values["zh"], values["official"], tuple(values["pinyin"]), values["sino_korean"])
