"""JUnit: one suite a file, one case a finding; what is silenced is skipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from glossary.messages import Lang
from glossary.model import Finding
from glossary.service.check import Checked
from glossary.service.reports.wire import message

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render_report(checked: Sequence[Checked], lang: Lang) -> str:
    """Warnings and errors fail; notes pass and say what they say."""
    suites = [_suite(one, lang) for one in checked]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="glossary check">\n'
        + "".join(suites)
        + "</testsuites>\n"
    )


def _suite(one: Checked, lang: Lang) -> str:
    failures = sum(finding.severity != "info" for finding in one.findings)
    total = len(one.findings) + len(one.silenced) or 1
    cases = [_case(one.path, finding, lang) for finding in one.findings]
    cases += [_case(one.path, item.finding, lang, item.reason) for item in one.silenced]
    cases = cases or [f'    <testcase classname={_quoted(one.path)} name="check"/>\n']
    head = (
        f'  <testsuite name={_quoted(one.path)} tests="{total}" failures="{failures}" skipped="{len(one.silenced)}">\n'
    )
    return head + "".join(cases) + "  </testsuite>\n"


def _case(path: str, finding: Finding, lang: Lang, reason: str = "") -> str:
    place = f"{finding.line}:{finding.column}"
    said = f"{finding.text} → {', '.join(finding.suggestions)}" if finding.suggestions else finding.text
    head = f"    <testcase classname={_quoted(path)} name={_quoted(f'{finding.rule} {place} {finding.text}')}"
    if reason:
        return f"{head}><skipped message={_quoted(reason)}/></testcase>\n"
    body = escape(_clean(f"{path}:{place}: {said}"))
    if finding.severity == "info":
        return f"{head}><system-out>{escape(_clean(message(finding, lang)))} {body}</system-out></testcase>\n"
    kind = f"message={_quoted(message(finding, lang))} type={_quoted(finding.severity)}"
    return f"{head}><failure {kind}>{body}</failure></testcase>\n"


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
