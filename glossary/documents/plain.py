"""Plain text with a map to its bytes: line by line, in whatever encoding it came."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.documents.blocks import blocks
from glossary.documents.decode import Decoded
from glossary.documents.pieces import Piece, Source

PART = "text"


def read_plain(found: Decoded, data: bytes) -> Source:
    """The decoded text as a source: the text itself, line ends and all."""
    return Source(found.text, blocks(found.text), (), {PART: data}, charset=found.encoding)


def text_pieces(text: str, data: bytes, charset: str) -> tuple[Piece, ...]:
    """The map of a text, made when something is to be written: each line with its bytes."""
    return tuple(_pieces(text, data, charset))


def _pieces(text: str, data: bytes, charset: str) -> Iterator[Piece]:
    lines = text.split("\n")
    place = len(data) - sum(len(raw) for raw in _raws(lines, charset))  # what is left over is the byte-order mark
    at = 0
    for line, raw in zip(lines, _raws(lines, charset), strict=True):
        whole = line + "\n" if at + len(line) < len(text) else line
        if whole:
            plain = data[place : place + len(raw)] == raw
            yield Piece(whole, PART, place, place + len(raw), plain, at=at)
        place += len(raw)
        at += len(whole)


def _raws(lines: list[str], charset: str) -> Iterator[bytes]:
    for number, line in enumerate(lines):
        yield (line if number == len(lines) - 1 else f"{line}\n").encode(charset)
