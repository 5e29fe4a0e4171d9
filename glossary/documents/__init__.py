"""Bytes to documents: what is text, in which encoding, which issue of which date, in which blocks."""

from glossary.documents.read import read_document, read_path, read_stream

__all__ = ["read_document", "read_path", "read_stream"]
