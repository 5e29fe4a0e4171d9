"""`glossary history`: the life of a concept."""

from __future__ import annotations

from collections.abc import Iterator

import click

from glossary.cli.options import common, context
from glossary.service.history import history as life
from glossary.service.naming import named
from glossary.views import HistoryLine


@click.command()
@click.argument("concept")
@click.option("-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=None, help="How many events at most, the latest.")
@common
@click.pass_context
def history(ctx: click.Context, concept: str, form: str, limit: int | None) -> None:
    """Show all events of CONCEPT, an id or a name, the latest first, with what each of them changed."""
    session = context(ctx)
    lines = life(session, named(session, concept))[:limit]
    if form == "json":
        import json

        from glossary.service.wire_history import history_json

        print(json.dumps([history_json(line) for line in lines], ensure_ascii=False, indent=2))
        return
    for line in lines:
        for text in _told(line):
            print(text)


def _told(line: HistoryLine) -> Iterator[str]:
    event = line.event
    head = f"{event.id}  {event.at}  {event.actor}  {event.entity} {event.entity_id} {event.action}"
    yield f"{head}  v{event.version}" + (f"  ({_flat(event.why)})" if event.why else "")
    for item in line.differences:
        yield f"    {_flat(item.what)}: {_flat(item.before) or '-'} -> {_flat(item.after) or '-'}"


def _flat(text: str) -> str:
    """What others have typed stays on its line and moves no cursor."""
    return "".join(char if char.isprintable() else " " for char in text)
