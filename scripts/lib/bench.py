"""Time the program against its peers, interleaved: bench.py [PART]... [FILE]...; an unknown part tells which there are.

Extraction is timed on the issue, and on each FILE as well.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench_check import checking
from bench_linking import linking
from bench_store import batch, crash, edits
from bench_texts import HOSTILE, ISSUE, WARM_UP, half_and_whole, portions

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"
SIZES = (100_000, 200_000)
REPEATS = 3
PARTS = 6  # of a text, each timed once, so that none has been seen
PATIENCE = 300  # seconds for one extraction


def main(arguments: Sequence[str]) -> int:
    """Run the parts asked for, all without a choice."""
    files = [Path(argument) for argument in arguments if Path(argument).is_file()]
    wanted = [argument for argument in arguments if not Path(argument).exists() and not argument.isdigit()]
    parts: dict[str, Callable[[], None]] = {
        "extraction": lambda: extraction(files),
        "doubling": doubling,
        "start": start,
        "readings": readings,
        "crash": crash,
        "edits": edits,
        "batch": batch,
        "lookup": lambda: lookup(arguments),
        "check": lambda: checking(arguments),
        "linking": lambda: linking(arguments),
        "http": lambda: http(arguments),
        "page": page,
    }
    unknown = [name for name in wanted if name not in parts]
    if unknown:
        print(f"scripts/bench: no part or file {', '.join(unknown)}; parts: {', '.join(parts)}", file=sys.stderr)
        return 2
    CACHE.mkdir(exist_ok=True)
    for name, run in parts.items():
        if not wanted or name in wanted:
            run()
    return 0


def extraction(files: Sequence[Path]) -> None:
    """Warm extraction of unseen text on one core against kiwipiepy tokenizing the same text."""
    from kiwipiepy import Kiwi

    from glossary.service.context import open_context
    from glossary.service.extract import extract_bytes

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    kiwi, ctx = Kiwi(num_workers=1), open_context(CACHE / "bench.db")
    kiwi.tokenize(WARM_UP)
    first, *unseen = portions(ISSUE, PARTS)
    for text in (WARM_UP, first):
        extract_bytes(ctx, "warm-up.txt", text.encode())
    for name, texts in [("issue 260", unseen), *((path.name, portions(path, PARTS)) for path in files)]:
        _compare(name, texts, kiwi.tokenize, lambda text: extract_bytes(ctx, "text.txt", text.encode()))


def _compare(name: str, texts: Sequence[str], theirs: Callable[[str], object], mine: Callable[[str], object]) -> None:
    from glossary.text.brackets import brackets
    from glossary.tokens import load

    korean = load().korean
    korean.tokens(WARM_UP)
    asked = korean.asked
    times = [(_seconds(lambda text=text: mine(text)), _seconds(lambda text=text: theirs(text))) for text in texts]
    asked = korean.asked - asked
    ours, kiwi = (sum(column) for column in zip(*times, strict=True))
    ratios = sorted(theirs / mine for mine, theirs in times)
    rates = [sum(map(len, texts)) / seconds / 1000 for seconds in (ours, kiwi)]
    count = sum(len(brackets(text)) for text in texts)
    print(f"extraction, warm, one core, {name}: {kiwi / ours:.1f} times as fast as kiwipiepy", end=" ")
    print(
        f"(portions {ratios[0]:.1f} to {ratios[-1]:.1f}; {rates[0]:.0f} against {rates[1]:.0f} thousand characters/s)"
    )
    print(f"    kiwipiepy asked {asked} times for {count} brackets = {asked / max(1, count):.1%}")


def doubling() -> None:
    """How much longer twice the text takes, real and hostile."""
    half, whole = half_and_whole()
    shares = f"{len(whole) / len(half):.2f} times the text, {whole.count('(') / half.count('('):.2f} times the brackets"
    cases = [(f"issue 260 ({shares})", ("half", "whole"), (0, 0)), *((name, (name, name), SIZES) for name in HOSTILE)]
    for name, kinds, sizes in cases:
        runs = [[_worker(kind, size) for kind, size in zip(kinds, sizes, strict=True)] for _ in range(REPEATS)]
        once, twice = (min(column) for column in zip(*runs, strict=True))
        print(f"twice the text, {name}: {twice / once:.2f} times the time ({once:.3f} s, {twice:.3f} s)")


def lookup(arguments: Sequence[str]) -> None:
    """Names with slips and drift in large glossaries against the exhaustive scan; sizes, a data folder may follow."""
    import bench_lookup

    bench_lookup.main([argument for argument in arguments if argument.isdigit() or Path(argument).is_dir()])


def http(arguments: Sequence[str]) -> None:
    """Look-ups over HTTP beside Datasette; sizes may follow."""
    import bench_http

    bench_http.main([argument for argument in arguments if argument.isdigit()])


def page() -> None:
    """The first page in a browser: bytes, and time until it can be used."""
    import bench_page

    bench_page.main()


def start() -> None:
    """Cold starts against a bare interpreter, interleaved, by medians."""
    db = CACHE / "bench.db"
    program = [sys.executable, "-m", "glossary"]
    subprocess.run(
        [*program, "build", str(ROOT / "corpus" / "issues"), "--db", str(db)], check=True, capture_output=True
    )
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "glossary --help": [*program, "--help"],
        "glossary lookup": [*program, "lookup", "허사이커지", "--db", str(db)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(15):
        for name, command in commands.items():
            times[name].append(
                _seconds(lambda command=command: subprocess.run(command, check=True, capture_output=True))
            )
    bare = statistics.median(times.pop("bare"))
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name}: {median / bare:.1f} times python -c pass ({median * 1000:.0f} ms against {bare * 1000:.0f} ms)")


def readings() -> None:
    """Official forms against the usual stack: OpenCC t2s, then pypinyin, then the table of the norm."""
    from opencc import OpenCC
    from pypinyin import Style, lazy_pinyin

    from glossary.reading.transliterate import transliterate
    from glossary.text.tables import rows

    table = dict(rows("pinyin_hangul.tsv"))
    simplify = OpenCC("t2s").convert

    def usual(zh: str) -> str:
        syllables = lazy_pinyin(simplify(zh), style=Style.NORMAL, v_to_u=True)
        return "".join(table.get(syllable, syllable) for syllable in syllables)

    ours = lambda zh: transliterate(zh).official  # noqa: E731
    for path in sorted((ROOT / "corpus" / "gold").glob("readings*.tsv")):
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
        for name, read in (("glossary", ours), ("usual stack", usual)):
            read(lines[0][0])
            right = 0
            began = time.perf_counter()
            for zh, official, *_ in lines:
                right += read(zh) in official.split("|")
            rate = len(lines) / (time.perf_counter() - began)
            print(
                f"readings, {path.stem}, {name}: {right}/{len(lines)} = {right / len(lines):.1%}, {rate:,.0f} names/s"
            )


def _worker(kind: str, size: int) -> float:
    command = [sys.executable, str(ROOT / "scripts" / "lib" / "bench_worker.py"), kind, str(size)]
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE, cwd=CACHE)
    except subprocess.TimeoutExpired:
        return float("inf")
    return float(done.stdout)


def _seconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
