"""Bare names in ordinary Korean news: alarms.py FILE: every form reported, how often, and the rate of work.

FILE has one document a line; who reads the list judges what is a false alarm.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from glossary.extract.bare import recognize
from glossary.extract.known import Names
from glossary.tokens import load


def main(arguments: Sequence[str]) -> int:
    """Print the forms found with an example each, and MB/s."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate alarms", description=str(__doc__).splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--no-tokenizer", action="store_true")
    options = parser.parse_args(arguments)
    lines = options.file.read_text(encoding="utf-8").splitlines()
    tokenizers = None if options.no_tokenizer else load()
    names = Names(())
    recognize("베이징에서", names, tokenizers)
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    begun, asked = time.perf_counter(), 0
    for line in lines:
        for item, meanings in recognize(line, names, tokenizers):
            spot = item.spot
            counts[spot.form] += 1
            asked += any(name.startswith("kiwi") for name in item.features)
            shown = f"{item.odds:.1f} {meanings[0].zh} {line[max(0, spot.start - 14) : spot.end + 12]}"
            examples.setdefault(spot.form, []).append(shown)
    took = time.perf_counter() - begun
    size = options.file.stat().st_size
    for form, count in counts.most_common():
        print(f"{count:4} {form}: {' | '.join(examples[form][:4])}")
    print(f"{counts.total()} names of {len(counts)} forms in {size / 1e3:.0f} kB")
    print(f"{size / 1e6 / took:.2f} MB/s, the tokenizer asked for {asked} of the names")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
