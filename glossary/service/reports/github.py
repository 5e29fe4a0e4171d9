"""GitHub annotations: workflow commands that show findings beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.messages import Lang
from glossary.service.check import Checked
from glossary.service.reports.wire import message

_LEVELS = {"info": "notice", "warning": "warning", "error": "error"}


def render_report(checked: Sequence[Checked], lang: Lang) -> str:
    """One command a finding."""
    return "\n".join(
        f"::{_LEVELS[found.severity]} file={_property(one.path)},line={found.line},endLine={found.end_line},"
        f"col={found.column},endColumn={found.end_column},title={_property(found.rule)}::"
        f"{_data(' → '.join([found.text, *found.suggestions[:1]]))}: {_data(message(found, lang))}"
        for one in checked
        for found in one.findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
