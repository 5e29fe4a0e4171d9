"""A batch that was killed after its last step is done: its report says so, and to go on with it changes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from glossary.errors import GlossaryError
from glossary.service.context import Context
from glossary.service.normalize_batch import Batch, settings_of
from glossary.service.normalize_journal import NAME, Settings
from glossary.service.normalize_plan import Plan, plan
from glossary.service.normalize_report import FORM
from glossary.service.normalize_tree import Tree, digest_of
from glossary.service.normalize_wire import FileRecord
from glossary.service.normalize_work import read, state


def finished(ctx: Context, paths: list[Path], tree: Tree, report: Path | None) -> tuple[Batch, Path] | None:
    """What a report tells of the very batch that is asked for, where all of it still stands; None otherwise."""
    place = report or _last(tree)
    if place is None or not place.is_file() or (tree.hidden / NAME).exists():
        return None
    wanted = plan(paths, tree.out, ctx.db, report)
    with ctx.reader() as reader:
        settings = settings_of(ctx, state(reader), wanted)
    try:
        value = json.loads(place.read_text(encoding="utf-8"))
        if value["form"] != FORM or not _same(value, settings):
            return None
        records = {one["file"]: _record(one, value["changes"]) for one in value["files"]}
        if not _stands(ctx, wanted, tree, records):
            return None
        chosen = tuple(records[item.name] for item in wanted.items)
        return Batch(wanted, chosen, settings, value["run"], value["made"]), place
    except (OSError, ValueError, KeyError, TypeError, GlossaryError):  # no report of ours
        return None


def _last(tree: Tree) -> Path | None:
    """The report that nobody named, of the last batch."""
    runs = [int(entry.name) for entry in tree.hidden.glob("*") if entry.name.isdigit()]
    return tree.hidden / str(max(runs)) / "report.json" if runs else None


def _same(value: Mapping[str, Any], settings: Settings) -> bool:
    told = {
        "version": value["tool"]["version"],
        "revision": value["glossary"]["revision"],
        "events": value["glossary"]["events"],
        "policy": value["policy"]["digest"],
        "ignores": value["policy"]["ignores"] or "",
    }
    return all(settings[name] == said for name, said in told.items())


def _stands(ctx: Context, wanted: Plan, tree: Tree, records: Mapping[str, FileRecord]) -> bool:
    """Whether each input is the one that was read, and each copy is there; what has failed is tried again."""
    for item in wanted.items:
        record = records[item.name]
        if record["status"] == "failed" or digest_of(read(ctx, item)) != record["input"]:
            return False
        if record["output"] is not None and tree.digest(item.name) != record["output"]:
            return False
    told = sum(record["input"] is not None for record in records.values())
    return told == len(wanted.items)


def _record(told: Mapping[str, Any], changes: list[dict[str, Any]]) -> FileRecord:
    mine = [{**change, "reasons": []} for change in changes if change["file"] == told["file"]]
    record: FileRecord = {**told, "params": {"path": told["file"]}, "changes": mine}  # type: ignore[typeddict-item]
    return record
