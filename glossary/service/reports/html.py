"""HTML: one page that an editor can mail, with nothing to load: a table of findings and the marked text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from glossary.messages import Lang, render
from glossary.model import Finding
from glossary.service.check import Checked
from glossary.service.reports.wire import message

_CLEAN = "check-clean"
_LEVELS = {"info": "level-info", "warning": "level-warning", "error": "level-error"}


def render_report(checked: Sequence[Checked], lang: Lang) -> str:
    """The whole page; everything that comes from a document is escaped, and no script runs."""
    title = escape(render("check-title", lang, {"path": ", ".join(one.path for one in checked)}))
    body = "".join(_file(number, one, lang) for number, one in enumerate(checked))
    style = resources.files("glossary.data").joinpath("report.css").read_text(encoding="utf-8")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _file(number: int, one: Checked, lang: Lang) -> str:
    head = f"<h1>{escape(render('check-title', lang, {'path': one.path}))}</h1>\n"
    levels = {level: sum(f.severity == level for f in one.findings) for level in ("error", "warning", "info")}
    params = {f"{level}s": count for level, count in levels.items()}
    params |= {"silenced": len(one.silenced), "known": len(one.known)}
    head += f'<p class="sum">{escape(render("check-summary", lang, params))}</p>\n'
    if not one.findings:
        return f"{head}<p>{escape(render(_CLEAN, lang, {}))}</p>\n"
    return f"{head}{_table(number, one.findings, lang)}<pre>{''.join(_marked(number, one))}</pre>\n"


def _table(number: int, findings: Sequence[Finding], lang: Lang) -> str:
    columns = ("check-column-place", "check-column-text", "check-column-suggestion", "check-column-reason")
    heads = "".join(f'<th scope="col">{escape(render(code, lang, {}))}</th>' for code in columns)
    rows = "".join(_row(f"{number}-{place}", finding, lang) for place, finding in enumerate(findings))
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _row(ident: str, finding: Finding, lang: Lang) -> str:
    level = escape(render(_LEVELS[finding.severity], lang, {}))
    return (
        f'<tr><td class="place"><a href="#f{ident}">{finding.line}:{finding.column}</a></td>'
        f'<td class="text"><b>{escape(finding.text)}</b></td>'
        f'<td class="rather">{escape(", ".join(finding.suggestions))}</td>'
        f'<td><span class="level {finding.severity}">{level}</span> {escape(message(finding, lang))} '
        f'<span class="rule">{escape(finding.rule)}</span></td></tr>\n'
    )


def _marked(number: int, one: Checked) -> Iterator[str]:
    """The text with every finding marked; of those that overlap, the first is marked and links to all stay good."""
    text, place = one.doc.text, 0
    for index, finding in enumerate(one.findings):
        anchor = f'id="f{number}-{index}"'
        if finding.start < place:
            yield f"<span {anchor}></span>"
            continue
        yield escape(text[place : finding.start])
        said = escape("; ".join([finding.rule, *finding.suggestions]), quote=True)
        shown = escape(text[finding.start : finding.end])
        yield f'<mark {anchor} class="{finding.severity}" title="{said}">{shown}</mark>'
        place = finding.end
    yield escape(text[place:])
