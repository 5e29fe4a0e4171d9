"""Writing the look-up index, in the transaction that writes the concepts."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from glossary.model import Alias, Concept, Entry, Reading, Term
from glossary.store.index_buckets import Loading
from glossary.store.index_change import change
from glossary.store.index_forms import PLACES, Form, forms, lying, parts, weight
from glossary.text.uncollected import uncollected

_BULK = 5_000  # concepts at once from which sorting before writing pays
_CHUNK = 2_000
_BATCH = 50  # chunks whose buckets are gathered in memory
_PAGES = -64_000  # KiB of page cache while much is written
_TABLES = ("names", "forms", "parts", "pieces")


def replace(connection: sqlite3.Connection, removed: Iterable[str], entries: Sequence[Entry]) -> None:
    """Take these concepts out of the index, and put these entries in, in place of what it has of them."""
    gone = list(removed)
    if len(entries) < _BULK:
        change(connection, gone, [(entry.concept, entry.reading) for entry in entries])
    else:
        change(connection, [*gone, *(entry.concept.id for entry in entries)], ())
        _load(connection, ((entry.concept, entry.reading) for entry in entries))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from the concepts that are stored."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    _load(connection, _stored(connection))


def _load(connection: sqlite3.Connection, entries: Iterator[tuple[Concept, Reading]]) -> None:
    """Load first, index after: what is sorted on the way in needs no page twice."""
    pages = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = {_PAGES}")
    index = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'forms_key'").fetchone()[0]
    connection.execute("DROP INDEX forms_key")
    connection.execute("CREATE TEMP TABLE loaded (code INTEGER NOT NULL, form INTEGER NOT NULL)")
    with uncollected():
        buckets = Loading(connection)
        _add(connection, entries, buckets)
        connection.execute("INSERT INTO parts SELECT code, form FROM loaded ORDER BY code, form")
        connection.execute("DROP TABLE loaded")
        buckets.write()
    connection.execute(index)
    connection.execute(f"PRAGMA cache_size = {pages}")


def _add(connection: sqlite3.Connection, entries: Iterator[tuple[Concept, Reading]], buckets: Loading) -> None:
    number: int = connection.execute("SELECT coalesce(max(number), 0) FROM names").fetchone()[0]
    for count, chunk in enumerate(iter(lambda: list(islice(entries, _CHUNK)), [])):
        if count and count % _BATCH == 0:
            buckets.put_by()
        names: list[tuple[int, str, int]] = []
        found: list[tuple[int, Form]] = []
        for concept, reading in chunk:
            here = forms(concept, reading)
            for start in range(0, max(1, len(here)), PLACES):
                number += 1
                names.append((number, concept.id, weight(concept)))
                found.extend(enumerate(here[start : start + PLACES], number * PLACES))
        connection.executemany("INSERT INTO names (number, concept_id, weight) VALUES (?, ?, ?)", names)
        connection.executemany(
            'INSERT INTO forms (number, shelf, "key", text) VALUES (?, ?, ?, ?)',
            [(at, form.shelf, form.key, None if form.text == form.key else form.text) for at, form in found],
        )
        connection.executemany(
            "INSERT INTO loaded (code, form) VALUES (?, ?)",
            [(code, at) for at, form in found for code in parts(form)],
        )
        for at, form in found:
            for key, where in lying(form):
                buckets.add(at, key, where)


def _stored(connection: sqlite3.Connection) -> Iterator[tuple[Concept, Reading]]:
    """All concepts with their terms and readings, one after the other, without what no look-up asks for."""
    cursor, terms = connection.cursor(), connection.cursor()
    cursor.row_factory = terms.row_factory = None
    query = "SELECT id, key, type, mentions, review, aliases, reading FROM concepts ORDER BY id"
    cursor.execute(query)
    while chunk := cursor.fetchmany(_CHUNK):
        named: defaultdict[str, list[Term]] = defaultdict(list)
        query = (
            "SELECT concept_id, text, language FROM terms WHERE concept_id BETWEEN ? AND ? ORDER BY concept_id, place"
        )
        for concept_id, text, language in terms.execute(query, (chunk[0][0], chunk[-1][0])):
            named[concept_id].append(Term(text, language, "admitted"))
        for concept_id, key, kind, mentions, review, aliases, reading in chunk:
            also = tuple(Alias(*item) for item in json.loads(aliases)) if aliases != "[]" else ()
            mine = tuple(named[concept_id])
            yield Concept(concept_id, key, kind, mine, mentions, 0, review, aliases=also), _reading(reading)


def _reading(text: str) -> Reading:
    """How a name sounds, without the trace of it."""
    found = json.loads(text)
    return Reading(
        found["zh"], found["official"], tuple(found["pinyin"]), found["sino_korean"], tuple(found["customary"])
    )
