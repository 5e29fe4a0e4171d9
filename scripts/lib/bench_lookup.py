"""Look-up at 100,000 and 1,000,000 names beside the scan and peers: bench_lookup.py [SIZE]... [DATA_FOLDER] [alone].

`alone` leaves out the peers whose index takes minutes to build. Each size's glossary is made once and kept beside the
bench; it is read once before anything is timed, so that the file is warm. Query by query all take turns in one process.
Times are what a clock on the wall says and, since machines are shared, what the processor spent. Recall counts a name
among the first five; "or tied" counts an answer as near to the query as well.
"""

from __future__ import annotations

import gc
import json
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import bench_lookup_costs as costs
from bench_lookup_peers import Deletions, Peer, Trigram
from bench_names import Maker
from bench_queries import drifted, press_pairs, slipped
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from glossary.model import Hit
from glossary.service.context import Context, open_context
from glossary.service.lookup import ENOUGH, lookup
from glossary.text.hangul import to_jamo
from glossary.text.keyboard import strokes

CACHE = Path(__file__).parents[2] / ".cache"
SIZES = (100_000, 1_000_000)
QUERIES = 200
TURN = 4  # every so many queries the peers have a turn: they are slow
SEED = 5
SOUND = ("ko", "official", "sino_korean")
Name = tuple[str, tuple[str, ...]]
Pair = tuple[str, str]  # what is typed, what is meant
T = TypeVar("T")


@dataclass
class Figures:
    """What one way of searching gave: milliseconds by the wall and by the processor, and what it found."""

    walls: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    found: int = 0
    tied: int = 0

    def timed(self, run: Callable[[], T]) -> T:
        """What a run gives, timed."""
        wall, spent = time.perf_counter(), time.process_time()
        result = run()
        self.spent.append((time.process_time() - spent) * 1000)
        self.walls.append((time.perf_counter() - wall) * 1000)
        return result

    def judge(self, forms: set[str], typed: str, meant: str) -> None:
        """Whether the name that was meant is among these forms, or one as near."""
        key = to_jamo(typed)
        bound = Levenshtein.distance(key, to_jamo(meant))
        self.found += meant in forms
        self.tied += any(Levenshtein.distance(key, to_jamo(form)) <= bound for form in forms)

    def told(self, scan: Figures) -> str:
        """One line of the table."""
        count = len(self.walls)
        times = "  ".join(
            f"{share(some, 0.5):7.2f} / {share(some, 0.99):7.2f} {label}"
            for some, label in ((self.walls, "ms"), (self.spent, "ms of processor"))
        )
        ratio = share(scan.walls, 0.5) / share(self.walls, 0.5)
        recall = f"  {self.found / count:.3f} / {self.tied / count:.3f}" if self.tied else ""
        return f"{times}  {ratio:6.1f} x{recall}  ({count})"


def main(arguments: Sequence[str]) -> None:
    """Print a table for each size."""
    sizes = [int(argument) for argument in arguments if argument.isdigit()] or SIZES
    folders = [Path(argument) for argument in arguments if Path(argument).is_dir()]
    for size in sizes:
        path = CACHE / f"lookup-{size}.db"
        costs.make(path, size)
        kinds = () if "alone" in arguments else (Trigram, Deletions)
        measure(path, size, [pair for folder in folders for pair in press_pairs(folder)], kinds)
        costs.tell(path, size)


def measure(path: Path, size: int, pairs: Sequence[Pair], kinds: Sequence[Callable[[Path, list[str]], Peer]]) -> None:
    """Queries with slips and drift."""
    connection = sqlite3.connect(path)
    query = "SELECT t.text, c.reading FROM concepts c JOIN terms t ON t.concept_id = c.id AND t.place = 0"
    names = [(text, tuple(json.loads(reading)["pinyin"])) for text, reading in connection.execute(query)]
    connection.close()
    pick = random.Random(SEED)
    some = pick.sample(names, min(QUERIES, len(names)))
    known = {name for name, _ in names}
    sets = {
        "one slip": [(slipped(name, 1, pick), name) for name, _ in some],
        "two slips": [(slipped(name, 2, pick), name) for name, _ in some],
        "drift": drifted(Maker(SEED), some),
        "press pairs": [(typed, name) for typed, name in pairs if name in known],
    }
    keys = [to_jamo(name) for name, _ in names]
    peers: list[Peer] = [kind(CACHE / f"lookup-peer-{kind.__name__}.db", keys) for kind in kinds]
    _warm(path)
    gc.collect()
    gc.freeze()  # what the scan needs is not the look-up's to tidy
    print(f"\n{size:,} names: p50 / p99, how many times as fast as the scan, recall@5 / or tied, (queries)")
    for label, queries in sets.items():
        if queries:
            found = ask(open_context(path), queries, names, keys, peers)
            for name, figures in found.items():
                print(f"{label:12} {name:15} {figures.told(found['exhaustive scan'])}")
    for peer in peers:
        print(f"{peer.name}: {peer.built}")


def ask(
    ctx: Context, queries: Sequence[Pair], names: Sequence[Name], keys: Sequence[str], peers: Sequence[Peer]
) -> dict[str, Figures]:
    """All ways of searching, query by query."""
    found = {
        name: Figures() for name in ("whole look-up", "search alone", "exhaustive scan", *(peer.name for peer in peers))
    }
    lookup(ctx, queries[0][0])
    for place, (typed, meant) in enumerate(queries):
        key = to_jamo(typed)
        hits = found["whole look-up"].timed(partial(lookup, ctx, typed))
        found["whole look-up"].judge(_forms(hits[:5]), typed, meant)
        search(ctx, typed, found["search alone"])
        nearest = found["exhaustive scan"].timed(
            partial(process.extract, key, keys, scorer=Levenshtein.distance, limit=5)
        )
        found["exhaustive scan"].judge({names[at][0] for _, _, at in nearest}, typed, meant)
        for peer in peers if place % TURN == 0 else ():
            places = found[peer.name].timed(partial(peer.ask, key))
            found[peer.name].judge({names[at][0] for at in places}, typed, meant)
    return found


def search(ctx: Context, typed: str, figures: Figures) -> None:
    """The search in spite of slips without all else that a look-up does."""
    key, bounds = strokes(typed), ctx.policy.lookup
    slips = 2 if len(key) >= bounds.two_slips else 1
    with ctx.reader() as reader:
        finder = reader.finder(64)
        figures.timed(lambda: finder.near(SOUND, key, slips, ENOUGH))


def _warm(path: Path) -> None:
    with path.open("rb") as stream:
        while stream.read(1 << 24):
            pass


def _forms(hits: Sequence[Hit]) -> set[str]:
    return {form for hit in hits for form in (hit.ko, *hit.variants, hit.official)}


def share(times: Sequence[float], part: float) -> float:
    """The time that such a part of all stays below."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


if __name__ == "__main__":
    main(sys.argv[1:])
