"""/scan: a pasted text with every name in it, known and new, and its form in the other language."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from glossary.errors import GlossaryError, RefusedError
from glossary.messages import explain
from glossary.service.scan_sheet import Row, Sheet
from glossary.webapp import access, ask, preferences
from glossary.webapp.busy import by_turns
from glossary.webapp.catalog import label, say
from glossary.webapp.limits import bounded, takes
from glossary.webapp.scan_view import cut

scan = Blueprint("scan", __name__)
COLUMNS = ("text", "ko", "zh", "en", "type", "state", "times")
_KEYS = ("ko", "zh", "en", "type")


@scan.get("/scan")
def page() -> str:
    """The box for a text."""
    return _page("")


@scan.post("/scan")
@takes("text")
@by_turns
def result() -> tuple[str, int]:
    """The text with its names; the button beside a new name adds it and reads the text again."""
    text = request.form.get("text", "").replace("\r\n", "\n").replace("\0", "")
    fault, said = None, ""
    try:
        bounded(text)
        if chosen := request.form.get("add"):
            said = _add(chosen)
    except GlossaryError as error:
        fault = error
    try:
        found = _sheet(text) if text.strip() and (fault is None or fault.code != "text-too-long") else None
    except GlossaryError as error:
        found, fault = None, fault or error
    return _page(text, found, fault, said), 200 if fault is None else fault.http_status


@scan.post("/scan/names.csv")
@takes("text")
@by_turns
def download() -> Response:
    """The table of the names of a text, for a spreadsheet."""
    found = _sheet(bounded(request.form.get("text", "").replace("\r\n", "\n").replace("\0", "")))
    answer = Response(_table(found.rows if found else (), tabs=False), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="names.csv"'
    return answer


def _sheet(text: str) -> Sheet:
    from glossary.service.scan_sheet import sheet

    return sheet(ask.context(), text)


def _add(chosen: str) -> str:
    """Add one of the names as this person may; hands back what it is called."""
    from glossary.webapp.adding import Wanted, add

    if not access.person().may("translator"):
        raise RefusedError("role-too-low", role=access.person().role, needed="translator")
    wanted = Wanted(**dict(zip(_KEYS, (*chosen.split("\t"), "", "", "", "")[:4], strict=True)))
    add(wanted)
    return wanted.ko


def _page(text: str, found: Sheet | None = None, fault: GlossaryError | None = None, added: str = "") -> str:
    lang = preferences.language()
    return render_template(
        "scan.html",
        text=text,
        found=found,
        pieces=cut(found.text, found.names) if found else [],
        fault=None if fault is None else explain(fault.code, lang, fault.params),
        added=added,
        tsv=_table(found.rows, tabs=True) if found else "",
        new=sum(row.concept is None for row in found.rows) if found else 0,
    )


def _table(rows: tuple[Row, ...], *, tabs: bool) -> str:
    from dataclasses import replace
    from typing import cast

    from glossary.model import EntityType
    from glossary.service.scan_sheet import table

    lang = preferences.language()
    named = [replace(row, type=cast(EntityType, label(lang, "type", row.type))) for row in rows]
    head = [say(lang, f"scan.{column}") for column in COLUMNS]
    return table(named, head, say(lang, "scan.known"), say(lang, "scan.new"), tabs=tabs)
