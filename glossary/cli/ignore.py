"""`glossary ignore`: what is silenced, and why."""

from __future__ import annotations

import click

from glossary.cli.options import common, context, lang, writable
from glossary.cli.table import table
from glossary.messages import render
from glossary.service.ignores import add_ignore, ignores, undo_ignore

_COLUMNS = ("id", "rule", "concept", "document", "text", "fingerprint", "reason", "by", "at")


@click.group(invoke_without_command=True)
@common
@click.pass_context
def ignore(ctx: click.Context) -> None:
    """List what is silenced, with its reason; those with no number stand in glossary.toml."""
    if ctx.invoked_subcommand is None:
        _list(ctx, everything=False)


@ignore.command(name="list")
@click.option("--all", "everything", is_flag=True, help="Those taken back too.")
@common
@click.pass_context
def list_(ctx: click.Context, everything: bool) -> None:
    """List what is silenced."""
    _list(ctx, everything=everything)


@ignore.command()
@click.option("--rule", default="", help="A rule's name.")
@click.option("--concept", default="", help="A concept's id.")
@click.option("--document", default="", help="A document's name.")
@click.option("--text", default="", help="The words found.")
@click.option("--fingerprint", default="", help="One finding, as check -f json shows it.")
@click.option("--reason", required=True, help="Why it is right as it stands.")
@common
@click.pass_context
def add(ctx: click.Context, rule: str, concept: str, document: str, text: str, fingerprint: str, reason: str) -> None:
    """Silence findings that agree with all that is named."""
    made = add_ignore(
        writable(ctx), rule, concept=concept, document=document, text=text, fingerprint=fingerprint, reason=reason
    )
    print(render("ignore-added", lang(ctx), {"id": made.id}))


@ignore.command()
@click.argument("number", type=click.IntRange(min=1))
@click.option("--why", default="", help="Why it is taken back.")
@common
@click.pass_context
def undo(ctx: click.Context, number: int, why: str) -> None:
    """Take an ignore back."""
    undo_ignore(writable(ctx), number, why=why)
    print(render("ignore-undone", lang(ctx), {"id": number}))


def _list(ctx: click.Context, *, everything: bool) -> None:
    rows = [
        [
            str(one.id) if one.id > 0 else "",
            one.rule, one.concept, one.document, one.text, one.fingerprint, one.reason, one.actor, one.at,
        ]
        for one in ignores(context(ctx), undone=everything)
    ]  # fmt: skip
    for line in table(_COLUMNS, rows):
        print(line)
