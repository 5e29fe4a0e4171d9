"""Fix: the file with its changes, and how it differs."""

from __future__ import annotations

import difflib
from pathlib import Path

from glossary.edit import apply
from glossary.errors import InputError
from glossary.model import ChangeSet
from glossary.service.check import Checked
from glossary.service.context import Context
from glossary.service.outfile import write_bytes


def fixed(
    ctx: Context, checked: Checked, data: bytes, changes: ChangeSet, *, track: bool = False, author: str = ""
) -> bytes:
    """The bytes of a file with the changes in it, everything else as it was; raises what documents.write raises."""
    from glossary.documents.write_back import write

    return write(data, checked.doc, changes, track=track, author=author, date=ctx.clock(), limits=ctx.policy.documents)


def save(path: Path, data: bytes) -> None:
    """Write a fixed file: old or whole, never half."""
    write_bytes(path, [data])


def difference(checked: Checked, changes: ChangeSet) -> str:
    """The changes as a unified diff of the text's lines, "" for none."""
    before = checked.doc.text
    after, name = apply(before, changes), checked.path.lstrip("/")
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}", n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def same_place(path: str, out: Path) -> bool:
    """Whether a file is to be written over itself."""
    return path != "-" and Path(path).exists() and out.exists() and Path(path).samefile(out)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; raises InputError("file-unreadable")."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError("file-unreadable", path=str(path), detail=error.strerror or str(error)) from error
