"""A new issue from the page: kept as a file beside the database, and read into the glossary."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path, PurePosixPath

from glossary.errors import ConflictError, InputError
from glossary.service.build import build
from glossary.service.context import Context
from glossary.service.sources import stable_name

FOLDER = "uploads"  # beside the database: a build of that folder reads the same files
LONGEST = 200  # bytes of a name in UTF-8: file systems take 255, and it is written under a longer one first
_UNFIT = frozenset('<>:"|?*')  # what some systems refuse


def take_in(ctx: Context, given: str, data: bytes, *, replace: bool = False) -> str:
    """Keep an uploaded file and read it; hand back the id of the document, an older one's where it is known already.

    Raises InputError("upload-name", "upload-unwritten") and what reading raises, and ConflictError("upload-exists")
    where another file has that name and is not to be replaced.
    """
    target = ctx.db.absolute().parent / FOLDER / file_name(given)
    ctx.stages.read(target.name, data)  # what cannot be read is refused before anything is written
    before = target.read_bytes() if target.is_file() else None
    if before not in (None, data) and not replace:
        raise ConflictError("upload-exists", name=target.name)
    _write(target, data)
    for problem in build(ctx, [target]).problems:
        if before is None:
            target.unlink(missing_ok=True)
        else:
            _write(target, before)  # what the glossary was read from stays what lies there
        raise InputError(problem.code, **{**dict(problem.params), "path": target.name})
    return _id_of(ctx, target, hashlib.sha256(data).hexdigest())


def file_name(given: str) -> str:
    """The name under which an upload is kept: no folders, no hidden file; raises InputError("upload-name").

    >>> file_name("C:/issues/261호.docx"), file_name("../.env")
    ('261호.docx', 'env')
    """
    last = PurePosixPath(unicodedata.normalize("NFC", given).replace("\\", "/")).name.strip().lstrip(".~$")
    stem, dot, ending = last.rpartition(".")
    if not last.isprintable():  # what UTF-8 cannot write is not printable either
        raise InputError("upload-name", name="…")
    room = max(4, LONGEST - len(ending.encode()) - 1)
    name = f"{stem.encode()[:room].decode(errors='ignore')}{dot}{ending}" if stem else last
    if not name or len(name.encode()) > LONGEST or _UNFIT & set(name):
        raise InputError("upload-name", name=given[:LONGEST])
    return name


def _write(target: Path, data: bytes) -> None:
    """The whole file or none of it."""
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(exist_ok=True)
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError("upload-unwritten", name=target.name, detail=error.strerror or str(error)) from error


def _id_of(ctx: Context, target: Path, digest: str) -> str:
    name = stable_name(target, ctx.db)
    with ctx.reader() as reader:
        known = {one.name: one.id for one in reader.documents()}
        if name in known:
            return known[name]
        return next(str(number) for number, doc in reader.document_texts() if doc.digest == digest)
