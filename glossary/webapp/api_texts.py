"""Texts and files in the JSON interface: scanned, checked, normalized; the same answers as the command line gives."""

from __future__ import annotations

from base64 import b64encode

from flask import Response, jsonify

from glossary.errors import InputError
from glossary.service.wire import ScannedJson, scan_json
from glossary.webapp import ask, tables
from glossary.webapp.access import needs
from glossary.webapp.api_blueprint import api
from glossary.webapp.api_errors import unprocessable
from glossary.webapp.api_given import Given, given
from glossary.webapp.api_shapes import choice
from glossary.webapp.busy import by_turns
from glossary.webapp.limits import takes
from glossary.webapp.preferences import language

REPORTS = {"sarif": "application/sarif+json", "junit": "application/xml", "html": "text/html", "text": "text/plain"}


@api.post("/scan")
@takes("file")
@needs("viewer")
@by_turns
def scan() -> Response:
    """Every name of a Korean or a Chinese text, known and new, with its form in the other language."""
    from glossary.service.scan import scan_bytes

    asked = given()
    with unprocessable():
        found = scan_bytes(ask.context(), asked.name, asked.data)
    told = scan_json(found.lang, found.names)
    if tables.form() == "csv":
        return tables.csv("names", ScannedJson, told["names"])
    return jsonify(told)


@api.post("/check")
@takes("file")
@needs("viewer")
@by_turns
def check() -> Response:
    """What an editor would want to know of a text: the array of findings of `check -f json`, or another report."""
    from glossary.service.check import check_bytes, only
    from glossary.service.reports.wire import FindingJson, finding_json

    asked, wanted = given(), choice("format", ("json", "csv", *REPORTS))
    with unprocessable():
        checked = check_bytes(ask.context(), asked.name, asked.data, source=asked.source)
    shown = only(checked, asked.min_level) if asked.min_level else checked
    if wanted in REPORTS:
        from glossary.service.reports import report

        return Response(report(wanted, [shown], language()), mimetype=REPORTS[wanted])
    rows = [finding_json(finding, shown.path, language()) for finding in shown.findings]
    return tables.csv("findings", FindingJson, rows) if tables.form() == "csv" else jsonify(rows)


@api.post("/normalize")
@takes("file")
@needs("viewer")
@by_turns
def normalize() -> Response:
    """The text or file with every sure fix in it, and why each was made; ?format=file answers with the file alone."""
    from glossary.service.normalize import normalize as run
    from glossary.service.normalize_report import changes_json
    from glossary.service.normalize_wire import done

    asked, form = given(), choice("format", ("json", "file"))
    if asked.source is not None or asked.min_level not in (None, "warning"):
        raise InputError("field-unknown", where=".source" if asked.source is not None else ".min_level")
    with unprocessable():
        found = run(ask.context(), asked.name, asked.data)
    if form == "file":
        return _file(asked, found.data)
    record = done(asked.name, asked.data, found)
    changes = changes_json(record, language())
    text = found.data.decode() if asked.typed else None
    data = None if asked.typed else b64encode(found.data).decode()
    beside = {"status": record["status"], "changes": changes, "left": record["left"]}
    return jsonify({"file": asked.name, "text": text, "data": data, **beside})


def _file(asked: Given, data: bytes) -> Response:
    """The corrected file under its own name."""
    from urllib.parse import quote

    response = Response(data, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(asked.name)}"
    return response
