"""Bare names in sentences: traps.py FILE... [--split NAME] [--errors N] [--names ISSUE...]

FILE has the columns sentence, start, surface, is_name, zh, type and maybe split; each sentence is a document of its
own. A sentence counts as a find when a name that the scan reports overlaps the marked string. `plain` is the string
match of every form of the gazetteer, without any judgement.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.extract import gazetteer
from glossary.extract.bare import Weighed, recognize
from glossary.extract.known import Meaning, Names
from glossary.text.hanzi import fold
from glossary.tokens import load


@dataclass(frozen=True)
class Trap:
    """One marked string in a sentence."""

    sentence: str
    start: int
    surface: str
    is_name: bool
    zh: str
    split: str

    @property
    def end(self) -> int:
        """Where the marked string ends."""
        return self.start + len(self.surface)

    def found(self, names: Sequence[tuple[Weighed, tuple[Meaning, ...]]]) -> tuple[Weighed, tuple[Meaning, ...]] | None:
        """The name that overlaps the marked string."""
        return next((item for item in names if item[0].spot.start < self.end and self.start < item[0].spot.end), None)


def read_traps(path: Path, split: str = "") -> list[Trap]:
    """The rows of a file, of one split where one is named."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    traps = [
        Trap(row["sentence"], int(row["start"]), row["surface"], row["is_name"] == "1", row["zh"], row.get("split", ""))
        for row in rows
    ]
    return [trap for trap in traps if not split or trap.split == split]


def main(arguments: Sequence[str]) -> int:
    """Print precision, recall and F1 for each file."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate traps", description=str(__doc__).splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--split", default="")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--no-tokenizer", action="store_true")
    options = parser.parse_args(arguments)
    print(f"{'file':28} {'rows':>5} {'P':>6} {'R':>6} {'F1':>6} {'plain':>6} {'meaning':>8} {'asked':>6}")
    for path in options.files:
        _measure(path, options)
    return 0


def _measure(path: Path, options: argparse.Namespace) -> None:
    traps = read_traps(path, options.split)
    tokenizers = None if options.no_tokenizer else load()
    hits = alarms = misses = right = named = asked = 0
    errors: list[str] = []
    for trap in traps:
        found = trap.found(recognize(trap.sentence, Names(()), tokenizers))
        if trap.is_name and found:
            hits += 1
            asked += any(name.startswith("kiwi") for name in found[0].features)
            if trap.zh:
                named += 1
                keys = [meaning.zh for meaning in found[1]]
                right += keys[:1] == [fold(trap.zh)] and len(keys) == 1
                if keys != [fold(trap.zh)]:
                    errors.append(f"means {keys}, not {trap.zh}: {trap.sentence}")
        elif found:
            alarms += 1
            errors.append(f"alarm {found[0].odds:.1f} {found[0].spot.form}: {trap.sentence} {_why(found[0])}")
        elif trap.is_name:
            misses += 1
            errors.append(f"missed {trap.surface}: {trap.sentence} {_missed(trap)}")
    shown = f"{_scores(hits, alarms, misses)} {_plain(traps):6.3f} {right:4}/{named:<4} {asked:5}"
    print(f"{path.name:28} {len(traps):5} {shown}")
    for error in errors[: options.errors]:
        print("   ", error)


def _scores(hits: int, alarms: int, misses: int) -> str:
    precision, recall = hits / max(1, hits + alarms), hits / max(1, hits + misses)
    return f"{precision:6.3f} {recall:6.3f} {2 * hits / max(1, 2 * hits + alarms + misses):6.3f}"


def _plain(traps: Sequence[Trap]) -> float:
    """F1 of plain string match over all forms of the gazetteer."""
    hits = alarms = misses = 0
    for trap in traps:
        end = trap.start + len(trap.surface)
        match = any(m.start < end and trap.start < m.end for m in gazetteer.forms().find(trap.sentence))
        hits += match and trap.is_name
        alarms += match and not trap.is_name
        misses += trap.is_name and not match
    return 2 * hits / max(1, 2 * hits + alarms + misses)


def _why(item: Weighed) -> str:
    return f"[{item.base:+.1f} {' '.join(item.features)}]"


def _missed(trap: Trap) -> str:
    from glossary.extract.bare import _setting as settle
    from glossary.extract.bare import company, weigh
    from glossary.extract.spots import Text

    whole = Text(trap.sentence)
    weighed = weigh(whole, Names(()))
    around = settle(whole, weighed, ())
    for item in weighed:
        item.add(company(item.spot, around))
    found = trap.found([(item, ()) for item in weighed])
    return "no spot" if found is None else f"{found[0].odds:.1f} {_why(found[0])}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
