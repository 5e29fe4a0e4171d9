"""`glossary policy`: the policy in force."""

from __future__ import annotations

import json

import click

from glossary.cli.options import common, context, lang
from glossary.cli.table import table
from glossary.messages import render
from glossary.service.house import policy_view
from glossary.views import PolicyView

_COLUMNS = ("key", "value", "from")


@click.command()
@click.option("-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@common
@click.pass_context
def policy(ctx: click.Context, form: str) -> None:
    """Print every threshold and the house style, each with where it comes from, and the digest that reports carry."""
    view = policy_view(context(ctx))
    if form == "json":
        print(json.dumps(_wire(view), ensure_ascii=False, indent=2))
        return
    built_in = render("policy-built-in", lang(ctx), {})
    rows = [
        (line.key, json.dumps(line.value, ensure_ascii=False), view.file if line.given else built_in)
        for line in view.lines
    ]
    for row in table(_COLUMNS, rows):
        print(row)
    print(render("policy-digest", lang(ctx), {"digest": view.digest}))


def _wire(view: PolicyView) -> dict[str, object]:
    values = [
        {"key": line.key, "value": line.value, "from": view.file if line.given else "built-in"} for line in view.lines
    ]
    return {"digest": view.digest, "file": view.file, "values": values}
