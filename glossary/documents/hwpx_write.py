"""Edits to splices in a Hangul document (HWPX): in place, or between the marks of tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from glossary.documents.encoding import shared_charset, xml_charset
from glossary.documents.hwpx import header_name
from glossary.documents.hwpx_slot import Slot
from glossary.documents.hwpx_tracks import Register
from glossary.documents.pieces import Piece, Source
from glossary.documents.rezip import rewritten
from glossary.documents.splice import Splice, Touch, raw_span
from glossary.documents.track import Author, refuse
from glossary.documents.zipped import Package
from glossary.errors import InputError

_MARK = re.compile(rb"<(?:\w+:)?(?:insert|delete)(?:Begin|End)[^>]{0,200}?\sId=[\"'](\d{1,9})[\"']")


class HangulDialect:
    """How Hangul writes characters, and a change between marks."""

    def __init__(self, source: Source, package: Package, *, track: bool) -> None:
        self._package = package
        self.parts: Mapping[str, bytes] = source.parts
        self.pieces: Sequence[Piece] = source.pieces
        self.twins: Sequence[Piece] = source.twins
        self.charset = shared_charset(source.parts.values(), package.name)
        self._register = _register(package) if track else None
        if self._register is not None:
            self.parts = {**source.parts, self._register.part: self._register.data}
        self._next = 1 + max((int(found) for data in source.parts.values() for found in _MARK.findall(data)), default=0)

    def render(self, text: str, piece: Piece) -> bytes:
        """Characters inside a text element; tabs and line ends are elements among them."""
        slot = piece.host
        assert isinstance(slot, Slot)
        inner = _inner(text, slot.prefix)
        return (f"]]>{inner}<![CDATA[" if piece.cdata else inner).encode(self.charset)

    def packed(self, parts: Mapping[str, bytes]) -> bytes:
        """The package with these parts in place of its own."""
        return rewritten(self._package, parts)

    def finish(self) -> Iterator[Splice]:
        """The new changes in the document's register."""
        return self._register.splices() if self._register is not None else iter(())

    def settle(self, pieces: Sequence[Piece]) -> Iterator[Splice]:
        """Paragraphs that were edited forget where their lines were broken: Hangul breaks them anew."""
        layouts = {id(piece.host.layout): piece.host.layout for piece in pieces if isinstance(piece.host, Slot)}
        for layout in layouts.values():
            yield from (Splice(layout.part, *span, b"") for span in layout.spans)

    def track(self, touches: Sequence[Touch], new: str, author: Author) -> Iterator[Splice]:
        """Marks around each touched stretch, and the new text between marks of its own behind the first."""
        assert self._register is not None
        gone = self._register.enter("Delete", author) if any(touch.first < touch.last for touch in touches) else 0
        for number, touch in enumerate(touches):
            piece, slot = touch.piece, touch.piece.host
            assert isinstance(slot, Slot)
            if piece.cdata or not slot.trackable:
                refuse(self._package.name, touch)
            start, end = raw_span(touch, self.charset)
            added = self._inserted(new, slot.prefix, author) if number == 0 and new else ""
            if touch.first == touch.last:
                at = start if piece.plain or not touch.first else piece.end
                yield self._splice(piece.part, at, added)
            else:
                mark = f'Id="{self._next}" TcId="{gone}"'
                self._next += 1
                yield self._splice(piece.part, start, f"<{slot.prefix}deleteBegin {mark}/>")
                yield self._splice(piece.part, end, f'<{slot.prefix}deleteEnd {mark} paraend="0"/>{added}')

    def _inserted(self, new: str, prefix: str, author: Author) -> str:
        assert self._register is not None
        mark = f'Id="{self._next}" TcId="{self._register.enter("Insert", author)}"'
        self._next += 1
        return f'<{prefix}insertBegin {mark}/>{_inner(new, prefix)}<{prefix}insertEnd {mark} paraend="0"/>'

    def _splice(self, part: str, at: int, new: str) -> Splice:
        return Splice(part, at, at, new.encode(self.charset))


def _inner(text: str, prefix: str) -> str:
    signs = {"\t": f'<{prefix}tab width="4000" leader="0" type="1"/>', "\n": f"<{prefix}lineBreak/>"}
    return re.sub("[\t\n]", lambda sign: signs[sign[0]], escape(text))


def _register(package: Package) -> Register:
    part = header_name(package)
    data = package.read(part) if part else b""
    if part:
        found = Register(part, data, xml_charset(data, package.name), package.name, package.limits.max_depth)
        if found.ready:
            return found
    raise InputError("not-trackable", path=package.name, kind="hwpx")
