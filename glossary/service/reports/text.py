"""Text: one line a finding, grep-able."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.messages import Lang
from glossary.model import Finding
from glossary.service.check import Checked
from glossary.service.reports.wire import message


def render_report(checked: Sequence[Checked], lang: Lang) -> str:
    """`path:line:col: warning variant-spelling: message` for every finding that speaks."""
    return "\n".join(_line(one.path, finding, lang) for one in checked for finding in one.findings)


def _line(path: str, finding: Finding, lang: Lang) -> str:
    place = finding.location
    where = "".join(
        f" {name} {value}"
        for name, value in (
            (("p.", place.page), ("¶", place.paragraph), ("cell", place.cell)) if place is not None else ()
        )
        if value is not None
    )
    shown = f" [{where.strip()}]" if where else ""
    head = f"{path}:{finding.line}:{finding.column}: {finding.severity} {finding.rule}:"
    named = f" ‘{finding.text}’" if finding.text else ""
    better = f" → ‘{finding.suggestions[0]}’" if finding.suggestions else ""
    return f"{head}{named}{better} {message(finding, lang)}{shown}"
