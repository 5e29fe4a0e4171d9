"""Options that every command takes, before or after its name: --db, --policy, --lang."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from glossary.cli.language import Lang, language

if TYPE_CHECKING:
    from glossary.service.context import Context

F = TypeVar("F", bound=Callable[..., Any])

DATABASE = "glossary.db"


def common(function: F) -> F:
    """Add --db, --policy and --lang; what is said nearest to the command's own arguments counts."""
    for decorate in (
        _shared("--lang", type=click.Choice(["ko", "en", "zh"]), help="Language of messages."),
        _shared("--policy", type=click.Path(path_type=Path), help="Policy file (TOML)."),
        _shared("--db", type=click.Path(path_type=Path), help="Database file."),
    ):
        function = decorate(function)
    return function


def editing(function: F) -> F:
    """Add --why and --actor to a command that writes history, beside the common options."""
    function = click.option("--why", default="", metavar="TEXT", help="The reason, kept in the history.")(function)
    actor = "Who edits; else $GLOSSARY_USER, else the login name."
    return common(_shared("--actor", metavar="NAME", help=actor)(function))


def _shared(name: str, **settings: Any) -> Callable[[F], F]:
    return click.option(name, default=None, expose_value=False, callback=_remember, **settings)


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value is not None and param.name is not None:
        ctx.ensure_object(dict)
        ctx.obj[param.name] = value


def database(ctx: click.Context) -> Path:
    """The database file that the options, the environment or the current folder name."""
    return Path(chosen(ctx, "db") or os.environ.get("GLOSSARY_DB") or DATABASE)


def policy_path(ctx: click.Context) -> Path | None:
    """The policy file that the options name, if any."""
    value = chosen(ctx, "policy")
    return None if value is None else Path(value)


def chosen(ctx: click.Context, name: str) -> Any:
    """The value of a shared option, None where it was not given."""
    return (ctx.find_object(dict) or {}).get(name)


def context(ctx: click.Context) -> Context:
    """The context of the use cases, from the options."""
    from glossary.service.context import open_context

    return open_context(database(ctx), policy_path(ctx), actor=chosen(ctx, "actor") or "")


def writable(ctx: click.Context) -> Context:
    """The context of a command that writes: an older database is brought up to date first, and a copy kept."""
    session = context(ctx)
    upgraded(ctx, session)
    return session


def upgraded(ctx: click.Context, session: Context) -> bool:
    """Bring an older database up to date, and tell where the copy is; whether there was anything to do."""
    from glossary.service.keep import upgrade

    aside = upgrade(session)
    if aside is not None:
        from glossary.messages import render

        print(render("db-upgraded", lang(ctx), {"path": str(session.db), "aside": str(aside)}), file=sys.stderr)
    return aside is not None


def lang(ctx: click.Context) -> Lang:
    """The language of messages."""
    value = chosen(ctx, "lang")
    return language(["--lang", value] if value else [])
