"""What a build reads: files, folders in sorted order, standard input; each under a name that stays."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import GlossaryError, InputError, NotFoundError
from glossary.model import Document, Problem
from glossary.service.context import Context

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Source:
    """One input, read when asked for."""

    ctx: Context
    path: Path
    name: str

    def data(self) -> bytes:
        """Its bytes, one more than the limit at most; raises InputError("file-unreadable")."""
        most = self.ctx.policy.documents.max_bytes + 1
        if self.path == STANDARD_INPUT:
            return sys.stdin.buffer.read(most)
        try:
            with self.path.open("rb") as stream:
                return stream.read(most)
        except OSError as error:
            raise InputError("file-unreadable", path=str(self.path), detail=error.strerror) from error

    def document(self, data: bytes) -> Document:
        """The document that these bytes of it hold; raises InputError when they are no text."""
        read = self.ctx.stages.read(str(self.path) if self.path == STANDARD_INPUT else self.path.name, data)
        return dataclasses.replace(read, name=self.name, digest=hashlib.sha256(data).hexdigest())


def sources(ctx: Context, paths: Sequence[Path]) -> tuple[list[Source], list[Problem]]:
    """The files that these paths name, each once, and the paths that name nothing."""
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            for file in _files(path):
                name = stable_name(file, ctx.db)
                found.setdefault(name, Source(ctx, file, name))
        except GlossaryError as error:
            problems.append(Problem(str(path), error.code, tuple(error.params.items())))
    return list(found.values()), problems


def stable_name(path: Path, db: Path) -> str:
    """The path from the database's folder: the same wherever the build is started, and after both have moved."""
    if path == STANDARD_INPUT:
        return str(path)
    try:
        return Path(os.path.relpath(path.resolve(), db.resolve().parent)).as_posix()
    except ValueError:  # another drive
        return path.resolve().as_posix()


def _files(path: Path) -> Iterator[Path]:
    if path == STANDARD_INPUT:
        yield path
        return
    if not path.exists():
        raise NotFoundError("file-missing", path=str(path))
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))
