"""/check: what is left as it is, with the reason: in this text, for a concept, a document or everywhere; taken back."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, request
from werkzeug.wrappers import Response as BaseResponse

from glossary.errors import InputError, RefusedError
from glossary.model import Finding
from glossary.service.ignores import add_ignore, undo_ignore
from glossary.webapp import access, ask, proofs
from glossary.webapp.access import Role, needs
from glossary.webapp.checking import shown
from glossary.webapp.jobs import Job

leaving = Blueprint("leaving", __name__)
KEPT: Role = "editor"  # who may silence for all others


@leaving.post("/check/<id>/leave")
def leave(id: str) -> BaseResponse:
    """Leave a finding: in this text alone, or, for those who edit, from now on and for everybody."""
    job = proofs.find(id)
    made = proofs.ready(job, request.form.get("version"))
    finding = proofs.finding(made, request.form.get("number"))
    scope = request.form.get("scope", "now")
    if scope == "now":
        proofs.leave(job, finding)
    else:
        _silence(job, finding, scope, " ".join(request.form.get("reason", "").split())[:500])
        proofs.again(job)
    return shown(job, request.form.get("number", ""))


@leaving.post("/check/<id>/again")
def take_up(id: str) -> BaseResponse:
    """Take up what was left in this text."""
    job = proofs.find(id)
    proofs.ready(job)
    wanted = proofs.noted(job)
    fingerprint = request.form.get("fingerprint", "")
    proofs.go(job, replace(wanted, aside=tuple(one for one in wanted.aside if one != fingerprint)))
    return shown(job)


@leaving.post("/check/<id>/speak")
@needs("editor")
def speak(id: str) -> BaseResponse:
    """Have a stored ignore speak again, for everybody."""
    job, number = proofs.find(id), request.form.get("ignore", "")
    if not (number.isascii() and number.isdigit() and len(number) < 15):
        raise InputError("proof-moved")
    undo_ignore(ask.context(), int(number))
    proofs.again(job)
    return shown(job)


def _silence(job: Job, finding: Finding, scope: str, reason: str) -> None:
    """Raises RefusedError("role-too-low"), InputError("ignore-empty") without a reason."""
    if not access.person().may(KEPT):
        raise RefusedError("role-too-low", role=access.person().role, needed=KEPT)
    ctx, rule, text = ask.context(), finding.rule, finding.text
    if scope == "place":
        add_ignore(ctx, rule, fingerprint=finding.fingerprint, reason=reason)
    elif scope == "concept" and finding.concept:
        add_ignore(ctx, rule, concept=finding.concept, reason=reason)
    elif scope == "document" and not job.note["pasted"]:
        add_ignore(ctx, rule, document=job.note["name"], text=text, reason=reason)
    elif scope == "everywhere":
        add_ignore(ctx, rule, text=text, reason=reason)
    else:
        raise InputError("ignore-empty")
