"""What the look-up index costs: to build, on the disk, in memory, and for one more term."""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

from bench_names import Maker

from glossary.model import Entry
from glossary.service.changing import TermChange
from glossary.service.context import open_context
from glossary.service.edit import add
from glossary.store import index, rows, schema

MORE = 40  # names added one by one
SEED = 5
_CHUNK = 10_000
_TABLES = ("names", "names_concept", "forms", "forms_key", "parts", "pieces")
_RESIDENT = """
import sys
from pathlib import Path
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1])
bare = resident()
from glossary.service.context import open_context
from glossary.service.lookup import lookup
ctx = open_context(Path(sys.argv[1]))
for query in sys.argv[2:]:
    lookup(ctx, query)
print(bare, resident())
"""


def make(path: Path, size: int) -> None:
    """Store so many concepts unless they are there, then build the index: load first, index after."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        fresh = not schema.version(connection)
        schema.migrate(connection)
        if not fresh:
            return
        connection.execute("BEGIN")
        entries = Maker().entries(size)
        while chunk := list(islice(entries, _CHUNK)):
            _insert(connection, "concepts", (rows.concept_row(entry.concept, entry.reading) for entry in chunk))
            _insert(connection, "terms", (row for entry in chunk for row in rows.term_rows(entry.concept)))
        connection.execute("COMMIT")
        _rebuild(connection, size)


def tell(path: Path, size: int) -> None:
    """Print the costs, measured on a copy."""
    copy = path.with_name(f"{path.stem}-copy.db")
    shutil.copyfile(path, copy)
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            if size <= 100_000:
                _rebuild(connection, size)
            marks = ", ".join("?" * len(_TABLES))
            pages = connection.execute(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({marks})", _TABLES).fetchone()[0]
            print(f"index {pages / 1e6:.0f} MB", end="; ")
        if sys.platform == "linux":
            print(f"{_resident(path):.0f} MB resident beyond Python after 200 look-ups", end="; ")
        _more(copy, size)
    finally:
        for tail in ("", "-wal", "-shm"):
            copy.with_name(copy.name + tail).unlink(missing_ok=True)


def _rebuild(connection: sqlite3.Connection, size: int) -> None:
    wall, spent = time.perf_counter(), time.process_time()
    connection.execute("BEGIN")
    index.rebuild(connection)
    connection.execute("COMMIT")
    spent = time.process_time() - spent
    print(f"{size:,} names: index built in {time.perf_counter() - wall:.1f} s, {spent:.1f} s of the processor")


def _insert(connection: sqlite3.Connection, table: str, values: Iterator[dict[str, object]]) -> None:
    plain = [
        {name: rows.dumps(cell) if isinstance(cell, list | dict | tuple) else cell for name, cell in row.items()}
        for row in values
    ]
    columns = ", ".join(f'"{name}"' for name in plain[0])
    marks = ", ".join("?" * len(plain[0]))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [tuple(row.values()) for row in plain])


def _resident(path: Path) -> float:
    """Of a process of its own that looks up names with slips, in MB."""
    queries = [f"{entry.concept.terms[0].text}이" for entry in Maker(SEED).entries(200)]
    command = [sys.executable, "-c", _RESIDENT, str(path), *queries]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    bare, after = (int(pages) * os.sysconf("SC_PAGE_SIZE") for pages in found)
    return (after - bare) / 1e6


def _more(path: Path, size: int) -> None:
    """Terms added one by one, to the index alone and as an editor adds them: each commit outlives a power cut."""
    maker = Maker(SEED + size)
    entries = [maker.entry(zh, kind) for zh, kind in maker.names(2 * MORE)]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        alone = [_timed(partial(_put, connection, entry)) for entry in entries[:MORE]]
    ctx = open_context(path, actor="bench")
    changes = [[TermChange(entry.concept.terms[0].text), TermChange(entry.concept.key)] for entry in entries]
    add(ctx, changes[MORE])
    whole = [_timed(partial(add, ctx, terms)) for terms in changes[MORE + 1 :]]
    for label, times in (("index alone", alone), ("as an editor adds it", whole)):
        print(f"one more term, {label}: p50 {statistics.median(times):.1f}, worst {max(times):.1f} ms", end="; ")
    print()


def _put(connection: sqlite3.Connection, entry: Entry) -> None:
    connection.execute("BEGIN IMMEDIATE")
    index.replace(connection, (), [entry])
    connection.execute("COMMIT")


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000
