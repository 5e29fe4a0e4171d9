"""The folder that copies are written to: each file old or whole, what was there before kept aside."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from glossary.errors import ConflictError, InputError
from glossary.service.normalize_plan import FOLDER

_PART = "part"  # the one file that is being written; nothing is written under its own name


class Tree:
    """Writes below one folder; its hidden folder holds what is half done and what was replaced."""

    def __init__(self, out: Path) -> None:
        self.out = out.resolve()
        self.hidden = self.out / FOLDER

    def path(self, name: str) -> Path:
        """Where a file stands; raises ConflictError("normalize-symlink") where a link or the name leads elsewhere."""
        target = self.out
        for step in PurePosixPath(name).parts:
            if step in ("/", ".."):
                raise ConflictError("normalize-symlink", path=name)
            target = target / step
            if target.is_symlink():
                raise ConflictError("normalize-symlink", path=str(target))
        return target

    def digest(self, name: str) -> str | None:
        """The digest of a file as it stands, None where there is none; raises InputError("output-unwritable")."""
        path = self.path(name)
        with _coded(path):
            return digest_of(path.read_bytes()) if path.exists() else None

    def missing_folders(self, name: str) -> list[str]:
        """The folders that a file needs and that are not there yet, the outermost first."""
        above = [str(folder) for folder in PurePosixPath(name).parents if folder.name]
        return [folder for folder in reversed(above) if not self.path(folder).is_dir()]

    def put(self, name: str, data: bytes, like: Path | None = None) -> None:
        """Make a file hold these bytes, with the permissions of another; it holds the old or all of the new ones."""
        path = self.path(name)
        with _coded(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            part = self._part(data, like)
            os.replace(part, path)
            synced(path.parent)

    def keep(self, name: str, run: int) -> None:
        """Lay a copy of a file as it stands aside."""
        path = self.path(name)
        with _coded(path):
            data = path.read_bytes()
            kept = self.kept(run, digest_of(data), name)
            kept.parent.mkdir(parents=True, exist_ok=True)
            part = self._part(data, path)
            shutil.copystat(path, part)
            os.replace(part, kept)
            synced(kept.parent)

    def kept(self, run: int, digest: str, name: str) -> Path:
        """Where the file that stood under a name before a run is kept."""
        return self.hidden / str(run) / f"{digest[:32]}-{digest_of(name.encode(errors='surrogatepass'))[:32]}"

    def restore(self, name: str, run: int, digest: str) -> None:
        """Bring back what stood under a name before a run."""
        path = self.path(name)
        with _coded(path):
            os.replace(self.kept(run, digest, name), path)
            synced(path.parent)

    def remove(self, name: str) -> None:
        """Take a file away."""
        path = self.path(name)
        with _coded(path):
            path.unlink(missing_ok=True)

    def tidy(self, folders: Iterable[str] = ()) -> None:
        """Take away what was half done, and of these folders and the hidden one those that hold nothing."""
        with contextlib.suppress(OSError):
            (self.hidden / _PART).unlink()
        inside = [path for path in self.hidden.iterdir() if path.is_dir()] if self.hidden.is_dir() else []
        wanted = [self.out / folder for folder in folders]
        for folder in (*inside, self.hidden, *sorted(wanted, key=lambda path: -len(path.parts))):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _part(self, data: bytes, like: Path | None) -> Path:
        self.hidden.mkdir(parents=True, exist_ok=True)
        part = self.hidden / _PART
        part.unlink(missing_ok=True)
        with part.open("wb") as file:
            file.write(data)
            if like is not None:
                os.chmod(part, like.stat().st_mode & 0o777 | 0o600)
            file.flush()
            os.fsync(file.fileno())
        return part


def write_report(path: Path, data: bytes) -> None:
    """Write a file beside the tree, old or whole; what a kill leaves of it has one name, and the next try takes it."""
    part = path.with_name(f".{path.name}.part")
    with _coded(path):
        part.unlink(missing_ok=True)
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
        synced(path.parent)


def digest_of(data: bytes) -> str:
    """What stands for some bytes."""
    return hashlib.sha256(data).hexdigest()


def synced(folder: Path) -> None:
    """Have the names in a folder outlast a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _coded(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError("output-unwritable", path=str(path), detail=error.strerror or str(error)) from error
