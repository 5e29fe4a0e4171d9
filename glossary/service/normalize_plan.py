"""What is to be normalized, and where each copy goes: every file once, no two to one place, no original in reach."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from glossary.errors import ConflictError, GlossaryError, InputError, NotFoundError
from glossary.service.context import HOUSE_FILE
from glossary.views import Problem

FOLDER = ".glossary-normalize"


@dataclass(frozen=True, slots=True)
class Item:
    """One input and the path of its copy below the output's folder."""

    source: Path
    name: str  # with slashes, on every system


@dataclass(frozen=True, slots=True)
class Plan:
    """The inputs in the order of their names, what is passed over, and what could not be found."""

    items: tuple[Item, ...]
    skipped: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def plan(paths: Sequence[Path], out: Path | None, db: Path, report: Path | None = None) -> Plan:
    """What these paths hold; hidden files and the glossary's own are no documents, linked folders are not entered.

    Raises ConflictError: normalize-collision, normalize-inside, normalize-original, normalize-report.
    """
    found: list[Item] = []
    skipped: list[Problem] = []
    errors: list[GlossaryError] = []
    for path in paths:
        found += _items(path, _own(db), skipped, errors)
    items = _distinct(found)
    folders = [path for path in paths if path.is_dir()]
    if out is not None:
        _refuse_reach(items, folders, out)
        if report is not None:
            _refuse_report(items, folders, out, report)
    problems = [Problem(str(error.params["path"]), error.code, tuple(error.params.items())) for error in errors]
    return Plan(tuple(items), tuple(skipped), tuple(problems))


def key(name: str) -> str:
    """What two names share that one file system or another takes for the same.

    >>> key("A/가.txt") == key("a/가.TXT")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _own(db: Path) -> set[Path]:
    return {db.resolve().with_name(db.name + end) for end in ("", "-wal", "-shm")} | {
        db.resolve().with_name(HOUSE_FILE)
    }


def _items(path: Path, own: set[Path], skipped: list[Problem], errors: list[GlossaryError]) -> Iterator[Item]:
    if path.is_dir():
        before, items = len(errors) + len(skipped), list(_walk(path, own, skipped, errors))
        if not items and len(errors) + len(skipped) == before:
            errors.append(NotFoundError("folder-empty", path=str(path)))
        yield from items
    elif path.is_file():
        yield Item(path, path.name)
    elif path.exists():
        errors.append(InputError("file-unreadable", path=str(path), detail="no regular file"))
    else:
        errors.append(NotFoundError("file-missing", path=str(path)))


def _walk(top: Path, own: set[Path], skipped: list[Problem], errors: list[GlossaryError]) -> Iterator[Item]:
    def note(error: OSError) -> None:
        errors.append(InputError("file-unreadable", path=str(error.filename), detail=error.strerror))

    for folder, folders, names in os.walk(top, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [name for name in folders if Path(folder, name).is_symlink()]:
            told = Path(folder, name).relative_to(top).as_posix()
            skipped.append(Problem(told, "normalize-link", (("path", told),)))
        for name in sorted(name for name in names if not name.startswith((".", "~$"))):
            path = Path(folder, name)
            if not path.exists():  # a link to nowhere
                errors.append(NotFoundError("file-missing", path=str(path)))
            elif path.is_file() and path.resolve() not in own:
                yield Item(path, path.relative_to(top).as_posix())


def _distinct(items: Sequence[Item]) -> list[Item]:
    """Each file once, in the order of the names; raises ConflictError where two would become one."""
    taken: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: item.name):
        other = taken.setdefault(key(item.name), item)
        if other is not item and (other.name != item.name or not other.source.samefile(item.source)):
            _collide(other, item)
    for item in taken.values():
        for above in PurePosixPath(item.name).parents:
            if (above_ := taken.get(key(str(above)))) is not None:
                _collide(above_, item)
        if key(PurePosixPath(item.name).parts[0]) == FOLDER:
            raise ConflictError("normalize-collision", path=str(item.source), other=FOLDER)
    return list(taken.values())


def _collide(one: Item, other: Item) -> None:
    raise ConflictError("normalize-collision", path=str(one.source), other=str(other.source))


def _refuse_reach(items: Sequence[Item], folders: Sequence[Path], out: Path) -> None:
    """No copy may land on an original, or in a folder of originals, by whatever way."""
    place = out.resolve()
    for folder in folders:
        if place.is_relative_to(folder.resolve()):
            raise ConflictError("normalize-inside", out=str(out), path=str(folder))
    originals = {key(str(item.source.resolve())) for item in items}
    homes = [folder.resolve() for folder in folders]
    for item in items:
        target = Path(os.path.normpath(place / item.name))
        if key(str(target)) in originals or any(_within(target, home) for home in homes):
            raise ConflictError("normalize-original", out=str(out), path=str(target))


def _within(path: Path, folder: Path) -> bool:
    return any(key(str(above)) == key(str(folder)) for above in path.parents)


def _refuse_report(items: Sequence[Item], folders: Sequence[Path], out: Path, report: Path) -> None:
    place, base = report.resolve(), out.resolve()
    taken = {key(str(item.source.resolve())) for item in items} | {key(str(base / item.name)) for item in items}
    if (
        place.is_dir()
        or key(str(place)) in taken
        or any(_within(place, folder.resolve()) for folder in folders)
        or _within(place, base / FOLDER)
    ):
        raise ConflictError("normalize-report", path=str(report))
