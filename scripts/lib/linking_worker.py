"""One linking run in a process of its own: linking_worker.py NAME FILE prints seconds, memory and scores as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from linking_peers import PEERS, Answers, Row
from pairwise import pairwise


def main(name: str, path: Path) -> None:
    """Read the mentions, link them, compare with who was meant."""
    rows, truth = read(path)
    link = glossary if name == "glossary" else PEERS[name]
    began, worked = time.perf_counter(), time.process_time()
    found = link(rows, truth)
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    precision, recall, f1 = pairwise(found, truth)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    scores = {"precision": precision, "recall": recall, "f1": f1}
    print(json.dumps({"mentions": len(rows), "seconds": seconds, "work": work, "megabytes": megabytes, **scores}))


def read(path: Path) -> tuple[list[Row], list[int]]:
    """The mentions and, apart from them, whom they mean."""
    rows, truth = [], []
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            document, ko, zh, type_, bearer = line.rstrip("\n").split("\t")
            rows.append(Row(int(document), sys.intern(ko), sys.intern(zh), sys.intern(type_)))
            truth.append(int(bearer))
    return rows, truth


def glossary(rows: Sequence[Row], _: Answers) -> list[int]:
    """Ours, in the shape of the peers; loading its tables is part of the time."""
    from glossary.link.settle import settle

    return settle(rows)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
