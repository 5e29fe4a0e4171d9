"""The report of a batch: every change with its reason, what was passed over, and under which settings; no times."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

from glossary.messages import Lang, render
from glossary.service.normalize_batch import Batch
from glossary.service.normalize_wire import ChangeRecord, FileRecord, LeftJson, ReasonRecord
from glossary.service.reports.wire import LocationJson
from glossary.service.wire import EvidenceJson
from glossary.views import Problem

FORM = "glossary-normalize/1"


class ReasonJson(TypedDict):
    """Why, in the reader's language."""

    rule: str
    severity: str
    reason: str
    concept: str | None
    evidence: list[EvidenceJson]


class ChangeJson(ReasonJson):
    """One change with its first reason; `also` are those of later rounds at the same place."""

    file: str
    line: int
    column: int
    location: LocationJson | None
    start: int
    end: int
    old: str
    new: str
    also: list[ReasonJson]


class FileJson(TypedDict):
    """What became of one file."""

    file: str
    status: str
    code: str | None
    message: str | None
    input: str | None
    output: str | None
    before: str | None
    folders: list[str]
    changes: int
    left: list[LeftJson]


def report(batch: Batch, out: str, lang: Lang) -> str:
    """The report as JSON, the same for the same inputs, settings and earlier outputs; `out` as seen from its place."""
    settings = batch.settings
    value = {
        "form": FORM,
        "tool": {"name": "glossary", "version": settings["version"]},
        "glossary": {"revision": settings["revision"], "events": settings["events"]},
        "policy": {"digest": settings["policy"], "ignores": settings["ignores"] or None},
        "out": out,
        "run": batch.run,
        "made": batch.made,
        "summary": summary(batch),
        "files": [*_files(batch.records, lang), *_strangers(batch, lang)],
        "changes": [one for record in batch.records for one in changes_json(record, lang)],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def summary(batch: Batch) -> dict[str, int]:
    """How many files and changes there are of each kind."""
    counts = dict.fromkeys(("changed", "unchanged", "skipped", "failed"), 0)
    for record in batch.records:
        counts[record["status"]] += 1
    counts["skipped"] += len(batch.plan.skipped)
    counts["failed"] += len(batch.plan.problems)
    changes = sum(len(record["changes"]) for record in batch.records)
    return {**counts, "changes": changes, "left": sum(len(record["left"]) for record in batch.records)}


def changes_json(record: FileRecord, lang: Lang) -> list[ChangeJson]:
    """The changes of one file as the report lists them."""
    return [_change(record["file"], one, lang) for one in record["changes"]]


def problems(batch: Batch) -> list[Problem]:
    """What was passed over or has failed, with the code that says why."""
    coded = [(one["file"], one["code"], tuple(one["params"].items())) for one in batch.records]
    of_files = [Problem(file, code, params) for file, code, params in coded if code is not None]
    return [*batch.plan.problems, *batch.plan.skipped, *of_files]


def seen_from(place: Path, out: Path) -> str:
    """The path of a folder from that of a file, with slashes; absolute on another drive."""
    try:
        return Path(os.path.relpath(out.resolve(), place.resolve().parent)).as_posix()
    except ValueError:
        return out.resolve().as_posix()


def _files(records: Iterable[FileRecord], lang: Lang) -> Iterable[FileJson]:
    for record in records:
        yield {
            "file": record["file"],
            "status": record["status"],
            "code": record["code"],
            "message": render(record["code"], lang, record["params"]) if record["code"] else None,
            "input": record["input"],
            "output": record["output"],
            "before": record["before"],
            "folders": record["folders"],
            "changes": len(record["changes"]),
            "left": record["left"],
        }


def _strangers(batch: Batch, lang: Lang) -> Iterable[FileJson]:
    for problem in batch.plan.skipped:
        yield _stranger(problem, "skipped", lang)
    for problem in batch.plan.problems:
        yield _stranger(problem, "failed", lang)


def _stranger(problem: Problem, status: str, lang: Lang) -> FileJson:
    said = render(problem.code, lang, dict(problem.params))
    return {
        "file": problem.name,
        "status": status,
        "code": problem.code,
        "message": said,
        "input": None,
        "output": None,
        "before": None,
        "folders": [],
        "changes": 0,
        "left": [],
    }


def _change(file: str, change: ChangeRecord, lang: Lang) -> ChangeJson:
    first, *others = [_reason(reason, lang) for reason in change["reasons"]]
    return {
        "file": file,
        "line": change["line"],
        "column": change["column"],
        "location": change["location"],
        "start": change["start"],
        "end": change["end"],
        "old": change["old"],
        "new": change["new"],
        **first,
        "also": others,
    }


def _reason(reason: ReasonRecord, lang: Lang) -> ReasonJson:
    return {
        "rule": reason["rule"],
        "severity": reason["severity"],
        "reason": " ".join(render(reason["message"], lang, reason["params"]).split()),
        "concept": reason["concept"],
        "evidence": reason["evidence"],
    }
