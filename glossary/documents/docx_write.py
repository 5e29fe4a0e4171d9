"""Edits to splices in a Word document: in place, or as tracked changes beside what they replace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from glossary.documents.docx_run import Run, Slot
from glossary.documents.encoding import shared_charset
from glossary.documents.pieces import Piece, Source
from glossary.documents.rezip import rewritten
from glossary.documents.splice import Splice, Touch, raw_span
from glossary.documents.track import Author, refuse
from glossary.documents.zipped import Package

_ID = re.compile(rb"[\s:]id=[\"'](\d{1,9})[\"']")
_SIGNS = {"\t": "tab", "\n": "br"}
_KEEP = ' xml:space="preserve"'


class WordDialect:
    """How Word writes characters, and a change beside them."""

    def __init__(self, source: Source, package: Package) -> None:
        self._package = package
        self.parts: Mapping[str, bytes] = source.parts
        self.pieces: Sequence[Piece] = source.pieces
        self.twins: Sequence[Piece] = source.twins
        self.charset = shared_charset(source.parts.values(), package.name)
        self._next = 1 + max((int(found) for data in source.parts.values() for found in _ID.findall(data)), default=0)

    def render(self, text: str, piece: Piece) -> bytes:
        """Characters for a text element, or a text element of their own in a run."""
        slot = piece.host
        assert isinstance(slot, Slot)
        if slot.tag:
            inner = self._inner(text, slot.run.prefix, slot.tag)
            return (f"]]>{inner}<![CDATA[" if piece.cdata else inner).encode(self.charset)
        return self._elements(text, slot.run.prefix, "t").encode(self.charset)

    def packed(self, parts: Mapping[str, bytes]) -> bytes:
        """The package with these parts in place of its own."""
        return rewritten(self._package, parts)

    def finish(self) -> Iterator[Splice]:
        """Word keeps no register of changes."""
        return iter(())

    def settle(self, pieces: Sequence[Piece]) -> Iterator[Splice]:
        """Text elements that were edited say that the blanks at their ends count."""
        slots = {id(piece.host): piece.host for piece in pieces if isinstance(piece.host, Slot)}
        for slot in slots.values():
            if slot.tag and not slot.preserve:
                name = len(f"<{slot.tag}".encode(self.charset))
                yield Splice(slot.part, slot.start + name, slot.start + name, _KEEP.encode(self.charset))
                yield from (Splice(slot.part, *blank, b"") for blank in slot.blanks)

    def track(self, touches: Sequence[Touch], new: str, author: Author) -> Iterator[Splice]:
        """Each touched stretch into a w:del of its own, the new text into a w:ins behind the first."""
        for number, touch in enumerate(touches):
            piece, slot = touch.piece, touch.piece.host
            assert isinstance(slot, Slot)
            if piece.cdata:
                refuse(self._package.name, touch)
            start, end = raw_span(touch, self.charset)
            added = self._inserted(new, slot.run, author) if number == 0 and new else ""
            if touch.first == touch.last:
                at = start if piece.plain or not touch.first else piece.end
                yield self._splice(piece.part, at, self._leave(slot) + added + self._return(slot))
            elif slot.tag:
                text = f"<{slot.run.prefix}delText{_KEEP}>"
                yield self._splice(piece.part, start, self._leave(slot) + self._deleted(slot.run, author) + text)
                close = f"</{slot.run.prefix}delText></{slot.run.name}></{slot.run.prefix}del>"
                yield self._splice(piece.part, end, close + added + self._return(slot))
            else:
                yield self._splice(piece.part, start, self._leave(slot) + self._deleted(slot.run, author))
                close = f"</{slot.run.name}></{slot.run.prefix}del>"
                yield self._splice(piece.part, end, close + added + self._return(slot))

    def _splice(self, part: str, at: int, new: str) -> Splice:
        return Splice(part, at, at, new.encode(self.charset))

    def _leave(self, slot: Slot) -> str:
        return (f"</{slot.tag}>" if slot.tag else "") + f"</{slot.run.name}>"

    def _return(self, slot: Slot) -> str:
        return f"<{slot.run.name}>{slot.run.looks}" + (f"<{slot.tag}{_KEEP}>" if slot.tag else "")

    def _deleted(self, run: Run, author: Author) -> str:
        return f"<{run.prefix}del{self._signed(run, author)}><{run.name}>{run.looks}"

    def _inserted(self, new: str, run: Run, author: Author) -> str:
        """A tracked insertion; inside somebody else's it interrupts theirs, since Word nests none."""
        inner = f"<{run.name}>{run.looks}{self._elements(new, run.prefix, 't')}</{run.name}>"
        added = f"<{run.prefix}ins{self._signed(run, author)}>{inner}</{run.prefix}ins>"
        return f"</{run.prefix}ins>{added}{run.insertion}" if run.insertion else added

    def _signed(self, run: Run, author: Author) -> str:
        number, prefix = self._next, run.prefix
        self._next += 1
        return f' {prefix}id="{number}" {prefix}author={quoteattr(author.name)} {prefix}date="{author.date}"'

    def _inner(self, text: str, prefix: str, tag: str) -> str:
        """Characters inside a text element, which tabs and line ends interrupt."""
        return re.sub(
            "[\t\n]",
            lambda sign: f"</{tag}><{prefix}{_SIGNS[sign[0]]}/><{tag}{_KEEP}>",
            escape(text),
        )

    def _elements(self, text: str, prefix: str, kind: str) -> str:
        tag = f"{prefix}{kind}"
        return f"<{tag}{_KEEP}>{self._inner(text, prefix, tag)}</{tag}>"
