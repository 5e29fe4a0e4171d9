"""Look-ups over HTTP at 16 connections beside Datasette serving the same names: bench_http.py [SIZE]...

Both serve from a warm cache on the same machine, in turns, to the same client (http_load.py, a process of its own), and
no query comes twice. Datasette has a table of the concepts with its full-text search (FTS5) over all forms, immutable,
without counts and facets, five results asked of both; it is installed into a folder of its own.
"""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import bench_lookup_costs as costs
from bench_queries import slipped
from http_load import Seen

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"
PEERS = CACHE / "peers-http"
VERSION = "datasette==0.65.5"
SIZES = (100_000,)
CONNECTIONS = 16
SHOWN = 5  # results asked for
ROUNDS = 5
OURS, THEIRS = 1_200, 400  # queries of a round: some two seconds each
WARM_UP = 300
SEED = 16
SETS = ("plain hits", "two slips")
_TABLE = "CREATE TABLE names (id TEXT PRIMARY KEY, ko TEXT, zh TEXT, en TEXT, pinyin TEXT, type TEXT, mentions INTEGER)"
_FILL = """INSERT INTO names SELECT c.id,
    (SELECT group_concat(text, ' ') FROM terms t WHERE t.concept_id = c.id AND t.language = 'ko'),
    (SELECT group_concat(text, ' ') FROM terms t WHERE t.concept_id = c.id AND t.language LIKE 'zh%'),
    (SELECT group_concat(text, ' ') FROM terms t WHERE t.concept_id = c.id AND t.language = 'en'),
    json_extract(c.reading, '$.official'), c.type, c.mentions FROM source.concepts c"""


def main(arguments: Sequence[str]) -> None:
    """Print a table for each size."""
    datasette = _datasette()
    for size in [int(one) for one in arguments if one.isdigit()] or SIZES:
        ours, theirs = CACHE / f"lookup-{size}.db", CACHE / f"http-{size}.db"
        costs.make(ours, size)
        _make(theirs, ours)
        with _glossary(ours) as glossary, _serving_datasette(datasette, theirs) as peer:
            measure(size, ours, glossary, peer, theirs.stem)


class Server(NamedTuple):
    """Where a server listens, and its process."""

    port: int
    process: int

    def ask(self, paths: Sequence[str]) -> Seen:
        """Ask for each address once, with what the processor spent on the answers."""
        command = [sys.executable, str(Path(__file__).with_name("http_load.py")), str(self.port), str(CONNECTIONS)]
        before = _spent(self.process)
        done = subprocess.run(command, input="\n".join(paths), stdout=subprocess.PIPE, text=True, check=True)
        return Seen(**{**json.loads(done.stdout), "spent": _spent(self.process) - before})


def _spent(process: int) -> float:
    """Seconds of the processor that a process and all its children have taken, where the system tells."""
    if sys.platform != "linux":
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    tasks = Path(f"/proc/{process}/task").iterdir()
    return own + sum(_spent(int(child)) for task in tasks for child in (task / "children").read_text().split())


