"""Documents that were forgotten: their texts are kept aside, so that each can come back as it was."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.errors import NotFoundError
from glossary.model import Document

if TYPE_CHECKING:
    from glossary.store.reader import Reader
    from glossary.store.writer import Writer

_SHELF = "forgotten:"  # begins the name under which a forgotten document is kept
_KEPT = ("name", "text", "digest", "encoding", "title", "issue", "date")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A document that was forgotten, and the event that tells of it."""

    document: Document
    event: int


def shelve(writer: Writer, name: str, event: int) -> None:
    """Keep the text of a document that is about to be forgotten."""
    stored = next((doc for _, doc in writer.document_texts() if doc.name == name), None)
    if stored is not None:
        said = {field: getattr(stored, field) for field in _KEPT}
        packed = zlib.compress(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        writer.put_blob(_SHELF + name, str(event), packed)


def unshelve(writer: Writer, name: str) -> None:
    """Keep a document aside no longer."""
    writer.drop_blob(_SHELF + name)


def forgotten(reader: Reader) -> list[Forgotten]:
    """All that is kept aside, what was forgotten last first."""
    found = [_unpacked(int(event), data) for _, event, data in reader.blobs(_SHELF)]
    return sorted(found, key=lambda one: -one.event)


def shelved(reader: Reader, name: str) -> Forgotten:
    """One document that is kept aside; raises NotFoundError("document-unknown")."""
    kept = reader.blob(_SHELF + name)
    if kept is None:
        raise NotFoundError("document-unknown", document=name)
    return _unpacked(int(kept[0]), kept[1])


def _unpacked(event: int, data: bytes) -> Forgotten:
    said = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return Forgotten(Document(**said), event)
