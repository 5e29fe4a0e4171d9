"""Look-up at 100,000 and 1,000,000 names against the exhaustive scan: bench_lookup.py [SIZE]... [DATA_FOLDER].

Each size's glossary is made once and kept beside the bench. Query by query the program and the scan take turns.
Recall counts a name among the first five; "or tied" counts an answer at the same distance as well.
"""

from __future__ import annotations

import json
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from bench_names import Maker
from bench_queries import drifted, press_pairs, slipped

from glossary.model import Entry, Hit
from glossary.service.context import open_context
from glossary.service.lookup import lookup
from glossary.store import index, rows, schema
from glossary.text.hangul import to_jamo
from glossary.text.keyboard import strokes

CACHE = Path(__file__).parents[2] / ".cache"
SIZES = (100_000, 1_000_000)
QUERIES = 200
SEED = 5
_CHUNK = 10_000
_TABLES = ("names", "names_concept", "forms", "forms_key", "parts", "pieces")
Pair = tuple[str, str]  # what is typed, what is meant


@dataclass
class Figures:
    """What one set of queries gave."""

    whole: list[float] = field(default_factory=list)
    search: list[float] = field(default_factory=list)
    scan: list[float] = field(default_factory=list)
    ours: int = 0
    tied: int = 0
    theirs: int = 0


def main(arguments: Sequence[str]) -> None:
    """Print a table for each size."""
    sizes = [int(argument) for argument in arguments if argument.isdigit()] or SIZES
    folders = [Path(argument) for argument in arguments if Path(argument).is_dir()]
    for size in sizes:
        path = CACHE / f"lookup-{size}.db"
        if not path.is_file():
            make(path, size)
        measure(path, size, [pair for folder in folders for pair in press_pairs(folder)])


def make(path: Path, size: int) -> None:
    """Store so many concepts, then build the index: load first, index after."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    schema.migrate(connection)
    connection.execute("BEGIN")
    entries = Maker().entries(size)
    while chunk := list(islice(entries, _CHUNK)):
        _insert(connection, "concepts", (rows.concept_row(entry.concept, entry.reading) for entry in chunk))
        _insert(connection, "terms", (row for entry in chunk for row in rows.term_rows(entry.concept)))
    connection.execute("COMMIT")
    wall, cpu = time.perf_counter(), time.process_time()
    connection.execute("BEGIN")
    index.rebuild(connection)
    connection.execute("COMMIT")
    print(f"{size:,} names: index built in {time.perf_counter() - wall:.1f} s ({time.process_time() - cpu:.1f} s CPU)")
    connection.close()


def _insert(connection: sqlite3.Connection, table: str, values: Iterator[dict[str, object]]) -> None:
    plain = [
        {name: rows.dumps(cell) if isinstance(cell, list | dict | tuple) else cell for name, cell in row.items()}
        for row in values
    ]
    columns = ", ".join(f'"{name}"' for name in plain[0])
    marks = ", ".join("?" * len(plain[0]))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [tuple(row.values()) for row in plain])


def measure(path: Path, size: int, pairs: Sequence[Pair]) -> None:
    """Queries with slips and drift, then size, memory and the cost of one more term."""
    connection = sqlite3.connect(path, isolation_level=None)
    query = "SELECT t.text, c.reading FROM concepts c JOIN terms t ON t.concept_id = c.id AND t.place = 0"
    names = [(text, tuple(json.loads(reading)["pinyin"])) for text, reading in connection.execute(query)]
    pick = random.Random(SEED)
    some = pick.sample(names, QUERIES)
    known = {name for name, _ in names}
    sets = {
        "one slip": [(slipped(name, 1, pick), name) for name, _ in some],
        "two slips": [(slipped(name, 2, pick), name) for name, _ in some],
        "drift": drifted(Maker(SEED), some),
        "press pairs": [(typed, name) for typed, name in pairs if name in known],
    }
    keys = [to_jamo(name) for name, _ in names]
    print(f"\n{size:,} names: p50 / p99 of the whole look-up, of the search alone, of the exhaustive scan;")
    print("times as fast as the scan, whole / search alone; recall@5: ours / ours, with forms as near / the scan's")
    for label, queries in sets.items():
        if queries:
            _print(label, _ask(path, queries, names, keys))
    _costs(connection, size)


def _ask(path: Path, queries: Sequence[Pair], names: Sequence[tuple[str, object]], keys: Sequence[str]) -> Figures:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    ctx, figures, bounds = open_context(path), Figures(), open_context(path).policy.lookup
    lookup(ctx, queries[0][0])
    for typed, meant in queries:
        hits = _timed(figures.whole, lambda typed=typed: lookup(ctx, typed))
        key = strokes(typed)
        slips = 2 if len(key) >= bounds.two_slips else 1
        with ctx.reader() as reader:
            finder = reader.finder(64)
            search = lambda finder=finder, key=key, slips=slips: finder.near(  # noqa: E731
                ("ko", "official", "sino_korean"), key, slips, 5
            )
            _timed(figures.search, search)
        asked = to_jamo(typed)
        scan = lambda asked=asked: process.extract(asked, keys, scorer=Levenshtein.distance, limit=5)  # noqa: E731
        theirs = [names[place][0] for _, _, place in _timed(figures.scan, scan)]
        ours = _forms(hits[:5])
        bound = Levenshtein.distance(asked, to_jamo(meant))
        figures.ours += meant in ours
        figures.tied += any(Levenshtein.distance(asked, to_jamo(form)) <= bound for form in ours)
        figures.theirs += meant in theirs
    return figures


def _forms(hits: Sequence[Hit]) -> set[str]:
    return {form for hit in hits for form in (hit.ko, *hit.variants, hit.official)}


def _timed(times: list[float], run: Callable[[], list]) -> list:
    began = time.perf_counter()
    found = run()
    times.append((time.perf_counter() - began) * 1000)
    return found


def _print(label: str, figures: Figures) -> None:
    cells = [f"{_share(times, 0.5):6.2f} / {_share(times, 0.99):6.2f} ms" for times in _columns(figures)]
    ratios = [_share(figures.scan, 0.5) / _share(times, 0.5) for times in (figures.whole, figures.search)]
    count = len(figures.whole)
    recall = " / ".join(f"{hits / count:.3f}" for hits in (figures.ours, figures.tied, figures.theirs))
    print(f"{label:15} {'  '.join(cells)}  {ratios[0]:.0f} / {ratios[1]:.0f}  {recall}  ({count} queries)")


def _columns(figures: Figures) -> tuple[list[float], ...]:
    return figures.whole, figures.search, figures.scan


def _share(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def _costs(connection: sqlite3.Connection, size: int) -> None:
    marks = ", ".join("?" * len(_TABLES))
    pages = connection.execute(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({marks})", _TABLES).fetchone()[0]
    times = []
    for entry in _more(size):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        index.replace(connection, (), [entry])
        connection.execute("COMMIT")
        times.append((time.perf_counter() - began) * 1000)
        connection.execute("BEGIN IMMEDIATE")
        index.replace(connection, [entry.concept.id], ())
        connection.execute("COMMIT")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"index {pages / 1e6:.0f} MB; one more name p50 {_share(times, 0.5):.1f}, p99 {_share(times, 0.99):.1f} ms",
        end="",
    )
    print(f"; this process, the scan's lists included, {peak:.0f} MB")


def _more(size: int) -> list[Entry]:
    maker = Maker(SEED + size)
    return [maker.entry(zh, kind) for zh, kind in maker.names(50)]


if __name__ == "__main__":
    main(sys.argv[1:])
