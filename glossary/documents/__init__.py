"""Bytes to documents and back: what is text, in which format and encoding, which issue, in which blocks."""

from typing import TYPE_CHECKING

from glossary.documents.read import read_document, read_path, read_stream

if TYPE_CHECKING:
    from glossary.documents.write_back import sift, write

__all__ = ["read_document", "read_path", "read_stream", "sift", "write"]


def __getattr__(name: str) -> object:
    """What writes is loaded when something is written: reading alone needs none of it."""
    if name in ("sift", "write"):
        from glossary.documents import write_back

        return getattr(write_back, name)
    raise AttributeError(name)
