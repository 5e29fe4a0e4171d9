"""`glossary extract`: the names of one text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from glossary.cli.options import common, context
from glossary.cli.table import table
from glossary.model import Mention
from glossary.service.extract import extract_bytes, extract_path
from glossary.service.wire import mention_json

_COLUMNS = ("line", "ko", "zh", "en", "type", "relation", "score")


@click.command()
@click.argument("file")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "jsonl", "tsv"]), default="table", show_default=True
)
@click.option("--all", "glosses", is_flag=True, help="Single-syllable glosses such as 신(新) too.")
@common
@click.pass_context
def extract(ctx: click.Context, file: str, form: str, glosses: bool) -> None:
    """List the names of FILE (- is standard input) that stand with their hanzi."""
    if file == "-":
        _, mentions = extract_bytes(context(ctx), "-", sys.stdin.buffer.read(), glosses=glosses)
    else:
        _, mentions = extract_path(context(ctx), Path(file), glosses=glosses)
    for line in _lines(mentions, Path(file).name, form):
        print(line)


def _lines(mentions: Iterable[Mention], file: str, form: str) -> Iterable[str]:
    if form == "jsonl":
        return (json.dumps(mention_json(mention, file), ensure_ascii=False) for mention in mentions)
    if form == "tsv":
        return ("\t".join(_row(mention)) for mention in mentions)
    return table(_COLUMNS, map(_row, mentions))


def _row(mention: Mention) -> list[str]:
    return [
        str(mention.line),
        mention.ko,
        mention.zh,
        mention.en or "",
        mention.type,
        mention.relation,
        f"{mention.score:.2f}",
    ]
