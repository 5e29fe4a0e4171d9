"""JSON: one array of findings, in document order."""

from __future__ import annotations

import json
from collections.abc import Sequence

from glossary.messages import Lang
from glossary.service.check import Checked
from glossary.service.reports.wire import finding_json


def render_report(checked: Sequence[Checked], lang: Lang) -> str:
    """The findings that speak, of all files."""
    found = [finding_json(finding, one.path, lang) for one in checked for finding in one.findings]
    if not found:
        return "[]"
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in found) + "\n]"
