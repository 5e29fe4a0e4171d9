"""Edits of a text to splices of bytes: each lands in the pieces that wrote what it replaces, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from glossary.documents.pieces import Piece, overlapping
from glossary.errors import InputError
from glossary.model import Edit


@dataclass(frozen=True, slots=True)
class Splice:
    """Bytes of a part to be replaced; an empty stretch is an insertion."""

    part: str
    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class Touch:
    """The characters `first` to `last` of a piece, which an edit replaces."""

    piece: Piece
    first: int
    last: int


class Dialect(Protocol):
    """How a format writes characters."""

    charset: str

    def render(self, text: str, piece: Piece) -> bytes:
        """The bytes that write `text` in place of characters of `piece`."""


def touches(pieces: Sequence[Piece], edit: Edit, path: str) -> list[Touch]:
    """What an edit replaces, piece by piece; an insertion touches nothing of the piece that it goes into.

    Raises InputError("edit-unwritable") where it takes in what the format writes by itself, the end of a block for one.
    """
    if edit.start == edit.end:
        found = [_seam(pieces, edit.start)]
    else:
        found = [
            Touch(piece, max(edit.start - piece.at, 0), min(edit.end - piece.at, len(piece.text)))
            for piece in overlapping(pieces, edit.start, edit.end)
        ]
    size = sum(touch.last - touch.first for touch in found if touch is not None)
    if None in found or size != edit.end - edit.start or any(not touch.piece.part for touch in found if touch):
        raise InputError("edit-unwritable", path=path, text=edit.old or edit.new)
    return [touch for touch in found if touch is not None]


def _seam(pieces: Sequence[Piece], place: int) -> Touch | None:
    """Where an insertion goes: behind the piece that ends here, else before the one that begins here."""
    for piece in overlapping(pieces, max(place - 1, 0), place):
        if piece.part and piece.at < place <= piece.at + len(piece.text):
            return Touch(piece, place - piece.at, place - piece.at)
    for piece in overlapping(pieces, place, place + 1):
        if piece.part:
            return Touch(piece, place - piece.at, place - piece.at)
    return None


def narrowed(edit: Edit) -> Edit:
    """The edit without what it leaves as it is, so that it lands in the run whose characters change.

    >>> narrowed(Edit(10, 13, "평자오", "펑자오", ""))
    Edit(start=10, end=11, old='평', new='펑', reason='')
    """
    most = min(len(edit.old), len(edit.new))
    head = next((at for at in range(most) if edit.old[at] != edit.new[at]), most)
    most -= head
    tail = next((at for at in range(most) if edit.old[-1 - at] != edit.new[-1 - at]), most)
    old, new = edit.old[head : len(edit.old) - tail], edit.new[head : len(edit.new) - tail]
    return Edit(edit.start + head, edit.end - tail, old, new, edit.reason)


def plain_splices(found: Sequence[Touch], new: str, dialect: Dialect) -> Iterator[Splice]:
    """Put the new text in place of the first stretch and take out the others."""
    for number, touch in enumerate(found):
        piece, text = touch.piece, new if number == 0 else ""
        if piece.plain:
            start, end = raw_span(touch, dialect.charset)
            yield Splice(piece.part, start, end, dialect.render(text, piece) if text else b"")
        else:
            whole = piece.text[: touch.first] + text + piece.text[touch.last :]
            if touch.first == touch.last == len(piece.text):
                yield Splice(piece.part, piece.end, piece.end, dialect.render(text, piece))
            elif touch.first == touch.last == 0:
                yield Splice(piece.part, piece.start, piece.start, dialect.render(text, piece))
            else:
                yield Splice(piece.part, piece.start, piece.end, dialect.render(whole, piece) if whole else b"")


def raw_span(touch: Touch, charset: str) -> tuple[int, int]:
    """The bytes of the touched characters of a plain piece, all of those of another."""
    piece = touch.piece
    if not piece.plain:
        return piece.start, piece.end
    start = piece.start + len(piece.text[: touch.first].encode(charset))
    return start, start + len(piece.text[touch.first : touch.last].encode(charset))


def spliced(parts: Mapping[str, bytes], splices: Iterable[Splice], path: str) -> dict[str, bytes]:
    """The parts that change, with their splices applied; raises InputError("edit-unwritable") where two overlap."""
    by_part: dict[str, list[Splice]] = {}
    for splice in splices:
        by_part.setdefault(splice.part, []).append(splice)
    return {part: _applied(parts[part], found, path) for part, found in by_part.items()}


def _applied(data: bytes, splices: list[Splice], path: str) -> bytes:
    out, place = [], 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if splice.start < place:
            raise InputError("edit-unwritable", path=path, text="")
        out += [data[place : splice.start], splice.new]
        place = splice.end
    return b"".join([*out, data[place:]])
