"""`glossary transliterate`: hanzi names in Hangul."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

import click

from glossary.cli.options import common, context
from glossary.cli.stdin import standard_input_lines
from glossary.cli.table import table
from glossary.errors import InputError
from glossary.model import EntityType, Reading
from glossary.service.transliterate import has_hanzi
from glossary.service.transliterate import transliterate as read
from glossary.service.wire import reading_json

_COLUMNS = ("zh", "official", "pinyin", "sino-korean", "customary")


@click.command()
@click.argument("hanzi", nargs=-1, required=True)
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "jsonl", "tsv"]), default="table", show_default=True
)
@click.option("--type", "type_", type=click.Choice(["person", "place", "organization"]), help="What the names are.")
@common
@click.pass_context
def transliterate(ctx: click.Context, hanzi: tuple[str, ...], form: str, type_: EntityType | None) -> None:
    """Write HANZI... (- is standard input, a name a line) in Hangul."""
    session = context(ctx)
    names = _inputs(hanzi) if form == "tsv" else _some_hanzi(_inputs(hanzi))
    readings = (read(session, zh, type_) for zh in names)
    for line in _lines(readings, form):
        print(line)


def _inputs(hanzi: tuple[str, ...]) -> Iterator[str]:
    for item in hanzi:
        if item == "-":
            yield from standard_input_lines()
        else:
            yield item


def _some_hanzi(names: Iterator[str]) -> Iterator[str]:
    """The same names; raises InputError("zh-missing") where none of them has hanzi."""
    without: list[str] = []
    for name in names:
        if has_hanzi(name):
            return chain(without, [name], names)
        without.append(name)
    raise InputError("zh-missing")


def _lines(readings: Iterable[Reading], form: str) -> Iterable[str]:
    if form == "jsonl":
        return (json.dumps(reading_json(reading), ensure_ascii=False) for reading in readings)
    if form == "tsv":
        return (f"{reading.zh}\t{reading.official}\t{reading.sino_korean}" for reading in readings)
    return table(_COLUMNS, map(_row, readings))


def _row(reading: Reading) -> list[str]:
    return [
        reading.zh,
        reading.official,
        " ".join(reading.pinyin),
        reading.sino_korean,
        ", ".join(reading.customary),
    ]
