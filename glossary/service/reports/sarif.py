"""SARIF 2.1.0: fingerprints, suppressions with their reasons, what is new against a baseline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from glossary import __version__
from glossary.check import RULES
from glossary.messages import Lang
from glossary.model import Finding
from glossary.service.check import Checked
from glossary.service.reports.wire import message
from glossary.service.silence import Silenced

_LEVELS = {"info": "note", "warning": "warning", "error": "error"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NAMES = list(RULES)


def render_report(checked: Sequence[Checked], lang: Lang) -> str:
    """One run over all files; columns count code points."""
    results = [result for one in checked for result in _results(one, lang)]
    driver = {
        "name": "glossary",
        "version": __version__,
        "rules": [{"id": name, "name": "".join(map(str.capitalize, name.split("-")))} for name in _NAMES],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "language": lang, "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _results(one: Checked, lang: Lang) -> list[dict[str, Any]]:
    new = "new" if one.compared else ""
    return [
        *(_result(one.path, finding, lang, new) for finding in one.findings),
        *(_result(one.path, finding, lang, "unchanged") for finding in one.known),
        *(_result(one.path, item.finding, lang, new, item) for item in one.silenced),
    ]


def _result(path: str, finding: Finding, lang: Lang, state: str, silenced: Silenced | None = None) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.text},
    }
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": _NAMES.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": message(finding, lang)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}],
        "partialFingerprints": {"glossary/v1": finding.fingerprint},
    }
    if finding.fixable and finding.end > finding.start:
        found["fixes"] = [_fix(path, finding)]
    if state:
        found["baselineState"] = state
    if silenced:
        found["suppressions"] = [{"kind": silenced.kind, "status": "accepted", "justification": silenced.reason}]
    return found


def _fix(path: str, finding: Finding) -> dict[str, Any]:
    deleted = {"charOffset": finding.start, "charLength": finding.end - finding.start}
    change = {"deletedRegion": deleted, "insertedContent": {"text": finding.suggestions[0]}}
    return {"artifactChanges": [{"artifactLocation": {"uri": _uri(path)}, "replacements": [change]}]}


def _uri(path: str) -> str:
    return Path(path).absolute().as_uri() if Path(path).is_absolute() else quote(path)
