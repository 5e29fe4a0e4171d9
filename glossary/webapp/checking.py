"""/check: a text or a file with its findings, corrected here and handed back in its own format."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from glossary.errors import InputError
from glossary.messages import explain
from glossary.model import Location, Severity
from glossary.service.ignores import behind
from glossary.service.proof import (
    WRITABLE,
    Proof,
    accepting,
    accepting_all,
    accepting_sure,
    composed,
    kindred,
    taken_back,
    typing,
)
from glossary.webapp import access, ask, proofs, uploads
from glossary.webapp.catalog import say
from glossary.webapp.jobs import Job
from glossary.webapp.limits import bounded, takes
from glossary.webapp.preferences import language
from glossary.webapp.proof_view import LEVELS, cut, reasons, sheet, worst

checking = Blueprint("checking", __name__)
PART = "text/x-part"  # what a script accepts: the proof alone, without the page around it


@checking.get("/check")
def page() -> str:
    """Where a text or a file is handed in, with what this person has under correction."""
    return render_template("check.html", mine=proofs.jobs().of(proofs.KIND, access.person().name), at=made_at)


@checking.post("/check")
@takes("file")
def begin() -> BaseResponse:
    """Take a text or a file, with the Chinese text that it renders."""
    upload = uploads.document("file", "text")
    return shown(proofs.begin(upload, _source()))


@checking.get("/check/<id>")
def proof(id: str) -> str:
    """A document under correction."""
    job = proofs.find(id)
    job.wait(proofs.PATIENCE if job.value is None else 0)
    return _page(job)


@checking.get("/check/<id>/state")
def state(id: str) -> Response:
    """How far its check is."""
    job = proofs.find(id)
    now = job.progress
    return jsonify(busy=job.busy, version=job.version, step=now.step, done=now.done, total=now.total)


@checking.post("/check/<id>/do")
def do(id: str) -> BaseResponse:
    """Accept a suggestion, all of its kind, all that are sure; take a change back, or the last step."""
    job, (what, *rest) = proofs.find(id), request.form.get("do", "").split(":")
    if what == "undo":
        proofs.go_back(job)
        return shown(job)
    made = proofs.ready(job, request.form.get("version"))
    if what == "back" and rest:
        wanted = proofs.noted(job)
        proofs.go(job, proofs.Wanted(taken_back(made, proofs.place(rest[0], len(made.edits))), wanted.aside))
    elif what == "sure":
        proofs.step(job, made, accepting_sure(ask.context(), made))
    elif what in ("accept", "all") and len(rest) == 2:
        _accept(job, made, what, *rest)
    else:
        raise InputError("proof-moved")
    return shown(job, rest[0] if rest else "")


def _accept(job: Job, made: Proof, what: str, number: str, choice: str) -> None:
    finding = proofs.finding(made, number)
    chosen = finding.suggestions[proofs.place(choice, len(finding.suggestions))]
    if what == "all":
        proofs.step(job, made, accepting_all(made, kindred(made, finding, chosen), chosen))
    else:
        proofs.step(job, made, accepting(made.text, finding, chosen))


@checking.get("/check/<id>/finding/<number>")
def answer(id: str, number: str) -> str:
    """Where one finding is answered otherwise: by words of one's own, or by a reason to leave it."""
    job = proofs.find(id)
    finding = proofs.finding(proofs.ready(job), number)
    template = "_check_answer.html" if request.accept_mimetypes.best == PART else "check_answer.html"
    return render_template(
        template, job=job, number=number, finding=finding, level=_level(),
        may_silence=access.person().may("editor"), writable=job.value.first.format in WRITABLE,
    )  # fmt: skip


@checking.post("/check/<id>/other")
def other(id: str) -> BaseResponse:
    """Write words of one's own where a finding stands."""
    job = proofs.find(id)
    made = proofs.ready(job, request.form.get("version"))
    finding = proofs.finding(made, request.form.get("number"))
    proofs.step(job, made, accepting(made.text, finding, " ".join(request.form.get("words", "").split())))
    return shown(job, request.form.get("number", ""))


@checking.post("/check/<id>/text")
@takes("text")
def text(id: str) -> BaseResponse:
    """What was typed into the text."""
    job = proofs.find(id)
    made, wanted = proofs.ready(job), proofs.noted(job)
    edits = typing(made, bounded(request.form.get("text", "")))
    if edits:
        proofs.go(job, proofs.Wanted(composed(made, edits), wanted.aside), typed=True)
    return shown(job)


@checking.post("/check/<id>/forget")
def forget(id: str) -> BaseResponse:
    """Throw it away, the file with it."""
    proofs.jobs().forget(proofs.find(id))
    return redirect(url_for("checking.page"), 303, Response)


def made_at(job: Job) -> str:
    """When a piece of work began: ISO 8601, in this machine's time."""
    return datetime.fromtimestamp(job.note["at"]).astimezone().isoformat(timespec="minutes")


def _where(location: Location) -> str:
    """Page, paragraph and cell in words, each behind a point."""
    said = {"page": location.page, "paragraph": location.paragraph, "cell": location.cell}
    parts = [say(language(), f"check.{name}", **{name: value}) for name, value in said.items() if value is not None]
    return "".join(f" · {part}" for part in parts)


def _source() -> str:
    if (sent := request.files.get("source_file")) is not None and sent.filename:
        data = uploads.bounded(sent.stream, sent.filename)
        return ask.context().stages.read(uploads.safe_name(sent.filename), data).text
    return bounded(request.form.get("source", "")).strip()


def _level() -> Severity:
    wanted = request.args.get("level", "warning")
    return next((level for level in LEVELS if level == wanted), "warning")


def _start() -> int:
    value = request.args.get("from", "0")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else 0


def shown(job: Job, number: str = "") -> BaseResponse:
    """The proof alone to a script; to a browser without one, the way to its page."""
    if request.accept_mimetypes.best == PART:
        return Response(_page(job, "_proof.html"), mimetype="text/html")
    where: dict[str, Any] = {"level": _level()} if "level" in request.args else {}
    if _start():
        where["from"] = _start()
    anchor = f"f{number}" if number.isdigit() else None
    return redirect(url_for("checking.proof", id=job.id, _anchor=anchor, **where), 303, Response)


def _page(job: Job, template: str = "proof.html") -> str:
    if request.accept_mimetypes.best == PART:
        template = "_proof.html"
    lang, fault = language(), None
    if job.failed:
        fault = explain(job.error.code, lang, job.error.params) if job.error else explain("check-failed", lang, {})
        job.failed = job.value is None  # said once where there is something to go on with
    seen = sheet(job.value, _level(), _start(), lang) if job.value is not None else None
    answered = behind(ask.context(), job.value.checked) if seen is not None else []
    typed = "" if seen is not None else proofs.pasted(job)
    return render_template(
        template, job=job, fault=fault, sheet=seen, level=_level(), levels=LEVELS, start=_start(), typed=typed,
        answered=answered, may_silence=access.person().may("editor"), person=access.person().name,
        worst=worst, reasons=reasons, where=_where, cut=cut,
    )  # fmt: skip
