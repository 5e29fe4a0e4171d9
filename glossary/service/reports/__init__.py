"""What a check found, for people and for programs: text, JSON, SARIF, JUnit, GitHub annotations, HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from glossary.messages import Lang
from glossary.service.check import Checked

FORMATS = ("text", "json", "sarif", "junit", "github", "html")
Report = Callable[[Sequence[Checked], Lang], str]
_MODULES: Mapping[str, str] = {"json": "as_json"}


def report(form: str, checked: Sequence[Checked], lang: Lang) -> str:
    """All that was checked in one of `FORMATS`, with a line feed at its end unless it is empty."""
    module = import_module(f"glossary.service.reports.{_MODULES.get(form, form)}")
    render: Report = module.render_report
    text = render(checked, lang)
    return text if not text or text.endswith("\n") else f"{text}\n"
