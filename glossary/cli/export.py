"""`glossary export`: the glossary, or an issue's names, to a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from glossary.cli.options import common, context, lang
from glossary.errors import InputError
from glossary.messages import render
from glossary.service.exchange import export as pieces
from glossary.service.exchange import format_of
from glossary.service.outfile import write_whole
from glossary.service.table import table


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "table"]),
    default=None,
    help="By the file's extension unless told; table: one document's names in both languages.",
)
@click.option("--document", default=None, metavar="ISSUE", help="For a table: the issue's number, or the file's name.")
@click.option("--bom/--no-bom", default=True, help="CSV for Excel (the default), or without the byte-order mark.")
@common
@click.pass_context
def export(ctx: click.Context, file: Path, form: str | None, document: str | None, bom: bool) -> None:
    """Write the glossary to FILE (.jsonl, .csv), or one document's names (.html, .csv, .md); - is standard output."""
    session = context(ctx)
    if form == "table" or document is not None:
        if document is None:
            raise InputError("table-document")
        suffix = file.suffix or ".md"
        _write(file, [table(session, document, suffix, lang(ctx))])
    else:
        _write(file, pieces(session, format_of(file, form), bom=bom))
    if str(file) != "-":
        print(render("export-done", lang(ctx), {"path": file}), file=sys.stderr)


def _write(file: Path, found: Iterable[str]) -> None:
    if str(file) == "-":
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]  # the pieces bring their own line ends
        sys.stdout.writelines(found)
    else:
        write_whole(file, found)
