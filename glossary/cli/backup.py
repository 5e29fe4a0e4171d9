"""`glossary backup`: a copy of the glossary."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli.options import common, context, lang
from glossary.messages import render
from glossary.service.keep import backup as copy


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Write over an earlier backup.")
@common
@click.pass_context
def backup(ctx: click.Context, file: Path, replace: bool) -> None:
    """Copy the glossary to FILE while others use it; the copy is verified before it appears."""
    copy(context(ctx), file, replace=replace)
    print(render("backup-done", lang(ctx), {"path": file}))
