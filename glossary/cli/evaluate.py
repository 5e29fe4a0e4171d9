"""`glossary evaluate`: figures against gold."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli.options import common, context
from glossary.cli.table import table
from glossary.service.evaluate import evaluate as measure


@click.command()
@click.argument("what", type=click.Choice(["names", "readings", "links", "check"]))
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(path_type=Path), help="Folder of the texts, beside GOLD unless told.")
@click.option("--show", type=click.IntRange(min=0), default=20, show_default=True, help="How many errors to list.")
@common
@click.pass_context
def evaluate(ctx: click.Context, what: str, gold: Path, data: Path | None, show: int) -> None:
    """Measure extraction, readings (zh<TAB>official), links (CSV) or slips found (check, TSV) against GOLD."""
    report = measure(context(ctx), what, gold, data)
    for error in report.errors[:show]:
        print(error)
    for line in table(("figure", "value", "of"), [(row.name, f"{row.value:.4f}", row.of) for row in report.figures]):
        print(line)
