"""What a build reads: files, folders in sorted order, standard input; each under a name that stays."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import GlossaryError, InputError, NotFoundError
from glossary.model import Document
from glossary.service.context import HOUSE_FILE, Context
from glossary.views import Problem

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Source:
    """One input, read when asked for."""

    ctx: Context
    path: Path
    name: str

    def data(self) -> bytes:
        """Its bytes, one more than the limit at most; raises InputError("file-unreadable")."""
        most = self.ctx.policy.documents.largest + 1
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
    """The files that these paths name, each once, and what of the paths could not be read."""
    found: dict[str, Source] = {}
    errors: list[GlossaryError] = []
    for path in paths:
        for file in _files(path, ctx.db, errors):
            name = stable_name(file, ctx.db)
            found.setdefault(name, Source(ctx, file, name))
    problems = [Problem(str(error.params["path"]), error.code, tuple(error.params.items())) for error in errors]
    return list(found.values()), problems


def stable_name(path: Path, db: Path) -> str:
    """The path from the database's folder: the same wherever the build is started, and after both have moved."""
    if path == STANDARD_INPUT:
        return str(path)
    try:
        return Path(os.path.relpath(path.resolve(), db.resolve().parent)).as_posix()
    except ValueError:  # another drive
        return path.resolve().as_posix()


def missing(ctx: Context, paths: Sequence[Path], names: Iterable[str]) -> list[str]:
    """The documents of these folders whose file is gone; what was read from elsewhere is not looked at."""
    folders = [path.resolve() for path in paths if path.is_dir()]
    home = ctx.db.resolve().parent
    places = {name: Path(os.path.normpath(home / name)) for name in names if name != str(STANDARD_INPUT)}
    inside = (name for name, place in places.items() if any(place.is_relative_to(folder) for folder in folders))
    return sorted(name for name in inside if not places[name].exists())


def _files(path: Path, db: Path, errors: list[GlossaryError]) -> Iterator[Path]:
    if path == STANDARD_INPUT or path.is_file() or (path.exists() and not path.is_dir()):
        yield path
    elif path.is_dir():
        before, files = len(errors), list(_walk(path, db, errors))
        if not files and len(errors) == before:
            errors.append(NotFoundError("folder-empty", path=str(path)))
        yield from files
    else:
        errors.append(NotFoundError("file-missing", path=str(path)))


def _walk(path: Path, db: Path, errors: list[GlossaryError]) -> Iterator[Path]:
    """The files of a folder in sorted order: no hidden ones, no pipes, no locks of Word's, not the glossary's own."""

    def note(error: OSError) -> None:
        errors.append(InputError("file-unreadable", path=str(error.filename), detail=error.strerror))

    own = {db.resolve().with_name(db.name + end) for end in ("", "-wal", "-shm")} | {db.resolve().with_name(HOUSE_FILE)}
    for folder, folders, names in os.walk(path, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(folder, name) for name in sorted(names) if not name.startswith((".", "~$")))
        yield from (file for file in files if file.is_file() and file.resolve() not in own)
