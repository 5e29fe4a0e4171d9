"""For each format that is written back, how: one face for all of them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from glossary.documents.pieces import Piece, Source
from glossary.documents.splice import Dialect, Splice, Touch
from glossary.documents.track import Author
from glossary.errors import InputError
from glossary.model import Document
from glossary.policy import DocumentsPolicy


class Writable(Dialect, Protocol):
    """A file that takes edits."""

    parts: Mapping[str, bytes]
    pieces: Sequence[Piece]
    twins: Sequence[Piece]

    def track(self, touches: Sequence[Touch], new: str, author: Author) -> Iterator[Splice]:
        """Splices that leave the old text and put the new one beside it, each signed."""

    def settle(self, pieces: Sequence[Piece]) -> Iterator[Splice]:
        """Splices that the neighbourhood of the edited pieces needs."""

    def finish(self) -> Iterator[Splice]:
        """Splices that the document needs once."""

    def packed(self, parts: Mapping[str, bytes]) -> bytes:
        """The file with these parts in place of its own."""


def dialect_of(doc: Document, data: bytes, source: Source, limits: DocumentsPolicy, track: bool) -> Writable:
    """The writer for a document's format; raises InputError("edit-unwritable") for bytes that do not map back."""
    if doc.format == "docx":
        from glossary.documents.docx_write import WordDialect
        from glossary.documents.zipped import open_package

        return WordDialect(source, open_package(doc.name, data, limits))
    if doc.format == "hwpx":
        from glossary.documents.hwpx_write import HangulDialect
        from glossary.documents.zipped import open_package

        return HangulDialect(source, open_package(doc.name, data, limits), track=track)
    return TextDialect(doc, data, source)


class TextDialect:
    """Plain text, Markdown and HTML: one part, the file itself."""

    twins: Sequence[Piece] = ()

    def __init__(self, doc: Document, data: bytes, source: Source) -> None:
        self.charset = source.charset
        self._page = doc.format == "html"
        self._path = doc.name
        self.parts = source.parts
        self.pieces: Sequence[Piece] = source.pieces
        if not self._page:
            from glossary.documents.plain import text_pieces

            self.pieces = text_pieces(source.text, data, source.charset)

    def render(self, text: str, piece: Piece) -> bytes:
        """Characters in the file's encoding; a page names those that it lacks, a plain text cannot."""
        if self._page:
            shown = html.escape(text, quote=False).replace("\n", "<br>")
            return shown.encode(self.charset, "xmlcharrefreplace")
        try:
            return text.encode(self.charset)
        except UnicodeEncodeError as error:
            lacking = text[error.start : error.end]
            raise InputError("unencodable", path=self._path, text=lacking, encoding=self.charset) from error

    def track(self, touches: Sequence[Touch], new: str, author: Author) -> Iterator[Splice]:
        """No text has tracked changes."""
        raise InputError("not-trackable", path=self._path, kind="text")

    def settle(self, pieces: Sequence[Piece]) -> Iterator[Splice]:
        """Blanks of a page that were not shown, because one stood before them, go with it."""
        for piece in {id(piece): piece for piece in pieces}.values():
            for start, end in piece.host if isinstance(piece.host, tuple) else ():
                yield Splice(piece.part, start, end, b"")

    def finish(self) -> Iterator[Splice]:
        """Nothing."""
        return iter(())

    def packed(self, parts: Mapping[str, bytes]) -> bytes:
        """The one part."""
        return next(iter(parts.values()))
