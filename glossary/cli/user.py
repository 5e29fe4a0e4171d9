"""`glossary user`: who may use the pages."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from glossary.cli.options import common, context, lang
from glossary.cli.table import table
from glossary.messages import render
from glossary.service import people, signing

_ROLES = click.Choice(["viewer", "translator", "editor", "admin"])


@click.group(invoke_without_command=True)
@common
@click.pass_context
def user(ctx: click.Context) -> None:
    """List who may use the pages; as long as nobody is listed, whoever sits at this machine may."""
    if ctx.invoked_subcommand is None:
        _list(ctx)


@user.command(name="list")
@common
@click.pass_context
def list_(ctx: click.Context) -> None:
    """List people with role and tokens."""
    _list(ctx)


@user.command()
@click.argument("name")
@click.option("--role", type=_ROLES, default="viewer", show_default=True, help="The first one has to be admin.")
@common
@click.pass_context
def add(ctx: click.Context, name: str, role: str) -> None:
    """Add a person; the password is asked for, or read as a line of standard input."""
    made = people.add_person(context(ctx), name, role, _password(ctx))
    click.echo(render("user-added", lang(ctx), {"name": made.name, "role": made.role}))


@user.command()
@click.argument("name")
@click.argument("role", type=_ROLES)
@common
@click.pass_context
def role(ctx: click.Context, name: str, role: str) -> None:
    """Give a person another role; sessions end."""
    people.set_role(context(ctx), name, role)
    click.echo(render("user-changed", lang(ctx), {"name": name}))


@user.command()
@click.argument("name")
@common
@click.pass_context
def password(ctx: click.Context, name: str) -> None:
    """Give a person another password; sessions end."""
    people.set_password(context(ctx), name, _password(ctx))
    click.echo(render("user-changed", lang(ctx), {"name": name}))


@user.command()
@click.argument("name")
@common
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Remove a person; sessions and tokens end, the history keeps the name."""
    people.remove_person(context(ctx), name)
    click.echo(render("user-removed", lang(ctx), {"name": name}))


@user.group(invoke_without_command=True)
@common
@click.pass_context
def token(ctx: click.Context) -> None:
    """List the tokens that programs sign in with."""
    if ctx.invoked_subcommand is None:
        _tokens(ctx)


@token.command(name="list")
@common
@click.pass_context
def token_list(ctx: click.Context) -> None:
    """List tokens with their number."""
    _tokens(ctx)


@token.command(name="add")
@click.argument("owner")
@click.argument("name")
@common
@click.pass_context
def token_add(ctx: click.Context, owner: str, name: str) -> None:
    """Make a token that may do what its owner may; it is printed this once."""
    click.echo(signing.add_token(context(ctx), owner, name)[1])


@token.command(name="remove")
@click.argument("number", type=click.IntRange(min=1))
@common
@click.pass_context
def token_remove(ctx: click.Context, number: int) -> None:
    """Revoke a token by its number."""
    signing.remove_token(context(ctx), number)
    click.echo(render("token-removed", lang(ctx), {"id": number}))


def _list(ctx: click.Context) -> None:
    rows = [
        [one.name, one.role, _when(one.added), _when(one.seen), str(one.tokens)]
        for one in people.accounts(context(ctx))
    ]
    if not rows:
        click.echo(render("user-none", lang(ctx), {}))
    for line in table(("name", "role", "added", "seen", "tokens"), rows):
        click.echo(line)


def _tokens(ctx: click.Context) -> None:
    rows = [
        [str(one.id), one.owner, one.name, _when(one.added), _when(one.used)] for one in signing.tokens(context(ctx))
    ]
    for line in table(("id", "owner", "name", "added", "used"), rows):
        click.echo(line)


def _password(ctx: click.Context) -> str:
    """Asked for twice on a terminal and never shown; a line of standard input elsewhere."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = click.prompt(
        render("password-ask", lang(ctx), {}),
        hide_input=True,
        confirmation_prompt=render("password-again", lang(ctx), {}),
    )
    return asked


def _when(time: int | None) -> str:
    return "" if time is None else datetime.fromtimestamp(time, UTC).isoformat(timespec="minutes")
