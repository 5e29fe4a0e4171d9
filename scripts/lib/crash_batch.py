"""Kill batches at any moment and let them go on: no file may be half, and in the end nothing may tell of the kills.

The glossary and the texts are small and readings are the tests' fakes, so that the time goes into files.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from glossary_fakes import ISSUE, context

from glossary.service.build import build
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.edit import change
from glossary.service.normalize_all import normalize_all
from glossary.service.normalize_plan import FOLDER
from glossary.service.normalize_undo import undo

FILES = 24
PATIENCE = 120  # seconds for one batch that nobody kills
TEXTS = (
    "평자오(彭昭)는 홍콩(香港)에서 강연했다.\r\n평자오는 {n}번째로 말했다.\n",
    "펑자오(彭昭)가 {n}번 말했다.\n",
    "{n}: 평자오는 펑자오(彭昭)이다.\n" * 40,
)
EARLIER = "이전 원고 {n}\n"
Tree = dict[str, bytes]


@dataclass(slots=True)
class Outcome:
    """What the kills did."""

    kills: int = 0
    finished: int = 0
    partial: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    orphans: int = 0


def desk(folder: Path) -> Context:
    """A glossary in which an editor prefers 펑자오 to 평자오."""
    (folder / "issue").mkdir(parents=True)
    (folder / "issue" / "260.txt").write_text(ISSUE, encoding="utf-8")
    ctx = context(folder / "glossary.db")
    build(ctx, [folder / "issue"])
    with ctx.reader() as reader:
        found = next(concept.id for concept in reader.concepts() if concept.key == "彭昭")
    change(ctx, found, Change((TermChange("펑자오", "preferred"),)), why="desk")
    return ctx


def inputs(folder: Path, count: int = FILES) -> Path:
    """A folder of texts, some in folders of their own, most with slips."""
    for number in range(count):
        place = folder / "in" / ("" if number % 3 else f"s{number % 2}/t")
        place.mkdir(parents=True, exist_ok=True)
        text = TEXTS[number % len(TEXTS)].replace("{n}", str(number))
        (place / f"{number:03}.txt").write_bytes(text.encode())
    return folder / "in"


def earlier(out: Path, count: int = FILES) -> None:
    """An output's folder in which something stands in the place of every fourth copy, and something of its own."""
    for number in range(1, count, 4):
        place = out / ("" if number % 3 else f"s{number % 2}/t")
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:03}.txt").write_bytes(EARLIER.format(n=number).encode())
    (out / "notes.txt").write_bytes(b"not of the batch\n")


def tree(folder: Path, *, hidden: bool = False) -> Tree:
    """The files of a folder by name; what a batch hides only when asked for."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (hidden or FOLDER not in path.parts)
    }


def kill_batches(
    folder: Path, kills: int, seed: int = 260, *, share: float = 0.1, tell: Callable[[str], None] = print
) -> Outcome:
    """Batches that are killed after a random while and go on until they are done, so many kills in all.

    `share` of the runs are at work with two processes.
    """
    dice, outcome = random.Random(seed), Outcome()
    ctx, source = desk(folder), inputs(folder)
    whole, before, seconds = _reference(ctx, source, folder)
    out, report = folder / "out" / "o", folder / "out" / "report.json"
    while outcome.kills < kills:
        shutil.rmtree(folder / "out", ignore_errors=True)
        earlier(out)
        told = outcome.kills // 50
        while _killed(ctx, source, out, report, dice, seconds, share, outcome):
            outcome.partial += _partial(out, report, whole, before)
        outcome.finished += 1
        _compare(out, report, whole, before, outcome)
        if outcome.kills // 50 > told:
            tell(f"kills {outcome.kills}, batches {outcome.finished}, partial {len(outcome.partial)}")
    return outcome


def _reference(ctx: Context, source: Path, folder: Path) -> tuple[Tree, Tree, float]:
    """What comes out where nobody kills, what stood there before, and how long it takes."""
    out = folder / "reference" / "o"
    earlier(out)
    before, began = tree(out), time.perf_counter()
    _batch(ctx, source, out, folder / "reference" / "report.json", 1)
    seconds = time.perf_counter() - began
    return {**tree(out.parent, hidden=True)}, before, seconds


def _batch(ctx: Context, source: Path, out: Path, report: Path, jobs: int) -> None:
    normalize_all(ctx, [source], out, report=report, resume=True, jobs=jobs, lang="en")


def _child(ctx: Context, source: Path, out: Path, report: Path, jobs: int) -> None:
    os.setsid()
    _batch(ctx, source, out, report, jobs)


def _killed(
    ctx: Context,
    source: Path,
    out: Path,
    report: Path,
    dice: random.Random,
    seconds: float,
    share: float,
    seen: Outcome,
) -> bool:
    """Whether the batch was still at work when it was killed."""
    jobs = 2 if dice.random() < share else 1
    process = multiprocessing.get_context("fork").Process(target=_child, args=(ctx, source, out, report, jobs))
    process.start()
    longest = seconds * 0.6 if jobs == 1 else 2.0
    process.join(dice.uniform(0, longest) if seen.kills - seen.finished * 8 < 8 else PATIENCE)
    alive = process.exitcode is None
    if alive:
        assert process.pid is not None
        process.kill()
        seen.kills += 1
    process.join()
    if not alive and process.exitcode:
        seen.different.append(f"exit status {process.exitcode}")
    seen.orphans += jobs == 2 and not _gone(process.pid or 0)
    return alive


def _gone(group: int, patience: float = 20.0) -> bool:
    """Whether the processes of a batch end when it was killed."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except (ProcessLookupError, PermissionError):
            return True
        time.sleep(0.05)
    return False


def _partial(out: Path, report: Path, whole: Tree, before: Tree) -> list[str]:
    """Files that are neither as they were nor as they should be."""
    if report.exists() and report.read_bytes() != whole[report.name]:
        return [report.name]
    return [name for name, data in tree(out).items() if data not in (whole.get(f"{out.name}/{name}"), before.get(name))]


def _compare(out: Path, report: Path, whole: Tree, before: Tree, outcome: Outcome) -> None:
    """The tree with its report and what is hidden, and after an undo the tree as it was."""
    found = tree(out.parent, hidden=True)
    outcome.different += [name for name in sorted({*found, *whole}) if found.get(name) != whole.get(name)]
    if not report.exists():
        return
    undo(report)
    found = tree(out, hidden=True)
    outcome.different += [f"undo {name}" for name in sorted({*found, *before}) if found.get(name) != before.get(name)]


if __name__ == "__main__":
    sys.exit("part of scripts/bench batch")
