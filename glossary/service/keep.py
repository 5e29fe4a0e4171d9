"""Keeping the glossary: backups, bringing one back, and whether the database is whole."""

from __future__ import annotations

from pathlib import Path

from glossary.errors import ConflictError, InputError, NotFoundError
from glossary.service.context import Context
from glossary.views import Fault


def backup(ctx: Context, target: Path, *, replace: bool = False) -> None:
    """Copy the glossary to a new file while others use it; the copy has been verified when it appears.

    Raises ConflictError("backup-exists") for a file that is there, unless it may be replaced, and
    InputError("is-directory").
    """
    from glossary.store import copies

    if target.is_dir():
        raise InputError("is-directory", path=str(target))
    if target.exists() and (not replace or _same(target, ctx.db)):
        raise ConflictError("backup-exists", path=str(target))
    _refuse_no_folder(target)
    copies.backup(ctx.db, target)


def restore(ctx: Context, source: Path) -> Path | None:
    """Make the glossary what a backup holds, and hand back the file that keeps what it was, if it was.

    Raises StorageError("restore-damaged") for a backup that is not whole: then nothing has changed.
    """
    from glossary.store import copies

    if _same(source, ctx.db):
        raise ConflictError("restore-same", path=str(source))
    _refuse_no_folder(ctx.db)
    return copies.restore(source, ctx.db)


def upgrade(ctx: Context) -> Path | None:
    """Bring a database of an older version up to date; hand back the file that keeps what it was, if it was older."""
    from glossary.store import copies

    return copies.upgrade(ctx.db)


def verify(ctx: Context) -> list[Fault]:
    """Everything that is wrong with the database, the worst first; nothing where it is whole."""
    from glossary.store import copies

    return copies.verify(ctx.db)


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _refuse_no_folder(path: Path) -> None:
    if not path.absolute().parent.is_dir():
        raise NotFoundError("folder-missing", path=str(path.parent))


def holdings(ctx: Context) -> dict[str, int]:
    """How many events, concepts and documents there are."""
    with ctx.reader() as reader:
        concepts, documents, _ = reader.counts()
        return {"events": reader.last_event(), "concepts": concepts, "documents": documents}


def repair(ctx: Context) -> None:
    """Make all tables anew from the log, from documents and from what editors say, as one act.

    Raises StorageError("verify-chain") where the log itself cannot be trusted: that is for a backup.
    """
    from glossary.service.relink import relink

    with ctx.writer() as writer, writer.transaction():
        writer.replay_tables()
        relink(ctx, writer, writer.all_keys(), actor=ctx.who(), why="repair")
        writer.reindex()
