"""The documents under correction: each a job whose file, edits and answers stand in its folder."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from flask import current_app

from glossary.errors import ConflictError, InputError
from glossary.model import Edit, Finding
from glossary.service.context import Context
from glossary.service.proof import Proof, composed, opened
from glossary.service.watched import STEPS, WatchedStages
from glossary.webapp import access, ask, guards
from glossary.webapp.folders import own_folder
from glossary.webapp.jobs import Job, Jobs, Tell
from glossary.webapp.uploads import Upload

KIND = "check"
STEPS_BACK = 60
PATIENCE = 2.0  # seconds that a request waits for a check before it shows how far it is


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the next proof is to hold: edits of the file as it came, and what is left as it is."""

    edits: tuple[Edit, ...] = ()
    aside: tuple[str, ...] = ()


def jobs() -> Jobs:
    """The pieces of work of the running application, below a folder that only this user can enter."""
    found = current_app.extensions.get("glossary.jobs")
    if found is None or not found.root.is_dir():  # systems tidy up where it lies
        ctx = ask.context()
        place = sha256(str(ctx.db.resolve()).encode()).hexdigest()[:12]
        app = current_app._get_current_object()  # type: ignore[attr-defined]
        found = Jobs(
            own_folder(Path(tempfile.gettempdir()), f"glossary-{place}"), lambda error: guards.log_failure(app, error)
        )
        current_app.extensions["glossary.jobs"] = found
    return cast(Jobs, found)


def begin(upload: Upload, source: str) -> Job:
    """A new proof of what was handed in, its check under way."""
    job = jobs().new(KIND, access.person().name, name=upload.name, pasted=upload.pasted, back=[])
    (job.folder / "input").write_bytes(upload.data)
    if source:
        (job.folder / "source").write_text(source, encoding="utf-8", errors="surrogatepass")
    check(job, Wanted())
    return job


def find(id: str) -> Job:
    """This person's proof, its check begun again where a restart has lost it; raises NotFoundError("job-missing")."""
    job = jobs().find(KIND, id, access.person().name)
    if job.value is None and not job.busy and not job.failed:
        check(job, noted(job))
    return job


def ready(job: Job, version: str | None = None) -> Proof:
    """The proof as it stands; raises ConflictError("proof-moved") where it is another than the page showed.

    A step that is still being checked counts: the next one would be made without it.
    """
    if version is not None and job.busy and not job.wait(PATIENCE):
        raise ConflictError("proof-moved")
    if job.value is None or (version is not None and version != str(job.version)):
        raise ConflictError("proof-moved")
    return cast(Proof, job.value)


def step(job: Job, proof: Proof, edits: Sequence[Edit]) -> None:
    """Go on with edits of the text as it stands."""
    go(job, replace(noted(job), edits=composed(proof, edits)))


def leave(job: Job, finding: Finding) -> None:
    """Go on without a finding, in this proof alone."""
    now = noted(job)
    go(job, replace(now, aside=(*now.aside, finding.fingerprint)))


def go(job: Job, wanted: Wanted, *, typed: bool = False) -> None:
    """Go on to another state; the one before can be gone back to, typing in one piece."""
    back = list(job.note["back"])
    if not (typed and job.note.get("typed")):
        back.append(_written(noted(job)))
    check(job, wanted, back=back[-STEPS_BACK:], typed=typed)


def go_back(job: Job) -> None:
    """Go back by one step."""
    back = list(job.note["back"])
    if back:
        check(job, _read(back.pop()), back=back)


def check(job: Job, wanted: Wanted, **note: Any) -> None:
    """Have a state checked, and kept once it has been; what cannot be written leaves everything as it was."""
    ctx, source = ask.context(), job.folder / "source"

    def task(tell: Tell) -> Proof:
        chinese = source.read_text(encoding="utf-8", errors="surrogatepass") if source.exists() else ""
        data = job.value.data if job.value is not None else (job.folder / "input").read_bytes()
        watched = _watched(ctx, tell)
        made = opened(watched, job.note["name"], data, source=chinese, edits=wanted.edits, aside=wanted.aside)
        tell("kept", len(STEPS), len(STEPS))
        job.save(now=_written(wanted), version=job.version + 1, typed=note.pop("typed", False), **note)
        return made

    jobs().start(job, task)
    job.wait(PATIENCE)


def pasted(job: Job) -> str:
    """The text of a proof that was never a file, so that nothing typed is lost."""
    if not job.note["pasted"]:
        return ""
    return (job.folder / "input").read_bytes().decode("utf-8", "surrogatepass")


def again(job: Job) -> None:
    """Check the same state anew: the glossary or what it silences has changed."""
    check(job, noted(job))


def noted(job: Job) -> Wanted:
    """The state that stands."""
    return _read(job.note["now"]) if "now" in job.note else Wanted()


def finding(proof: Proof, number: str | None) -> Finding:
    """One of the findings by its number on the page; raises InputError("proof-moved") for one that is not there."""
    return proof.findings[place(number, len(proof.findings))]


def place(number: str | None, many: int) -> int:
    """A number on the page, below how many there are; raises InputError("proof-moved") for any other."""
    if number is None or not (number.isascii() and number.isdigit() and len(number) < 10 and int(number) < many):
        raise InputError("proof-moved")
    return int(number)


def _watched(ctx: Context, tell: Tell) -> Context:
    return replace(ctx, stages=WatchedStages(ctx.stages, lambda name: tell(name, STEPS.index(name), len(STEPS))))


def _written(wanted: Wanted) -> dict[str, Any]:
    edits = [[one.start, one.end, one.old, one.new, one.reason] for one in wanted.edits]
    return {"edits": edits, "aside": list(wanted.aside)}


def _read(written: dict[str, Any]) -> Wanted:
    return Wanted(tuple(Edit(*one) for one in written["edits"]), tuple(written["aside"]))
