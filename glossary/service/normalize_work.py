"""Files through the check and back, one after the other or by several processes at once."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

from glossary import errors
from glossary.errors import ConflictError, GlossaryError, InputError, StorageError
from glossary.service.context import Context, now
from glossary.service.normalize import normalize_with
from glossary.service.normalize_plan import Item
from glossary.service.normalize_wire import FileRecord, done, undone

if TYPE_CHECKING:
    from glossary.store.reader import Reader

Outcome = tuple[FileRecord, bytes]
_SPAWN = multiprocessing.get_context("spawn")  # the same on every system, and nothing of the parent's is inherited


def work(ctx: Context, reader: Reader, items: Iterable[Item], jobs: int) -> Iterator[Outcome]:
    """What becomes of each file, in any order; each process stands on the same state of the glossary.

    Raises StorageError, and ConflictError("normalize-moved") where somebody edited the glossary meanwhile.
    """
    wanted = list(items)
    if jobs <= 1 or len(wanted) <= 1:
        return (one(ctx, reader, item) for item in wanted)
    return _Pool(ctx, state(reader)).run(wanted, min(jobs, len(wanted)))


def state(reader: Reader) -> tuple[str, int]:
    """What stands for all that a check reads of the glossary: its last event, and its concepts."""
    return reader.revision(), reader.last_event()


def one(ctx: Context, reader: Reader, item: Item) -> Outcome:
    """What becomes of one file; whatever is wrong with it, the next one gets its turn."""
    data: bytes | None = None
    try:
        data = read(ctx, item)
        found = normalize_with(ctx, reader, item.name, data)
        return done(item.name, data, found), found.data
    except StorageError:
        raise
    except GlossaryError as error:
        return undone(item.name, "skipped" if error.code == "not-writable" else "failed", error, data), b""
    except MemoryError:
        return undone(item.name, "failed", GlossaryError("out-of-memory"), data), b""
    except Exception as error:  # a fault of the program's own: told, and the other files are done
        told = GlossaryError("internal", detail=f"{type(error).__name__}: {error}")
        return undone(item.name, "failed", told, data), b""


def read(ctx: Context, item: Item) -> bytes:
    """The bytes of an input, one more than the limit at most; raises InputError("file-unreadable")."""
    try:
        with item.source.open("rb") as stream:
            return stream.read(ctx.policy.documents.largest + 1)
    except OSError as error:
        raise InputError("file-unreadable", path=item.name, detail=error.strerror or str(error)) from error


class _Pool:
    """Processes that are handed one file at a time; one that dies costs its file alone, and none outlives its parent.

    A pool of the standard library would wait for ever for the next task of a parent that was killed; here each process
    has a pipe of its own, which ends with the parent.
    """

    def __init__(self, ctx: Context, expected: tuple[str, int]) -> None:
        self._ctx = replace(ctx, stages=type(ctx.stages)(ctx.policy.documents), clock=now)  # type: ignore[call-arg]
        self._expected = expected
        self._busy: dict[Connection, tuple[SpawnProcess, Item]] = {}

    def run(self, items: Sequence[Item], jobs: int) -> Iterator[Outcome]:
        waiting = list(reversed(items))
        try:
            for _ in range(jobs):
                self._hire(waiting.pop())
            while self._busy:
                for ready in wait(list(self._busy)):
                    assert isinstance(ready, Connection)
                    yield self._answer(ready, waiting)
        finally:
            self._dismiss()

    def _hire(self, item: Item) -> None:
        mine, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self._ctx, self._expected), daemon=True)
        process.start()
        theirs.close()
        self._busy[mine] = (process, item)
        with suppress(OSError):
            mine.send(item)

    def _answer(self, ready: Connection, waiting: list[Item]) -> Outcome:
        process, item = self._busy[ready]
        try:
            kind, record, data = ready.recv()
        except (EOFError, OSError):
            self._leave(ready)
            if waiting:
                self._hire(waiting.pop())
            error = GlossaryError("worker-died", path=item.name, status=process.exitcode)
            return undone(item.name, "failed", error, None), b""
        if kind != "done":
            raise getattr(errors, kind)(record["code"], **record["params"])
        if waiting:
            self._busy[ready] = (process, waiting.pop())
            with suppress(OSError):
                ready.send(self._busy[ready][1])
        else:
            self._leave(ready)
        return record, data

    def _leave(self, ready: Connection) -> None:
        process, _ = self._busy.pop(ready)
        ready.close()
        process.join()

    def _dismiss(self) -> None:
        for ready, (process, _) in list(self._busy.items()):
            process.terminate()
            self._leave(ready)


def _serve(pipe: Connection, ctx: Context, expected: tuple[str, int]) -> None:
    """Answer for one file after the other until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends the pipe
    with suppress(EOFError, OSError):
        try:
            with ctx.reader() as reader:
                if state(reader) != expected:
                    raise ConflictError("normalize-moved", path=str(ctx.db))
                while True:
                    pipe.send(("done", *one(ctx, reader, pipe.recv())))
        except GlossaryError as error:
            pipe.send((type(error).__name__, {"code": error.code, "params": error.params}, b""))