def measure(size: int, path: Path, glossary: Server, peer: Server, database: str) -> None:
    """Both in turns, a set of queries after the other."""
    queries = dict(zip(SETS, _queries(path), strict=True))
    seen: dict[tuple[str, str], list[Seen]] = {(name, who): [] for name in SETS for who in ("glossary", "Datasette")}
    for _ in range(2):  # the first starts what is started when many ask
        glossary.ask([_ours(queries[SETS[0]].pop()) for _ in range(WARM_UP)])
        peer.ask([_theirs(database, queries[SETS[0]].pop()) for _ in range(WARM_UP // 3)])
        time.sleep(2)
    for _ in range(ROUNDS):
        for name in SETS:
            asked = queries[name]
            ours = [_ours(asked.pop()) for _ in range(OURS)]
            theirs = [_theirs(database, asked.pop()) for _ in range(THEIRS)]
            seen[name, "glossary"].append(glossary.ask(ours))
            seen[name, "Datasette"].append(peer.ask(theirs))
    print(f"\n{size:,} names, {CONNECTIONS} connections, {ROUNDS} rounds: answers/s, p50 / p99, each answer's cost")
    for name in SETS:
        for who in ("glossary", "Datasette"):
            print(f"{name:12} {who:10} {_told(seen[name, who])}")
        ratios = [a.rate() / b.rate() for a, b in zip(seen[name, "glossary"], seen[name, "Datasette"], strict=True)]
        told = f"{statistics.median(ratios):.2f} times the rate (rounds {min(ratios):.2f} to {max(ratios):.2f})"
        print(f"{name:12} {told}")


def _told(rounds: Sequence[Seen]) -> str:
    times = Seen(times=[one for seen in rounds for one in seen.times])
    count, failed, size = len(times.times), sum(seen.failed for seen in rounds), sum(seen.bytes for seen in rounds)
    rate = statistics.median(seen.rate() for seen in rounds)
    spent = sum(seen.spent for seen in rounds) / count * 1000
    shares = f"{times.share(0.5):6.1f} / {times.share(0.99):6.1f} ms"
    return f"{rate:7.0f}/s  {shares}  {spent:5.2f} ms of processor  {failed} failed  {size // count} bytes"


def _queries(path: Path) -> tuple[list[str], list[str]]:
    """Korean forms, each of its own, as they are and with two slips."""
    pick = random.Random(SEED)
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT DISTINCT text FROM terms WHERE place = 0 AND language = 'ko'")
        names = [text for (text,) in rows if 3 <= len(text) <= 12]
    pick.shuffle(names)
    wanted = ROUNDS * (OURS + THEIRS) + 2 * (WARM_UP + WARM_UP // 3)
    plain, other = names[:wanted], names[wanted : 2 * wanted]
    return plain, [slipped(name, 2, pick) for name in (other if len(other) == wanted else plain)]


def _ours(query: str) -> str:
    return f"/api/v1/lookup?q={quote(query)}&limit={SHOWN}"


def _theirs(database: str, query: str) -> str:
    search = quote(f'"{query}"')
    return f"/{database}/names.json?_search={search}&_searchmode=raw&_size={SHOWN}&_nocount=1&_nofacet=1&_shape=array"


@contextmanager
def _glossary(db: Path) -> Iterator[Server]:
    """The program as it is started at a desk."""
    command = [sys.executable, "-m", "glossary", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found is not None
        try:
            yield Server(int(found[1]), process.pid)
        finally:
            process.terminate()


@contextmanager
def _serving_datasette(program: Path, db: Path) -> Iterator[Server]:
    port = 18_999
    command = [str(program), "serve", "-i", str(db), "-p", str(port), "--setting", "sql_time_limit_ms", "10000"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/-/versions.json")
            yield Server(port, process.pid)
        finally:
            process.terminate()


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


def _make(path: Path, source: Path) -> None:
    """The same names as a table with a full-text index, as `sqlite-utils enable-fts` makes one."""
    if path.exists():
        return
    made = path.with_suffix(".part")
    made.unlink(missing_ok=True)
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("ATTACH ? AS source", (str(source),))
        columns = "ko, zh, en, pinyin"
        for query in (
            "BEGIN", _TABLE, _FILL, f"CREATE VIRTUAL TABLE names_fts USING fts5({columns}, content=\"names\")",
            f"INSERT INTO names_fts (rowid, {columns}) SELECT rowid, {columns} FROM names", "COMMIT",
            "INSERT INTO names_fts (names_fts) VALUES ('optimize')",
        ):  # fmt: skip
            connection.execute(query)
    made.rename(path)


def _datasette() -> Path:
    program = PEERS / "bin" / "datasette"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        subprocess.run([str(PEERS / "bin" / "pip"), "install", "--quiet", VERSION], check=True)
    return program


if __name__ == "__main__":
    main(sys.argv[1:])
