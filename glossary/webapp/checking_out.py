"""/check: what is taken away: the corrected file in its own format, and the report in any of its forms."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, Response, request

from glossary.errors import InputError
from glossary.service.proof import corrected, told
from glossary.service.reports import FORMATS
from glossary.service.reports import report as reported
from glossary.webapp import ask, proofs
from glossary.webapp.preferences import language

taking = Blueprint("taking", __name__)
_MIMES = {
    "html": "text/html",
    "json": "application/json",
    "sarif": "application/sarif+json",
    "junit": "application/xml",
}
_ENDS = {"html": "html", "json": "json", "sarif": "sarif", "junit": "xml", "text": "txt", "github": "txt"}


@taking.get("/check/<id>/file")
def file(id: str) -> Response:
    """The file with what was corrected, in its own format; with ?track=1 as changes that ?author= signs."""
    job = proofs.find(id)
    made, track = proofs.ready(job), request.args.get("track") == "1"
    author = " ".join(request.args.get("author", "").split())[:100] or ask.context().who()
    data = corrected(ask.context(), made, track=track, author=author if track else "")
    stem, dot, end = job.note["name"].rpartition(".")
    return download(data, f"{stem}-checked.{end}" if dot else f"{end}-checked", "application/octet-stream")


@taking.get("/check/<id>/report/<form>")
def report(id: str, form: str) -> Response:
    """What was found, as `glossary check -f` writes it."""
    job = proofs.find(id)
    made = proofs.ready(job)
    if form not in FORMATS:
        raise InputError("report-form", form=form[:20], allowed=", ".join(FORMATS))
    text = reported(form, [told(made)], language())
    return download(
        text.encode("utf-8", "replace"), f"{job.note['name']}.{_ENDS[form]}", _MIMES.get(form, "text/plain")
    )


def download(data: bytes, name: str, mime: str) -> Response:
    """An answer that is saved under a name, in whatever script it is written."""
    found = Response(data, mimetype=mime)
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_").replace("\\", "_")
    found.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    found.headers["Cache-Control"] = "no-store"
    return found
