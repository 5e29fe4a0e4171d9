"""The whole of `glossary normalize`: copies, report, and a journal that is gone when all is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.messages import Lang
from glossary.service.context import Context
from glossary.service.normalize_batch import Batch, Progress, run, silent
from glossary.service.normalize_finished import finished
from glossary.service.normalize_report import report as made_report
from glossary.service.normalize_report import seen_from
from glossary.service.normalize_tree import Tree, write_report


@dataclass(frozen=True, slots=True)
class Finished:
    """What a batch did, and where its report is; None where nothing was written and nobody asked."""

    batch: Batch
    report: Path | None


def normalize_all(
    ctx: Context,
    paths: Sequence[Path],
    out: Path,
    *,
    report: Path | None = None,
    resume: bool = False,
    jobs: int = 1,
    lang: Lang = "ko",
    progress: Progress = silent,
) -> Finished:
    """Write a copy of each input below `out`, with every sure fix; goes on after a bad file, whose record says why.

    A report that nobody named is kept in the hidden folder of `out`, so that every batch can be undone. Raises what
    run() raises; then, and after an interrupt, the journal is there to go on with.
    """
    tree = Tree(out)
    if resume and (done := finished(ctx, list(paths), tree, report)) is not None:
        return Finished(*done)
    batch, journal = run(ctx, paths, tree, report=report, resume=resume, jobs=jobs, progress=progress)
    try:
        place = report
        if place is None and any(record["output"] != record["before"] for record in batch.records):
            place = tree.hidden / str(batch.run) / "report.json"
            place.parent.mkdir(exist_ok=True)
        if place is not None:
            write_report(place, made_report(batch, seen_from(place, tree.out), lang).encode())
    except BaseException:
        journal.close()
        raise
    journal.finish()
    tree.tidy()
    return Finished(batch, place)
