"""`glossary check`: what an editor should look at before a document is printed."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from glossary.cli.options import common, context, lang
from glossary.messages import render
from glossary.model import Severity
from glossary.service.check import Checked, at_least, check_bytes, check_path, fixes, only, read_baseline
from glossary.service.context import Context
from glossary.service.fix import bytes_of, difference, fixed, save
from glossary.service.reports import FORMATS, report

_FOUND = 1
_LEVELS = click.Choice(["info", "warning", "error"])


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write there: the report, or with --fix the file."
)
@click.option("--min-level", type=_LEVELS, help="Show and count findings from this level on [warning counts].")
@click.option("--source", type=click.Path(path_type=Path), help="The Chinese text that FILE renders.")
@click.option("--baseline", type=click.Path(path_type=Path), help="An earlier `check -f json`: tell only what is new.")
@click.option("--diff", is_flag=True, help="Print what --fix would change.")
@click.option("--fix", is_flag=True, help="Write the file with its fixable findings fixed, to -o or --in-place.")
@click.option("--in-place", is_flag=True, help="With --fix: over FILE itself.")
@click.option("--track-changes", is_flag=True, help="With --fix: as changes that --author signs (Word, HWPX).")
@click.option("--author", default="", help="Who signs tracked changes.")
@common
@click.pass_context
def check(ctx: click.Context, /, files: tuple[str, ...], **given: Any) -> int:
    """Check FILE... (- is standard input) against the glossary; exit status 1 when something is found."""
    wish = Wish(**given)
    _usable(ctx, files, wish)
    base = context(ctx)
    known = read_baseline(wish.baseline) if wish.baseline else None
    inputs = [sys.stdin.buffer.read() if file == "-" else None for file in files]
    checked = [_check(base, file, data, wish.source, known) for file, data in zip(files, inputs, strict=True)]
    level = wish.min_level or "warning"
    if wish.diff:
        _put("".join(difference(one, fixes(one, level)) for one in checked), wish.output)
    elif wish.fix:
        for one, data in zip(checked, inputs, strict=True):
            _fix(ctx, base, one, data, wish)
    else:
        shown = [only(one, level) for one in checked] if wish.min_level else checked
        _put(report(wish.form, shown, lang(ctx)), wish.output)
    return _FOUND if any(at_least(one.findings, level) for one in checked) else 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    form: str
    output: Path | None
    min_level: Severity | None
    source: Path | None
    baseline: Path | None
    diff: bool
    fix: bool
    in_place: bool
    track_changes: bool
    author: str


def _usable(ctx: click.Context, files: tuple[str, ...], wish: Wish) -> None:
    """What cannot go together; raises click.UsageError."""
    if wish.fix and not wish.diff:
        if wish.in_place == bool(wish.output):
            raise click.UsageError("--fix: -o FILE | --in-place", ctx)
        if wish.output and len(files) > 1:
            raise click.UsageError("--fix -o: FILE", ctx)
        if wish.in_place and "-" in files:
            raise click.UsageError("--in-place: -", ctx)
    if (wish.in_place or wish.track_changes) and not wish.fix:
        raise click.UsageError("--in-place, --track-changes: --fix", ctx)
    if wish.track_changes and not wish.author:
        raise click.UsageError("--track-changes: --author", ctx)


def _check(base: Context, file: str, data: bytes | None, source: Path | None, known: Counter[str] | None) -> Checked:
    if data is not None:
        return check_bytes(base, "-", data, source=source, baseline=known)
    return check_path(base, Path(file), source=source, baseline=known)


def _fix(ctx: click.Context, base: Context, one: Checked, data: bytes | None, wish: Wish) -> None:
    changes = fixes(one, wish.min_level or "warning")
    before = bytes_of(Path(one.path)) if data is None else data
    after = fixed(base, one, before, changes, track=wish.track_changes, author=wish.author)
    out = wish.output or Path(one.path)
    if str(out) == "-":
        sys.stdout.buffer.write(after)
    elif after != before or wish.output:
        save(out, after)
    said = render("check-fixed", lang(ctx), {"path": one.path, "count": len(changes.edits)})
    print(said, file=sys.stderr)


def _put(text: str, output: Path | None) -> None:
    if output is None or str(output) == "-":
        sys.stdout.write(text)
    else:
        save(output, text.encode("utf-8"))
