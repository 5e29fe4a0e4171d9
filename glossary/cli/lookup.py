"""`glossary lookup`: a name by any of its forms."""

from __future__ import annotations

import sys

import click

from glossary.cli.options import common, context, lang
from glossary.cli.table import table
from glossary.messages import render
from glossary.model import Hit
from glossary.service.lookup import lookup as find

_MOST = 100_000  # results that anybody can mean to ask for
_COLUMNS = ("ko", "zh", "en", "type", "official", "sino-korean", "mentions", "variants", "matched")


@click.command()
@click.argument("query")
@click.option("-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=None, help="How many results at most.")
@common
@click.pass_context
def lookup(ctx: click.Context, query: str, form: str, limit: int | None) -> None:
    """Find QUERY: Hangul, initial consonants, hanzi, pinyin, an English name, wrong keyboard mode."""
    session = context(ctx)
    hits = find(session, query, None if limit is None else min(limit, _MOST))
    if form == "json":
        import json

        from glossary.service.wire import lookup_json

        print(json.dumps(lookup_json(query, hits), ensure_ascii=False, indent=2))
        return
    if not hits:
        code = "lookup-nothing" if query.strip() else "lookup-empty"
        print(render(code, lang(ctx), {"query": query.strip()}), file=sys.stderr)
    for line in table(_COLUMNS, map(_row, hits)):
        print(line)


def _row(hit: Hit) -> list[object]:
    return [
        hit.ko,
        hit.zh_hans or hit.zh_hant,
        hit.en,
        hit.type,
        hit.official,
        hit.sino_korean,
        hit.mentions,
        ", ".join(hit.variants),
        f"{hit.matched.field} {hit.matched.how}",
    ]
