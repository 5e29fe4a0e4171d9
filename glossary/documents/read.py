"""A file, a stream or bytes to a Document."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from glossary.documents.load import load
from glossary.documents.masthead import Masthead, masthead
from glossary.errors import InputError, NotFoundError
from glossary.model import Document
from glossary.policy import DocumentsPolicy, load_policy


def read_document(name: str, data: bytes, limits: DocumentsPolicy | None = None) -> Document:
    """Decode `data` and find its masthead and blocks; `name` shows in messages and may tell issue and date.

    The format is told by the bytes. Raises InputError: empty-file, not-text, undecodable, file-too-large and, for
    packages and PDF, what glossary.documents.load says.

    >>> doc = read_document("260.txt", "주간 중국 창업\\n제 260 호 (2021. 12. 22)\\n".encode("cp949"))
    >>> doc.encoding, doc.title, doc.issue, doc.date
    ('cp949', '주간 중국 창업', 260, '2021-12-22')
    """
    limits = limits or load_policy().documents
    kind, source = load(name, data, limits)
    if not source.text.strip():
        raise InputError("empty-file", path=name)
    head = masthead(source.text, name)
    if source.head and (head.issue is None or head.date is None):
        margin = masthead(source.head)
        head = Masthead(
            head.title,
            head.issue if head.issue is not None else margin.issue,
            head.date or margin.date,
        )
    return Document(
        name=name,
        text=source.text,
        digest=hashlib.sha256(data).hexdigest(),
        encoding=source.charset,
        blocks=source.blocks,
        title=head.title,
        issue=head.issue,
        date=head.date,
        format=kind,
        kept=source.kept,
    )


def read_path(path: Path | str, limits: DocumentsPolicy | None = None) -> Document:
    """Read one file; its document is named by the last part of the path.

    Raises NotFoundError("file-missing"), InputError("is-directory", "file-unreadable") and what read_document raises.
    """
    limits = limits or load_policy().documents
    path = Path(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(limits.largest + 1)
    except FileNotFoundError as error:
        raise NotFoundError("file-missing", path=str(path)) from error
    except IsADirectoryError as error:
        raise InputError("is-directory", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise InputError("file-unreadable", path=str(path), detail=_reason(error)) from error
    return read_document(path.name, data, limits)


def read_stream(stream: BinaryIO, name: str = "-", limits: DocumentsPolicy | None = None) -> Document:
    """Read standard input or another open stream to its end, never more than the limit."""
    limits = limits or load_policy().documents
    try:
        data = stream.read(limits.largest + 1)
    except OSError as error:
        raise InputError("file-unreadable", path=name, detail=_reason(error)) from error
    return read_document(name, data, limits)


def _reason(error: Exception) -> str:
    number = getattr(error, "errno", None)
    return os.strerror(number) if number else str(error)
