"""Bare names in sentences through the real `glossary scan`: traps_scan.py FILE... [--errors N] [--db FILE]

Each sentence of FILE (as in traps.py) is scanned by itself against a glossary with both packs, by the built-in policy.
A sentence counts as a find when a name that the scan prints overlaps the marked string; `exact` counts finds with just
the marked span, `meaning` those whose hanzi are the gold's, `beside` the other names printed, to be read by eye.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from traps import Trap, read_traps

from glossary.model import Document, ScannedName
from glossary.service.context import Context, open_context
from glossary.service.packs import import_pack
from glossary.service.scan import scan
from glossary.text.hanzi import fold

PACKS = ("china-places", "established-names")


def main(arguments: Sequence[str]) -> int:
    """Print precision, recall and F1 for each file, then what went wrong."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate scan", description=str(__doc__).splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--db", type=Path, help="a glossary to scan with instead of one with the packs alone")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="traps") as folder:
        ctx = open_context(options.db or Path(folder) / "packs.db", actor="evaluate")
        for pack in () if options.db else PACKS:
            import_pack(ctx, pack)
        print(f"{'file':28} {'rows':>5} {'P':>6} {'R':>6} {'F1':>6} {'exact':>6} {'meaning':>8} {'beside':>6}")
        for path in options.files:
            _measure(ctx, path, options.errors)
    return 0


def _measure(ctx: Context, path: Path, shown: int) -> None:
    hits = alarms = misses = exact = named = right = beside = 0
    said: list[str] = []
    for trap in read_traps(path):
        names = scan(ctx, Document("sentence", trap.sentence)).names
        found = [name for name in names if name.start < trap.end and trap.start < name.end]
        hits += trap.is_name and bool(found)
        alarms += not trap.is_name and bool(found)
        misses += trap.is_name and not found
        exact += trap.is_name and any((name.start, name.end) == (trap.start, trap.end) for name in found)
        named += trap.is_name and bool(found and trap.zh)
        right += trap.is_name and any(_same(name, trap) for name in found)
        beside += len(names) - len(found)
        said += _told(trap, names, found)
    f1 = 2 * hits / max(1, 2 * hits + alarms + misses)
    precision, recall = hits / max(1, hits + alarms), hits / max(1, hits + misses)
    figures = f"{precision:6.3f} {recall:6.3f} {f1:6.3f} {exact:6} {right:4}/{named:<3} {beside:6}"
    print(f"{path.name:28} {hits + misses + sum(not t.is_name for t in read_traps(path)):5} {figures}")
    print("".join(f"     {line}\n" for line in said[:shown]), end="")


def _same(name: ScannedName, trap: Trap) -> bool:
    """Whether the hanzi are those of the gold, with or without the word for the division."""
    return fold(name.zh_hans) in {fold(trap.zh) + mark for mark in ("", "市", "县", "区", "省")}


def _told(trap: Trap, names: Sequence[ScannedName], found: Sequence[ScannedName]) -> Iterator[str]:
    shown = " ".join(f"{name.text}={name.zh_hans or '-'}/{name.type}/{name.score:.2f}" for name in found)
    if trap.is_name and not found:
        yield f"missed {trap.surface} {trap.zh}: {trap.sentence}"
    elif found and not trap.is_name:
        yield f"alarm {shown}: {trap.sentence}"
    elif found and trap.zh and not any(_same(name, trap) for name in found):
        yield f"means {shown}, not {trap.zh}: {trap.sentence}"
    elif found and all((name.start, name.end) != (trap.start, trap.end) for name in found):
        yield f"span {shown}, not {trap.surface}: {trap.sentence}"
    for name in names:
        if name not in found:
            yield f"beside {name.text}={name.zh_hans or '-'}/{name.type}/{name.score:.2f}: {trap.sentence}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
