"""Measure the check, one table: scripts/evaluate check [--data DIR] [--show N] [--slips N] [--seed N] [PART]...

Parts: slips (those that a list names), alarms (warnings on ordinary news, each line a document), traps (sentences whose
string is no Chinese name), particles (5,000 replaced names against an oracle), seeded (slips put into clean text).
The glossary holds both authority packs and the issue.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from particle_cases import cases
from seeded_slips import Seeded, seeded

from glossary.edit import apply, change_set
from glossary.model import Document, Finding
from glossary.service.build import build
from glossary.service.check import findings
from glossary.service.context import Context, open_context
from glossary.service.evaluate import evaluate
from glossary.service.packs import import_pack

ROOT = Path(__file__).parents[2]
PARTS = ("slips", "alarms", "traps", "particles", "seeded")
PACKS = ("china-places", "established-names")


def main(arguments: Sequence[str]) -> int:
    """Print the figures; exit status 2 where the data are not there."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate check", description=str(__doc__).splitlines()[0])
    beside = ROOT.parent / "shared"
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parser.add_argument("--data", type=Path, default=beside)
    parser.add_argument("--show", type=int, default=0, help="how many errors to list for each figure")
    parser.add_argument("--slips", type=int, default=1_000, help="how many slips to seed")
    parser.add_argument("--seed", type=int, default=260, help="which slips are seeded")
    options = parser.parse_args(arguments)
    issue = options.data / "gold" / "issue-260.txt"
    if not issue.is_file():
        print(f"scripts/evaluate: {issue}: no such file; name the folder with --data", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        ctx = open_context(Path(folder) / "glossary.db")
        for pack in PACKS:
            import_pack(ctx, pack)
        build(ctx, [issue])
        for part in options.parts or PARTS:
            lines = list(_MEASURES[part](ctx, options))
            print(f"{part}: {lines[0]}")
            for line in lines[1 : options.show + 1]:
                print(f"    {line}")
    return 0


def _slips(ctx: Context, options: argparse.Namespace) -> Iterator[str]:
    report = evaluate(ctx, "check", options.data / "gold" / "issue-260.defects.tsv")
    yield ", ".join(f"{figure.name} {figure.value:g} of {figure.of}" for figure in report.figures)
    yield from report.errors


def _alarms(ctx: Context, options: argparse.Namespace) -> Iterator[str]:
    text = (options.data / "data" / "korean_news.txt").read_text(encoding="utf-8")
    found = list(_warned(ctx, text.splitlines()))
    size = len(text.encode()) / 100_000
    rules = Counter(finding.rule for _, finding in found)
    yield f"{len(found)} warnings on {size * 100:.0f} kB, {len(found) / size:.2f} per 100 kB {dict(rules)}"
    yield from (_shown(line, finding) for line, finding in found)


def _traps(ctx: Context, options: argparse.Namespace) -> Iterator[str]:
    with (options.data / "gold" / "traps_dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["is_name"] == "0"]
    warned = []
    for row in rows:
        start = int(row["start"])
        end = start + len(row["surface"])
        hits = [f for _, f in _warned(ctx, [row["sentence"]]) if f.start < end and start < f.end]
        warned += [_shown(row["sentence"], hit) for hit in hits[:1]]
    yield f"{len(rows) - len(warned)} of {len(rows)} sentences without a warning on a string that is no name"
    yield from warned


def _particles(ctx: Context, options: argparse.Namespace) -> Iterator[str]:
    wrong = []
    for text, start, old, new, expected in cases(5_000):
        found = Finding("variant-spelling", "warning", start, start + len(old), old, "", (), (new,), True)
        got = apply(text, change_set(text, [found]))
        wrong += [] if got == expected else [f"{text}: {got}, not {expected}"]
    yield f"{5_000 - len(wrong)} of 5000 replaced names with the right particle"
    yield from wrong


def _seeded(ctx: Context, options: argparse.Namespace) -> Iterator[str]:
    counts: dict[str, Counter[str]] = {}
    errors = []
    for item in seeded(options.slips, options.data, options.seed):
        found = [finding for _, finding in _warned(ctx, [item.text])]
        hits = [finding for finding in found if _meets(finding, item)]
        tally = counts.setdefault(item.rule, Counter())
        tally["slips"] += 1
        tally["found"] += bool(hits)
        for finding in found:
            right = finding in hits or _meets(finding, item)
            counts.setdefault(finding.rule, Counter())["right" if right else "alarms"] += 1
        if not hits:
            errors.append(f"missed {item.rule}: {item.slip} in {item.text}")
        errors += [f"alarm {_shown(item.text, finding)}" for finding in found if finding not in hits]
    yield "; ".join(_rates(rule, tally) for rule, tally in sorted(counts.items()))
    yield from errors


def _rates(rule: str, tally: Counter[str]) -> str:
    said = tally["right"] + tally["alarms"]
    recall = f"{tally['found'] / tally['slips']:.3f} of {tally['slips']}" if tally["slips"] else "-"
    return f"{rule} recall {recall}, precision {tally['right'] / max(1, said):.3f} of {said}"


def _meets(finding: Finding, item: Seeded) -> bool:
    return finding.start < item.end and item.start < finding.end and finding.rule in item.rules


def _warned(ctx: Context, texts: Iterable[str]) -> Iterator[tuple[str, Finding]]:
    with ctx.reader() as reader:
        for text in texts:
            if text.strip():
                doc = Document("-", text)
                yield from ((text, f) for f in findings(ctx, reader, doc) if f.severity != "info")


def _shown(text: str, finding: Finding) -> str:
    around = text[max(0, finding.start - 20) : finding.end + 20]
    return f"{finding.rule} {finding.text} -> {', '.join(finding.suggestions[:1])} | {around}"


_MEASURES = {"slips": _slips, "alarms": _alarms, "traps": _traps, "particles": _particles, "seeded": _seeded}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
