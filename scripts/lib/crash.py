"""Kill builds and edits at any moment, and let a crowd edit at once; what was acknowledged must be there, whole."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from crash_worker import counted
from glossary_fakes import ISSUE, context

from glossary.errors import NotFoundError, StorageError
from glossary.service.build import build
from glossary.service.keep import verify

WORKER = Path(__file__).with_name("crash_worker.py")
DOCUMENTS = 12
LONGEST = 0.5  # seconds from the first sign of life to the kill
COUNTER = "c0"


@dataclass(slots=True)
class Outcome:
    """What the kills did."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)  # of workers that left before they were killed


def kill_often(db: Path, folder: Path, kills: int, seed: int = 260, tell: Callable[[str], None] = print) -> Outcome:
    """Two editors, or an editor and a build, on one file, killed after a random while, again and again."""
    dice, outcome = random.Random(seed), Outcome()
    folder.mkdir(exist_ok=True)
    for number in range(kills):
        for document in range(DOCUMENTS):
            (folder / f"{document:03}.txt").write_text(f"{number} {document}\n{ISSUE}", encoding="utf-8")
        modes = ("edit", "edit") if number % 2 else ("build", "edit")
        said, errors = _one_round(modes, db, folder, f"{seed}-{number}", dice.uniform(0, LONGEST))
        outcome.errors += errors
        outcome.kills += 2
        outcome.acknowledged += len(said)
        _check(db, said, outcome)
        if number % 10 == 9:
            tell(f"kills {outcome.kills}, acknowledged edits {outcome.acknowledged}, lost {len(outcome.lost)}")
    build(context(db), [folder])
    outcome.torn += [fault.code for fault in verify(context(db))]
    return outcome


def _one_round(modes: tuple[str, ...], db: Path, folder: Path, seed: str, wait: float) -> tuple[list[str], list[str]]:
    """What the editors had told by the time of the kill, and what workers died of before it."""
    workers = [_worker(mode, db, folder, f"{seed}-{place}") for place, mode in enumerate(modes)]
    for worker in workers:
        assert worker.stdout is not None
        worker.stdout.readline()
    time.sleep(wait)
    for worker in workers:
        worker.kill()
    said = [worker.communicate() for worker in workers]
    errors = [text for (_, text), worker in zip(said, workers, strict=True) if worker.returncode > 0]
    lines = [line for out, _ in said for line in out.splitlines(keepends=True)]
    return [line for line in lines if line.endswith("\n")], errors


def _worker(mode: str, db: Path, folder: Path, seed: str, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(WORKER), mode, str(db), str(folder), seed, *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _check(db: Path, said: list[str], outcome: Outcome) -> None:
    """Every event that was told is in the log, under its number; the file is whole."""
    try:
        outcome.torn += [f"{fault.code} {dict(fault.params)}" for fault in verify(context(db))]
        with context(db).reader() as reader:
            for line in said:
                number, why = line.split()
                with suppress(NotFoundError):
                    if reader.event(int(number)).why == why:
                        continue
                outcome.lost.append(line)
    except NotFoundError:  # killed before there was a database
        outcome.lost += said
    except StorageError as error:
        outcome.torn.append(error.code)


@dataclass(slots=True)
class Crowd:
    """What many editors of one concept did."""

    edits: int
    counted: int
    errors: list[str]
    seconds: float


def crowd(db: Path, folder: Path, edits: int = 1000, threads: int = 8, processes: int = 2) -> Crowd:
    """Threads and processes each add one to the same note, `edits` times in all; none may be lost, none refused."""
    with context(db).writer():
        pass
    counted(context(db), COUNTER)
    errors: list[str] = []
    each, rest = divmod(edits - 1, threads + processes)
    shares = [each + (place < rest) for place in range(threads + processes)]
    began = time.perf_counter()
    others = [_worker("count", db, folder, "0", str(share)) for share in shares[threads:]]

    def work(share: int) -> None:
        try:
            for _ in range(share):
                counted(context(db), COUNTER)
        except Exception as error:  # whatever an editor would have seen
            errors.append(repr(error))

    here = [threading.Thread(target=work, args=(share,)) for share in shares[:threads]]
    for thread in here:
        thread.start()
    for thread in here:
        thread.join()
    errors += [f"process left with {worker.returncode}" for worker in others if worker.communicate() and worker.wait()]
    with context(db).reader() as reader:
        said = reader.curation(COUNTER)
    return Crowd(edits, int(said.note) if said else 0, errors, time.perf_counter() - began)
