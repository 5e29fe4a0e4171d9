"""`glossary undo`: an edit taken back, or a version brought back."""

from __future__ import annotations

import click

from glossary.cli.edit import tell
from glossary.cli.options import editing, writable
from glossary.errors import InputError
from glossary.service import undo as acts
from glossary.service.naming import named


@click.command()
@click.argument("event", type=click.IntRange(min=1), required=False)
@click.option("--revive", metavar="CONCEPT", help="Bring back what this concept was ...")
@click.option("--to", "version", type=click.IntRange(min=1), metavar="N", help="... at this version.")
@click.option("--expect", type=click.IntRange(min=0), metavar="N", help="Write only if the concept is at version N.")
@editing
@click.pass_context
def undo(
    ctx: click.Context, event: int | None, revive: str | None, version: int | None, expect: int | None, why: str
) -> None:
    """Take back the act that EVENT belongs to, whole; or bring a version back with --revive and --to."""
    session = writable(ctx)
    if event is not None and revive is None and version is None:
        done = acts.undo(session, event, why=why)
    elif event is None and revive is not None and version is not None:
        done = acts.revive(session, named(session, revive), version, expect, why=why)
    elif event is None and revive is None and version is None:
        raise InputError("undo-nothing")
    else:
        raise InputError("edit-mixed", names="EVENT, --revive, --to")
    tell(ctx, session, done)
