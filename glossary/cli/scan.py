"""`glossary scan`: every name of one text, in both languages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from glossary.cli.options import common, context
from glossary.cli.table import table
from glossary.model import ScannedName
from glossary.service.scan import scan_bytes, scan_path
from glossary.service.wire import scan_json

_COLUMNS = ("text", "ko", "zh", "en", "type", "concept", "score")


@click.command()
@click.argument("file")
@click.option("-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@common
@click.pass_context
def scan(ctx: click.Context, file: str, form: str) -> None:
    """List every name in FILE (- is standard input), Korean or Chinese, with its form in the other language."""
    if file == "-":
        found = scan_bytes(context(ctx), "-", sys.stdin.buffer.read())
    else:
        found = scan_path(context(ctx), Path(file))
    if form == "json":
        print(json.dumps(scan_json(found.lang, found.names), ensure_ascii=False, indent=2))
        return
    for line in table(_COLUMNS, map(_row, found.names)):
        print(line)


def _row(name: ScannedName) -> list[str]:
    zh = " / ".join((name.zh_hans, *name.others)) + (" *" if name.generated else "")
    return [name.text, name.ko, zh, name.en or "", name.type, name.concept or "", f"{name.score:.2f}"]
