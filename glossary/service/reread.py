"""One stored document at a time: read again, forgotten, and brought back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import ConflictError
from glossary.model import Document
from glossary.service.build import reading
from glossary.service.context import Context
from glossary.service.shelf import Forgotten, shelved, unshelve
from glossary.service.shelf import forgotten as on_shelf
from glossary.service.sources import Source

if TYPE_CHECKING:
    from glossary.store.usage import Usage


def file_of(ctx: Context, name: str) -> Path | None:
    """The file that a document was read from, where it still is."""
    path = ctx.db.absolute().parent / name
    return path if name != "-" and path.is_file() else None


def read_again(ctx: Context, document_id: str) -> str:
    """Read a document anew, from its file where that still is, else from the text that was kept; hand back its id.

    Raises NotFoundError("document-missing"), and what reading its file raises: then nothing has changed.
    """
    with ctx.reader() as reader:
        name = reader.document(document_id).name
        doc = next(stored for _, stored in reader.document_texts([int(document_id)]))
    path = file_of(ctx, name)
    if path is not None:
        source = Source(ctx, path, name)
        doc = source.document(source.data())
    return _read(ctx, doc)


def forget(ctx: Context, document_id: str, *, why: str = "") -> int:
    """Take a document, and all that it alone spoke for, out of the glossary; hand back the event.

    Its text is kept aside. Raises NotFoundError("document-missing").
    """
    with ctx.reader() as reader:
        name = reader.document(document_id).name
    with ctx.writer() as writer, reading(ctx, writer) as desk:
        return desk.forget([name], actor=ctx.who(), why=why)


def forgotten(ctx: Context) -> list[Forgotten]:
    """The documents that can be brought back, what was forgotten last first."""
    with ctx.reader() as reader:
        return on_shelf(reader)


def bring_back(ctx: Context, name: str) -> str:
    """Read a forgotten document in again as it was; hand back its id.

    Raises NotFoundError("document-unknown"), ConflictError("document-known") where its name has been read since.
    """
    with ctx.reader() as reader:
        kept = shelved(reader, name)
        if _named(reader, name):
            raise ConflictError("document-known", name=name)
    return _read(ctx, kept.document)


def _read(ctx: Context, doc: Document) -> str:
    with ctx.writer() as writer:
        with reading(ctx, writer) as desk:
            desk.take_again(doc)
        with writer.transaction():
            unshelve(writer, doc.name)
        return _named(writer, doc.name)


def _named(store: Usage, name: str) -> str:
    """The id of the document of a name; empty where none has it."""
    return next((str(number) for number, doc in store.document_texts() if doc.name == name), "")
