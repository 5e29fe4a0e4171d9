"""Measure the program against gold and print one table: evaluate.py [--data DIR] [--errors N]

Names: every NAME.txt in DIR, DIR/gold or DIR/data with NAME.jsonl or NAME.names.jsonl beside it.
Readings: every readings*.tsv there and in corpus/gold (zh<TAB>official). Pairs: press_pairs*.tsv (ko, zh,
label, type, relation), for which the form that the press writes has to be among the forms given.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from score import Scores, Share, calibration_error, read_gold, score

from glossary.service.context import Context, open_context
from glossary.service.extract import extract_path
from glossary.service.transliterate import transliterate

ROOT = Path(__file__).parents[2]
PERSON_TO_TERM = ("person", "place", "organization")


def main(arguments: Sequence[str]) -> int:
    """Print the table; exit status 2 where there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description=str(__doc__).splitlines()[0])
    beside = ROOT.parent / "shared"
    parser.add_argument("--data", type=Path, default=beside if beside.is_dir() else ROOT / "corpus")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to list for each text")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"scripts/evaluate: {options.data}: no such folder; name one with --data", file=sys.stderr)
        return 2
    folders = [folder for folder in (options.data, options.data / "gold", options.data / "data") if folder.is_dir()]
    ctx = open_context(ROOT / "glossary.db")
    measured = _names(ctx, folders, options.errors)
    measured += _readings(ctx, [*folders, ROOT / "corpus" / "gold"], options.errors)
    measured += _pairs(ctx, folders, options.errors)
    return 0 if measured else 2


def _names(ctx: Context, folders: Sequence[Path], errors: int) -> int:
    measured = list(_scored(ctx, folders))
    if not measured:
        return 0
    columns = ("names", "P", "R", "F1", "relation", "type", "en+alias", "ECE", "of", "alarms")
    print("{:24} {:>6} {:>6} {:>6} {:>8} {:>6} {:>8} {:>6} {:>5} {:>6}".format(*columns))
    for name, found in measured:
        _row(name, found)
        for error in found.errors[:errors]:
            print(f"    {error}")
    print(
        f"ECE of all scores together: {calibration_error(pair for _, found in measured for pair in found.judged):.3f}"
    )
    return len(measured)


def _row(name: str, found: Scores) -> None:
    shares = f"{found.precision:6.3f} {found.recall:6.3f} {found.f1:6.3f} {found.relation!s:>8} {found.type!s:>6}"
    held = f"{found.extras!s:>8} {calibration_error(found.judged):6.3f} {found.names:5} {found.alarms:6}"
    print(f"{name:24} {shares} {held}")


def _scored(ctx: Context, folders: Sequence[Path]) -> Iterator[tuple[str, Scores]]:
    for folder in folders:
        for text in sorted(folder.glob("*.txt")):
            gold = [path for end in (".names.jsonl", ".jsonl") if (path := text.with_suffix(end)).is_file()]
            if gold:
                _, mentions = extract_path(ctx, text)
                yield text.stem, score(read_gold(gold[0]), mentions)


def _readings(ctx: Context, folders: Sequence[Path], errors: int) -> int:
    paths = [path for folder in folders for path in sorted(folder.glob("readings*.tsv"))]
    for path in paths:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if _is_row(line)]
        wrong = [
            f"{zh}: {got} for {official}"
            for zh, official, *_ in rows
            if (got := transliterate(ctx, zh).official) not in official.split("|")
        ]
        _shown(path.stem, "official form right", Share(len(rows) - len(wrong), len(rows)), wrong[:errors])
    return len(paths)


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("#", "zh\t"))


def _pairs(ctx: Context, folders: Sequence[Path], errors: int) -> int:
    paths = [path for folder in folders for path in sorted(folder.glob("press_pairs*.tsv"))]
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = [row for row in csv.DictReader(stream, delimiter="\t") if row["label"] == "name"]
        for relation in ("transliteration", "sino-korean"):
            chosen = [row for row in rows if row["relation"] == relation]
            wrong = [
                f"{row['zh']}: {row['ko']}" for row in chosen if row["ko"] not in _forms(ctx, row["zh"], row["type"])
            ]
            _shown(
                path.stem, f"press form given, {relation}", Share(len(chosen) - len(wrong), len(chosen)), wrong[:errors]
            )
    return len(paths)


def _forms(ctx: Context, zh: str, kind: str) -> set[str]:
    found = transliterate(ctx, zh, kind if kind in PERSON_TO_TERM else None)  # type: ignore[arg-type]
    others = {form for other in found.alternatives for form in (other.official, other.sino_korean)}
    return {found.official, found.sino_korean, *found.customary} | others


def _shown(name: str, what: str, share: Share, errors: Sequence[str]) -> None:
    print(f"{name:24} {what:36} {share} ({share.right}/{share.of})")
    for error in errors:
        print(f"    {error}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
