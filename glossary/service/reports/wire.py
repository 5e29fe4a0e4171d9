"""One finding as JSON, as the contract has it."""

from __future__ import annotations

from typing import TypedDict

from glossary.messages import Lang, render
from glossary.model import Finding, Location
from glossary.service.wire import EvidenceJson, evidence_json


class LocationJson(TypedDict):
    """Where in a paged or celled format."""

    page: int | None
    paragraph: int | None
    cell: str | None


class FindingJson(TypedDict):
    """One finding of `check -f json`."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    location: LocationJson | None
    rule: str
    severity: str
    message: str
    text: str
    suggestions: list[str]
    fixable: bool
    concept: str | None
    evidence: list[EvidenceJson]
    fingerprint: str


def finding_json(finding: Finding, file: str, lang: Lang) -> FindingJson:
    """A finding of the named file, its message in the reader's language."""
    return {
        "file": file,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "start": finding.start,
        "end": finding.end,
        "location": location_json(finding.location),
        "rule": finding.rule,
        "severity": finding.severity,
        "message": message(finding, lang),
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "fixable": finding.fixable,
        "concept": finding.concept,
        "evidence": [evidence_json(item) for item in finding.evidence],
        "fingerprint": finding.fingerprint,
    }


def message(finding: Finding, lang: Lang) -> str:
    """What a finding says, in one line."""
    return " ".join(render(finding.message, lang, dict(finding.params)).split())


def location_json(location: Location | None) -> LocationJson | None:
    """A place in a paged or celled format; None in a plain text."""
    if location is None:
        return None
    return {"page": location.page, "paragraph": location.paragraph, "cell": location.cell}
