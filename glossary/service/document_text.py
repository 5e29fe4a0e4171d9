"""The text of a stored document line by line, each name in it leading to its concept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.service.context import Context
from glossary.views import DocumentSummary

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line; with the concept that it names, where it names one."""

    text: str
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, numbered from 1."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document with all its lines."""

    summary: DocumentSummary
    lines: tuple[Line, ...]


def document_text(ctx: Context, document_id: str) -> DocumentText:
    """The text of a document with its names marked; raises NotFoundError("document-missing")."""
    with ctx.reader() as reader:
        summary = reader.document(document_id)
        text = reader.text(document_id)
        spans = [(one.ko_start, one.ko_end, concept) for concept, one in reader.mentions_of_document(document_id)]
        bare = [(one.start, one.end, home) for home, one in reader.bare_of_document(document_id) if home]
    return DocumentText(summary, tuple(marked_lines(text, [*spans, *bare])))


def marked_lines(text: str, spans: Sequence[Span]) -> Iterator[Line]:
    """A text in lines, cut where names begin and end; of two names that overlap the first is marked.

    >>> [line.pieces for line in marked_lines("펑자오는\\r\\n왔다", [(0, 3, "c1")])]
    [(Piece(text='펑자오', concept='c1'), Piece(text='는', concept='')), (Piece(text='왔다', concept=''),)]
    """
    left = sorted(spans)
    at = 0
    for number, found in enumerate((line for line in _LINE.finditer(text) if line[0]), start=1):
        pieces: list[Piece] = []
        done, end = found.start(), found.start() + len(found[0].rstrip("\r\n"))
        while at < len(left) and left[at][0] < found.end():
            start, stop, concept = left[at]
            at += 1
            if start >= done:
                pieces += [Piece(text[done:start]), Piece(text[start : min(stop, end)], concept)]
                done = min(stop, end)
        pieces.append(Piece(text[done:end]))
        yield Line(number, tuple(piece for piece in pieces if piece.text))
