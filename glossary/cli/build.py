"""`glossary build`: documents into the glossary."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glossary.cli import options
from glossary.cli.failure import FAILED, report
from glossary.cli.language import Lang
from glossary.cli.options import common, writable
from glossary.errors import GlossaryError
from glossary.messages import render
from glossary.service.build import Labels
from glossary.service.build import build as read_all
from glossary.views import BuildSummary

_NAMED = 5  # names told in one line of the summary; `review --automatic` lists all


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--issue", type=click.IntRange(min=0), help="Issue number where a document states none.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date where a document states none.")
@click.option("--prune", is_flag=True, help="Forget documents whose file is gone from a folder that is read.")
@common
@click.pass_context
def build(ctx: click.Context, paths: tuple[str, ...], issue: int | None, date: object, prune: bool) -> int:
    """Read documents and folders, extract names, link and store them; unchanged documents are skipped."""
    labels = Labels(issue, str(date)[:10] if date else None)
    summary = read_all(writable(ctx), [Path(path) for path in paths], labels=labels, prune=prune, progress=_progress)
    lang = options.lang(ctx)
    for problem in summary.problems:
        report(GlossaryError(problem.code, **dict(problem.params)), lang)
    for line in (_told(summary, lang), *_more(summary, lang)):
        print(line)
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


def _more(summary: BuildSummary, lang: Lang) -> Iterator[str]:
    """What was linked by itself, what waits for an answer, whose file is gone: only what there is to tell."""
    if summary.gone:
        code = "build-pruned" if summary.pruned else "build-gone"
        yield render(code, lang, {"count": len(summary.gone), "names": _some(summary.gone)})
    if summary.linked:
        names = [f"{one.stays} ← {one.joins}" for one in summary.linked]
        yield render("build-linked", lang, {"count": len(names), "names": _some(names)})
    if summary.waiting:
        yield render("build-waiting", lang, {"count": summary.waiting})


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _progress(done: int, total: int, name: str) -> None:
    """One line that overwrites itself, on a terminal alone."""
    if sys.stderr.isatty():
        tail = "" if done < total else "\n"
        sys.stderr.write(f"\r\x1b[K{done}/{total} {name}{tail}")
        sys.stderr.flush()
