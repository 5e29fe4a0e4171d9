"""`glossary verify`: whether the database is whole."""

from __future__ import annotations

import click

from glossary.cli.failure import FAILED, report
from glossary.cli.options import common, context, lang, upgraded
from glossary.errors import StorageError
from glossary.messages import render
from glossary.service.keep import holdings, repair
from glossary.service.keep import verify as examine


@click.command()
@click.option("--repair", "mend", is_flag=True, help="First make anew what follows from documents and edits.")
@click.option("--upgrade", "newer", is_flag=True, help="First bring an older database up to date; a copy is kept.")
@common
@click.pass_context
def verify(ctx: click.Context, mend: bool, newer: bool) -> int:
    """Check pages, references, history, replay and index; each problem is told with its code, and exits 2."""
    session = context(ctx)
    if newer or mend:
        upgraded(ctx, session)
    if mend:
        repair(session)
        print(render("verify-repaired", lang(ctx), {}))
    faults = examine(session)
    for fault in faults:
        report(StorageError(fault.code, **dict(fault.params)), lang(ctx))
    if not faults:
        print(render("verify-clean", lang(ctx), {"path": session.db, **holdings(session)}))
    return FAILED if faults else 0
