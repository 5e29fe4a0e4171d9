"""What was wrong with a command line, in the reader's language instead of click's English."""

from __future__ import annotations

import re

import click

from glossary.cli.language import Lang
from glossary.errors import GlossaryError
from glossary.messages import render

_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)$", re.DOTALL)
_COMMAND = re.compile(r"^No such command ['\"](.*)['\"]\.", re.DOTALL)
Said = tuple[str, dict[str, object]]


def usage(error: click.UsageError, lang: Lang) -> GlossaryError:
    """The coded error that says what was wrong and which help to read; what click says anew stays in its words."""
    said = _said(error)
    detail = render(said[0], lang, said[1]) if said else error.format_message()
    return GlossaryError("usage", detail=detail, command=error.ctx.command_path if error.ctx else "glossary")


def _said(error: click.UsageError) -> Said | None:
    command = _COMMAND.search(error.message)
    if command:
        return _unknown("usage-command", "usage-command-near", command[1], _near(command[1], error.ctx))
    if isinstance(error, click.NoSuchOption):
        return _unknown("usage-option", "usage-option-near", error.option_name, error.possibilities)
    if isinstance(error, click.BadOptionUsage):
        code = "usage-valueless" if "not take a value" in error.message else "usage-value-missing"
        return code, {"name": error.option_name}
    if isinstance(error, click.MissingParameter):
        return "usage-missing", {"name": _name(error)}
    if isinstance(error, click.BadParameter):
        return _value(error)
    extra = _EXTRA.search(error.message)
    return ("usage-extra", {"name": extra[1]}) if extra else None


def _unknown(code: str, guessed: str, name: str, near: list[str] | None) -> Said:
    return (guessed, {"name": name, "near": ", ".join(near)}) if near else (code, {"name": name})


def _near(name: str, ctx: click.Context | None) -> list[str]:
    from difflib import get_close_matches

    group = ctx.command if ctx else None
    return get_close_matches(name, group.list_commands(ctx)) if ctx and isinstance(group, click.Group) else []


def _value(error: click.BadParameter) -> Said:
    """What a value has to be, by the type of its parameter."""
    wanted = error.param.type if error.param else None
    name: dict[str, object] = {"name": _name(error)}
    if isinstance(wanted, click.Choice):
        return "usage-choice", name | {"allowed": ", ".join(map(str, wanted.choices))}
    if isinstance(wanted, click.IntRange):
        if wanted.max is None:
            return "usage-least", name | {"low": wanted.min}
        return "usage-range", name | {"low": wanted.min, "high": wanted.max}
    return ("usage-date" if isinstance(wanted, click.DateTime) else "usage-value"), name


def _name(error: click.BadParameter) -> str:
    """An option by its longest form, an argument as the help writes it."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    if isinstance(error.param.type, click.Choice):
        return "{" + "|".join(map(str, error.param.type.choices)) + "}"
    return error.param.human_readable_name
