"""Undo of a batch: its copies go, what they replaced comes back, unless somebody has worked on them since."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glossary.errors import ConflictError, InputError, NotFoundError
from glossary.service.normalize_journal import NAME, read_journal
from glossary.service.normalize_report import FORM
from glossary.service.normalize_tree import Tree, digest_of

_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Undone:
    """How many copies were taken away, and how many files came back."""

    removed: int
    restored: int


@dataclass(frozen=True, slots=True)
class _Copy:
    """One output and what stood there before it."""

    name: str
    output: str
    before: str | None


@dataclass(frozen=True, slots=True)
class _Done:
    """A batch as its report or its journal tells of it."""

    tree: Tree
    run: int
    made: bool
    copies: tuple[_Copy, ...]
    folders: tuple[str, ...]


def undo(report: Path, out: Path | None = None) -> Undone:
    """Take back what a report (or the journal of an interrupted batch) tells of; all of it or nothing.

    Raises NotFoundError("file-missing"), InputError("report-invalid"), ConflictError: undo-changed names the files that
    somebody has changed since, undo-lost those whose earlier state is gone, normalize-unfinished a batch in between.
    """
    done = _read(report, out)
    journal = done.tree.hidden / NAME
    if journal.exists() and not (report.exists() and report.samefile(journal)):
        raise ConflictError("normalize-unfinished", path=str(journal))
    wanted = _wanted(done)
    for copy in wanted:
        if copy.before is None:
            done.tree.remove(copy.name)
        else:
            done.tree.restore(copy.name, done.run, copy.before)
    if report.resolve().is_relative_to(done.tree.hidden):
        report.unlink()
    done.tree.tidy([*done.folders, *(["."] if done.made else [])])
    restored = sum(copy.before is not None for copy in wanted)
    return Undone(len(wanted) - restored, restored)


def _wanted(done: _Done) -> list[_Copy]:
    """What is still to be taken back: an undo that was interrupted goes on."""
    wanted, changed, lost = [], [], []
    for copy in done.copies:
        now = done.tree.digest(copy.name)
        if now == copy.before:
            continue
        if now != copy.output:
            changed.append(copy.name)
        elif copy.before is not None and not _kept(done, copy, copy.before):
            lost.append(copy.name)
        wanted.append(copy)
    for code, names in (("undo-changed", changed), ("undo-lost", lost)):
        if names:
            raise ConflictError(code, path=", ".join(names))
    return wanted


def _kept(done: _Done, copy: _Copy, before: str) -> bool:
    path = done.tree.kept(done.run, before, copy.name)
    return path.is_file() and digest_of(path.read_bytes()) == before


def _read(path: Path, out: Path | None) -> _Done:
    try:
        if path.name == NAME:
            head, records = read_journal(path)
            return _done(out or path.resolve().parent.parent, head, records.values())
        value = json.loads(path.read_text(encoding="utf-8"))
        if value["form"] != FORM:
            raise ValueError(value["form"])
        return _done(out or path.resolve().parent / value["out"], value, value["files"])
    except FileNotFoundError as error:
        raise NotFoundError("file-missing", path=str(path)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("report-invalid", path=str(path), detail=f"{type(error).__name__}: {error}") from error


def _done(out: Path, head: Mapping[str, Any], files: Iterable[Mapping[str, Any]]) -> _Done:
    """Raises ValueError for what no batch writes: a report is a file that anybody may have edited."""
    listed = list(files)
    copies = tuple(_Copy(one["file"], one["output"], one["before"]) for one in listed if one["output"] is not None)
    digests = [digest for copy in copies for digest in (copy.output, copy.before) if digest is not None]
    if type(head["run"]) is not int or not all(map(_DIGEST.fullmatch, digests)):
        raise ValueError(head["run"])
    folders = tuple(dict.fromkeys(folder for one in listed for folder in one["folders"]))
    tree = Tree(out)
    for name in (*folders, *(copy.name for copy in copies)):
        tree.path(name)
    return _Done(tree, head["run"], bool(head["made"]), copies, folders)
