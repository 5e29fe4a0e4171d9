"""The journal of a batch: one line for each file, told before its copy appears, so that a killed batch goes on."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from glossary.errors import ConflictError, InputError
from glossary.service.normalize_tree import Tree, synced
from glossary.service.normalize_wire import FileRecord

NAME = "journal.jsonl"
Settings = dict[str, str | int]


@dataclass(slots=True)
class Journal:
    """An open journal, locked against a second batch; `records` has the last word on each file."""

    path: Path
    run: int
    made: bool  # whether the batch made the output's folder
    stream: BinaryIO
    records: dict[str, FileRecord] = field(default_factory=dict)

    def append(self, record: FileRecord) -> None:
        """Have a line outlast whatever comes next."""
        self.stream.write(_line(record))
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.records[record["file"]] = record

    def close(self) -> None:
        """Leave the journal as it is: the batch can go on."""
        self.stream.close()

    def finish(self) -> None:
        """The batch is done: the journal goes."""
        self.stream.close()
        self.path.unlink(missing_ok=True)


def open_journal(tree: Tree, settings: Settings, *, resume: bool) -> Journal:
    """The journal of a new batch, or with `resume` of the one that was interrupted, if there is any.

    Raises ConflictError: normalize-unfinished (there is one), normalize-other (of other settings), normalize-running.
    """
    made = not tree.out.is_dir()
    path = tree.hidden / NAME
    try:
        tree.hidden.mkdir(parents=True, exist_ok=True)
        stream = path.open("a+b")
    except OSError as error:
        raise InputError("output-unwritable", path=str(path), detail=error.strerror or str(error)) from error
    try:
        _lock(stream, path)
        return _opened(tree, path, stream, settings, made=made, resume=resume)
    except BaseException:
        stream.close()
        raise


def read_journal(path: Path) -> tuple[Settings, dict[str, FileRecord]]:
    """The settings of a batch and what it did, by file; a line that was cut short does not count.

    Raises InputError("report-invalid").
    """
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
        head, *records = [json.loads(line) for line in lines] or [{}]
        return head, {record["file"]: record for record in records}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("report-invalid", path=str(path), detail=str(error)) from error


def _opened(tree: Tree, path: Path, stream: BinaryIO, settings: Settings, *, made: bool, resume: bool) -> Journal:
    head, records = read_journal(path)
    if not head:  # new, or killed while its first line was written
        runs = [int(entry.name) for entry in tree.hidden.iterdir() if entry.name.isdigit()]
        head = {**settings, "run": max(runs, default=0) + 1, "made": int(made)}
        stream.truncate(0)
        stream.write(_line(head))
        stream.flush()
        os.fsync(stream.fileno())
        synced(tree.hidden)
    elif not resume:
        raise ConflictError("normalize-unfinished", path=str(path))
    else:
        other = [name for name, value in settings.items() if head.get(name) != value]
        if other:
            raise ConflictError("normalize-other", path=str(path), what=", ".join(other))
        stream.truncate(path.read_bytes().rfind(b"\n") + 1)
    return Journal(path, int(head["run"]), bool(head["made"]), stream, records)


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _lock(stream: BinaryIO, path: Path) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ConflictError("normalize-running", path=str(path)) from error
