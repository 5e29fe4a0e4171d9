"""`glossary normalize`: a folder of documents with every sure fix, beside the originals."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from glossary.cli.failure import FAILED, report
from glossary.cli.language import Lang
from glossary.cli.options import common, context, lang
from glossary.errors import GlossaryError
from glossary.messages import render
from glossary.service.context import Context
from glossary.service.normalize_all import normalize_all
from glossary.service.normalize_batch import Batch, differences, preview
from glossary.service.normalize_report import problems, summary
from glossary.service.normalize_undo import undo as undo_batch

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, metavar="FILE|DIR...", type=_PATH)
@click.option("--out", type=_PATH, metavar="DIR", help="Where the copies go; the originals are never touched.")
@click.option("--report", type=_PATH, metavar="FILE.json", help="Every change with its reason; what --undo needs.")
@click.option("--diff", is_flag=True, help="Print the changes too; without --out print them and write nothing.")
@click.option("--resume", is_flag=True, help="Go on where an interrupted run left off.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes at work.")
@click.option("--undo", type=_PATH, metavar="REPORT", help="Take back what a report tells of.")
@common
@click.pass_context
def normalize(ctx: click.Context, /, paths: tuple[Path, ...], **given: Any) -> int:
    """Write a copy of each FILE, and of each file in DIR, with every fix that is sure."""
    wish = Wish(**given)
    _usable(ctx, paths, wish)
    said = lang(ctx)
    if wish.undo is not None:
        taken = undo_batch(wish.undo, wish.out)
        print(render("normalize-undone", said, {"removed": taken.removed, "restored": taken.restored}))
        return 0
    try:
        return _run(context(ctx), paths, wish, said)
    except KeyboardInterrupt:
        if wish.out is not None:
            hint = render("normalize-interrupted", said, {"out": wish.out})
            print(f"\n{hint}", file=sys.stderr)
        raise


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    out: Path | None
    report: Path | None
    diff: bool
    resume: bool
    jobs: int
    undo: Path | None


def _usable(ctx: click.Context, paths: Sequence[Path], wish: Wish) -> None:
    """What cannot go together; raises click.UsageError."""
    if wish.undo is not None:
        if paths or wish.diff or wish.resume or wish.report:
            raise click.UsageError("--undo REPORT [--out DIR]", ctx)
    elif not paths:
        raise click.UsageError("FILE|DIR... --out DIR | --undo REPORT", ctx)
    elif wish.out is None and (not wish.diff or wish.report or wish.resume):
        raise click.UsageError("FILE|DIR... --out DIR", ctx)


def _run(base: Context, paths: Sequence[Path], wish: Wish, said: Lang) -> int:
    place: Path | None = None
    if wish.out is None:
        batch = preview(base, paths, jobs=wish.jobs, progress=_progress)
    else:
        done = normalize_all(
            base,
            paths,
            wish.out,
            report=wish.report,
            resume=wish.resume,
            jobs=wish.jobs,
            lang=said,
            progress=_progress,
        )
        batch, place = done.batch, done.report
    for problem in problems(batch):
        report(GlossaryError(problem.code, **dict(problem.params)), said)
    if wish.diff:
        for text in differences(base, batch):
            sys.stdout.write(text)
    for line in _told(batch, place, said):
        print(line, file=sys.stderr if wish.diff else sys.stdout)
    return FAILED if summary(batch)["failed"] else 0


def _told(batch: Batch, place: Path | None, said: Lang) -> Iterator[str]:
    counts = summary(batch)
    yield render("normalize-summary", said, counts)
    if counts["left"]:
        yield render("normalize-left", said, counts)
    if place is not None:
        yield render("normalize-report-at", said, {"path": place})


def _progress(done: int, total: int, name: str) -> None:
    """One line that overwrites itself, on a terminal alone."""
    if sys.stderr.isatty():
        tail = "" if done < total else "\n"
        sys.stderr.write(f"\r\x1b[K{done}/{total} {name}{tail}")
        sys.stderr.flush()
