"""One measurement in a process of its own: bench_worker.py KIND SIZE prints the seconds of one warm extraction.

KIND is `half` or `whole` (of the issue) or a hostile text of SIZE characters. The process is
warmed up by other text first, so that loading is not counted and nothing of the text has been seen.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench_texts import HOSTILE, WARM_UP, half_and_whole

from glossary.service.context import open_context
from glossary.service.extract import extract_bytes


def main(kind: str, size: int) -> None:
    """Warm up, extract once, print the seconds."""
    text = half_and_whole()[kind == "whole"] if kind in ("half", "whole") else HOSTILE[kind](size)
    ctx = open_context(Path("bench.db"))
    extract_bytes(ctx, "warm-up.txt", WARM_UP.encode())
    data = text.encode()
    start = time.perf_counter()
    extract_bytes(ctx, "text.txt", data)
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
