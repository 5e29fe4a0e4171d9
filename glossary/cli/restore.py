"""`glossary restore`: a backup brought back."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli.options import common, context, lang
from glossary.messages import render
from glossary.service.keep import restore as bring_back


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@common
@click.pass_context
def restore(ctx: click.Context, file: Path) -> None:
    """Make the glossary what FILE holds, once it has been verified; what it was is kept beside it."""
    session = context(ctx)
    aside = bring_back(session, file)
    code = "restore-new" if aside is None else "restore-done"
    print(render(code, lang(ctx), {"path": session.db, "aside": aside}))
