"""`glossary build`: documents into the glossary."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from glossary.cli import options
from glossary.cli.failure import FAILED, report
from glossary.cli.language import Lang
from glossary.cli.options import common, context
from glossary.errors import GlossaryError
from glossary.messages import render
from glossary.service.build import Labels
from glossary.service.build import build as read_all
from glossary.views import BuildSummary


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--issue", type=click.IntRange(min=0), help="Issue number where a document states none.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date where a document states none.")
@common
@click.pass_context
def build(ctx: click.Context, paths: tuple[str, ...], issue: int | None, date: object) -> int:
    """Read documents and folders, extract names, link and store them; unchanged documents are skipped."""
    labels = Labels(issue, str(date)[:10] if date else None)
    summary = read_all(context(ctx), [Path(path) for path in paths], labels=labels, progress=_progress)
    lang = options.lang(ctx)
    for problem in summary.problems:
        report(GlossaryError(problem.code, **dict(problem.params)), lang)
    print(_told(summary, lang))
    return FAILED if summary.problems else 0


def _told(summary: BuildSummary, lang: Lang) -> str:
    return render(
        "build-summary",
        lang,
        {
            "added": len(summary.added),
            "changed": len(summary.changed),
            "unchanged": len(summary.unchanged),
            "failed": len(summary.problems),
            "documents": summary.stats.documents,
            "mentions": summary.stats.mentions,
            "concepts": summary.stats.concepts,
        },
    )


def _progress(done: int, total: int, name: str) -> None:
    """One line that overwrites itself, on a terminal alone."""
    if sys.stderr.isatty():
        tail = "" if done < total else "\n"
        sys.stderr.write(f"\r\x1b[K{done}/{total} {name}{tail}")
        sys.stderr.flush()
