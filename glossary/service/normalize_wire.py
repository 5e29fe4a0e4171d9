"""What a journal's line and a report say of one file: shapes for JSON alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

from glossary.errors import GlossaryError
from glossary.model import Edit
from glossary.service.normalize import Change, Normalized, Reason
from glossary.service.normalize_tree import digest_of
from glossary.service.reports.wire import LocationJson, location_json
from glossary.service.wire import EvidenceJson, evidence_json

Status = Literal["changed", "unchanged", "skipped", "failed"]


class ReasonRecord(TypedDict):
    """Why, as a message's code and parameters: the report says it in the reader's language."""

    rule: str
    severity: str
    message: str
    params: dict[str, object]
    concept: str | None
    evidence: list[EvidenceJson]


class ChangeRecord(TypedDict):
    """One edit of the document as it was."""

    line: int
    column: int
    location: LocationJson | None
    start: int
    end: int
    old: str
    new: str
    reasons: list[ReasonRecord]


class LeftJson(TypedDict):
    """A fix that the format does not take at its place, in the text that came out."""

    start: int
    end: int
    old: str
    new: str
    rule: str


class FileRecord(TypedDict):
    """What became of one file; digests are SHA-256, `before` is that of the file that stood in the output's place."""

    file: str
    status: Status
    code: str | None
    params: dict[str, object]
    input: str | None
    output: str | None
    before: str | None
    folders: list[str]
    changes: list[ChangeRecord]
    left: list[LeftJson]


def done(name: str, data: bytes, found: Normalized) -> FileRecord:
    """The record of a file that was normalized, before it is known what stood in its place."""
    record = _record(name, "unchanged" if found.data == data else "changed", data)
    record["output"] = digest_of(found.data)
    record["changes"] = [_change(found, change) for change in found.changes]
    record["left"] = [_left(edit) for edit in found.left]
    return record


def undone(name: str, status: Status, error: GlossaryError, data: bytes | None) -> FileRecord:
    """The record of a file that could not be normalized."""
    record = _record(name, status, data)
    record["code"] = error.code
    record["params"] = {**_plain(error.params), "path": name}
    return record


def _record(name: str, status: Status, data: bytes | None) -> FileRecord:
    return {
        "file": name,
        "status": status,
        "code": None,
        "params": {},
        "input": None if data is None else digest_of(data),
        "output": None,
        "before": None,
        "folders": [],
        "changes": [],
        "left": [],
    }


def _change(found: Normalized, change: Change) -> ChangeRecord:
    edit, text = change.edit, found.doc.text
    return {
        "line": text.count("\n", 0, edit.start) + 1,
        "column": edit.start - text.rfind("\n", 0, edit.start),
        "location": location_json(found.doc.location(edit.start)),
        "start": edit.start,
        "end": edit.end,
        "old": edit.old,
        "new": edit.new,
        "reasons": [_reason(reason) for reason in change.reasons],
    }


def _reason(reason: Reason) -> ReasonRecord:
    return {
        "rule": reason.rule,
        "severity": reason.severity,
        "message": reason.message,
        "params": _plain(dict(reason.params)),
        "concept": reason.concept,
        "evidence": [evidence_json(item) for item in reason.evidence],
    }


def _left(edit: Edit) -> LeftJson:
    return {"start": edit.start, "end": edit.end, "old": edit.old, "new": edit.new, "rule": edit.reason}


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, int | float | str) else str(value) for name, value in params.items()}
