"""/normalize: many files, each handed back with every sure fix, with the report and the way back in one archive."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response as BaseResponse

from glossary.errors import GlossaryError, InputError, NotFoundError
from glossary.messages import explain
from glossary.service.normalize_kept import IN, ZIP, kept_report, normalize_kept
from glossary.service.normalize_upload import Intake
from glossary.webapp import access, ask, proofs, uploads
from glossary.webapp.access import needs
from glossary.webapp.checking import made_at
from glossary.webapp.checking_out import download
from glossary.webapp.jobs import Job, Tell
from glossary.webapp.limits import takes
from glossary.webapp.preferences import language
from glossary.webapp.proof_view import cut

normalizing = Blueprint("normalizing", __name__)
KIND = "normalize"
SHOWN = 400  # files of one page; the report has all


@normalizing.get("/normalize")
@needs("translator")
def page() -> str:
    """Where files are handed in, with the batches of this person."""
    mine = proofs.jobs().of(KIND, access.person().name)
    return render_template("normalize.html", mine=mine, at=made_at)


@normalizing.post("/normalize")
@needs("translator")
@takes("files")
def begin() -> BaseResponse:
    """Take files or ZIP archives and begin."""
    job = proofs.jobs().new(KIND, access.person().name, names=[])
    try:
        intake, names = Intake(job.folder / IN, ask.context().policy.documents), []
        for name, stream in uploads.several("files"):
            intake.add(name, stream)
            names.append(name)
        if not names:
            raise InputError("upload-missing")
    except GlossaryError:
        proofs.jobs().forget(job)
        raise
    job.save(names=names)
    _start(job)
    job.wait(proofs.PATIENCE)
    return redirect(url_for("normalizing.batch", id=job.id), 303, Response)


@normalizing.get("/normalize/<id>")
@needs("translator")
def batch(id: str) -> str:
    """How far a batch is, or what it did."""
    job = _find(id)
    found = kept_report(job.folder, language()) if not job.busy else None
    fault = None
    if job.failed:
        code, params = (job.error.code, job.error.params) if job.error else ("check-failed", {})
        fault = explain(code, language(), params)
    changes: dict[str, list[Any]] = defaultdict(list)
    for one in found["changes"] if found else ():
        changes[one["file"]].append(one)
    return render_template(
        "normalized.html", job=job, found=found, changes=changes, fault=fault, cut=cut, shown=SHOWN, at=made_at
    )


@normalizing.get("/normalize/<id>/state")
@needs("translator")
def state(id: str) -> Response:
    """How far it is."""
    job = _find(id)
    return jsonify(busy=job.busy, done=job.progress.done, total=job.progress.total)


@normalizing.get("/normalize/<id>/zip")
@needs("translator")
def archive(id: str) -> Response:
    """All copies under their own names, with the report and what it needs to bring the originals back."""
    job = _finished(id)
    return send_file(job.folder / ZIP, mimetype="application/zip", as_attachment=True, download_name=ZIP)


@normalizing.get("/normalize/<id>/report")
@needs("translator")
def report(id: str) -> Response:
    """The report as `glossary normalize --report` writes it."""
    job = _finished(id)
    data = (job.folder / f"report-{language()}.json").read_bytes()
    return download(data, "glossary-report.json", "application/json")


@normalizing.post("/normalize/<id>/forget")
@needs("translator")
def forget(id: str) -> BaseResponse:
    """Stop it and throw its files away."""
    proofs.jobs().forget(_find(id))
    return redirect(url_for("normalizing.page"), 303, Response)


def _find(id: str) -> Job:
    """This person's batch, begun again where a restart has stopped it."""
    job = proofs.jobs().find(KIND, id, access.person().name)
    if not job.busy and not job.failed and kept_report(job.folder, language()) is None:
        _start(job)
    return job


def _finished(id: str) -> Job:
    job = _find(id)
    if job.busy or kept_report(job.folder, language()) is None:
        raise NotFoundError("job-missing")
    return job


def _start(job: Job) -> None:
    ctx, lang = ask.context(), language()

    def task(tell: Tell) -> bool:
        normalize_kept(ctx, job.folder, lang, lambda done, total, name: tell("file", done, total))
        return True

    proofs.jobs().start(job, task)
