"""Work that outlasts a request: each piece in a folder of its own, known to one person, gone after a day.

A task runs in a thread that ends with it. What must survive a restart stands in the folder; the rest is made again.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from glossary.errors import GlossaryError, NotFoundError

AT_WORK = 2  # tasks at a time: the machine also answers look-ups
LOOK = 0.5  # seconds after which a waiting task looks whether it is still wanted
EXPIRES = 24 * 3600  # seconds without being asked for
MOST = 40  # pieces of work that one person may keep; the eldest goes
WARM = 24  # of all persons that are kept in memory with what was made of them
NOTE = "job.json"
_ID = re.compile(r"[\w-]{22}")
Tell = Callable[..., None]


class StoppedError(Exception):
    """Somebody took the task back."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is; `total` 0 where nobody can say."""

    step: str = "waiting"
    done: int = 0
    total: int = 0


@dataclass(slots=True)
class Job:
    """One piece of work: `value` is what the last task that came to an end has made, `error` why one did not."""

    id: str
    kind: str
    owner: str
    folder: Path
    note: dict[str, Any]
    value: Any = None
    error: GlossaryError | None = None
    failed: bool = False
    version: int = 0
    progress: Progress = Progress()
    lock: threading.RLock = field(default_factory=threading.RLock)
    _token: object = None
    _idle: threading.Event = field(default_factory=threading.Event)

    @property
    def busy(self) -> bool:
        """Whether a task is under way."""
        return self._token is not None

    def wait(self, seconds: float) -> bool:
        """Whether the task under way has ended within so many seconds."""
        return self._token is None or self._idle.wait(seconds)

    def stop(self) -> None:
        """Take back the task under way: it ends at its next step, and what it makes is not kept."""
        with self.lock:
            self._token = None
            self._idle.set()

    def save(self, **note: Any) -> None:
        """Write down what a restart must not forget."""
        with self.lock:
            self.note.update(note)
            part = self.folder / f".{NOTE}"
            part.write_text(json.dumps(self.note, ensure_ascii=False), encoding="utf-8")
            part.replace(self.folder / NOTE)

    def begin(self) -> tuple[object, Tell]:
        """A new task in place of the one under way; its `tell` raises StoppedError once another has begun."""
        token = object()

        def tell(step: str, done: int = 0, total: int = 0) -> None:
            if self._token is not token:
                raise StoppedError
            self.progress = Progress(step, done, total)

        with self.lock:
            self._token, self.progress, self.error, self.failed = token, Progress(), None, False
            self._idle.clear()
        return token, tell

    def end(self, token: object, finish: Callable[[], None]) -> None:
        """Have a task's outcome count, unless another has begun."""
        with self.lock:
            if self._token is token:
                finish()
                self._token = None
                self._idle.set()


class Jobs:
    """All pieces of work below one folder."""

    def __init__(self, root: Path, log: Callable[[BaseException], None]) -> None:
        self.root = root
        self._log = log
        self._known: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._desks = threading.BoundedSemaphore(AT_WORK)

    def new(self, kind: str, owner: str, **note: Any) -> Job:
        """A piece of work with an empty folder."""
        self.sweep(owner)
        name = secrets.token_urlsafe(16)
        folder = self.root / name
        folder.mkdir(mode=0o700)
        job = Job(name, kind, owner, folder, {"kind": kind, "owner": owner, "at": time.time(), **note})
        job.save()
        return self._keep(job)

    def find(self, kind: str, id: str, owner: str) -> Job:
        """A person's piece of work; raises NotFoundError("job-missing") for others' and those that have expired."""
        job = self._known.get(id) or self._read(id)
        if job is None or (job.kind, job.owner) != (kind, owner) or not job.folder.is_dir():
            raise NotFoundError("job-missing")
        (job.folder / NOTE).touch()
        return self._keep(job)

    def of(self, kind: str, owner: str) -> list[Job]:
        """All of a person's pieces of one kind, the latest first."""
        found = [job for job in self._all() if (job.kind, job.owner) == (kind, owner)]
        return sorted(found, key=lambda job: -job.note["at"])

    def start(self, job: Job, task: Callable[[Tell], Any]) -> None:
        """Have a thread make the job's next value; a task under way is taken back."""
        token, tell = job.begin()
        threading.Thread(target=self._run, args=(job, token, tell, task), daemon=True).start()

    def forget(self, job: Job) -> None:
        """Throw a piece of work away."""
        job.stop()
        self._known.pop(job.id, None)
        shutil.rmtree(job.folder, ignore_errors=True)

    def sweep(self, owner: str) -> None:
        """Throw away what has expired, and what of this person is too much."""
        now, mine = time.time(), []
        for job in self._all():
            if now - _touched(job) > EXPIRES:
                self.forget(job)
            elif job.owner == owner:
                mine.append(job)
        for job in sorted(mine, key=_touched)[: max(0, len(mine) - MOST + 1)]:
            self.forget(job)

    def _run(self, job: Job, token: object, tell: Tell, task: Callable[[Tell], Any]) -> None:
        try:
            with self._desk(tell):
                value = task(tell)
            job.end(token, lambda: self._done(job, value))
        except StoppedError:
            pass
        except GlossaryError as error:
            job.end(token, lambda failure=error: _wrong(job, failure))  # type: ignore[misc]
        except Exception as error:
            job.end(token, lambda: _wrong(job, None))
            self._log(error)
        finally:
            if not (job.folder / NOTE).exists():  # thrown away meanwhile: nothing of it stays
                shutil.rmtree(job.folder, ignore_errors=True)

    @contextmanager
    def _desk(self, tell: Tell) -> Iterator[None]:
        """A place to work at; who has been taken back while waiting for one waits no longer."""
        while not self._desks.acquire(timeout=LOOK):
            tell("waiting")
        try:
            tell("waiting")
            yield
        finally:
            self._desks.release()

    def _done(self, job: Job, value: Any) -> None:
        job.value = value
        job.version += 1
        job.progress = Progress("done")

    def _keep(self, job: Job) -> Job:
        """Hold a job in memory as the latest; the one asked for longest ago makes room unless it is at work."""
        with self._lock:
            job = self._known.pop(job.id, job)
            self._known[job.id] = job
            idle = [one for one in self._known.values() if not one.busy]
            for one in idle[: max(0, len(self._known) - WARM)]:
                self._known.pop(one.id)
        return job

    def _all(self) -> Iterator[Job]:
        for folder in self.root.iterdir():
            job = self._known.get(folder.name) or self._read(folder.name)
            if job is not None:
                yield job

    def _read(self, id: str) -> Job | None:
        folder = self.root / id
        if not _ID.fullmatch(id):
            return None
        try:
            note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
            return Job(id, note["kind"], note["owner"], folder, note, version=note.get("version", 0))
        except (OSError, ValueError, KeyError):
            return None


def _wrong(job: Job, error: GlossaryError | None) -> None:
    job.error, job.failed = error, True


def _touched(job: Job) -> float:
    try:
        return (job.folder / NOTE).stat().st_mtime
    except OSError:
        return 0.0
