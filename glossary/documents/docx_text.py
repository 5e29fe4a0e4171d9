"""The text elements of one part of a Word document: characters, tabs and breaks to pieces of the flow."""

from __future__ import annotations

from dataclasses import replace

from glossary.documents.docx_run import Run, Slot
from glossary.documents.flow import Flow
from glossary.documents.pieces import Piece
from glossary.documents.xml_events import Event

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_BLANKS = " \t\r\n"


class TextReader:
    """Reads the runs of one part, which may stand inside each other."""

    def __init__(self, part: str, data: bytes, charset: str, flow: Flow) -> None:
        self._part, self._data, self._charset, self._flow = part, data, charset, flow
        self._runs: list[Run] = []
        self._slot: Slot | None = None
        self._pieces: list[Piece] = []
        self._looks = 0

    @property
    def run(self) -> Run | None:
        """The innermost run."""
        return self._runs[-1] if self._runs else None

    def start_run(self, event: Event, insertion: str) -> None:
        """Enter a run."""
        self._runs.append(Run(_tag_name(self.raw(event)), self._charset, insertion=insertion))

    def end_run(self) -> None:
        """Leave a run."""
        if self._runs:
            self._runs.pop()

    def start_looks(self, event: Event) -> None:
        """Enter the properties of a run."""
        self._looks = event.start

    def end_looks(self, event: Event) -> None:
        """Leave them."""
        if self._runs:
            self._runs[-1].looks = self._data[self._looks : event.end].decode(self._charset)

    def hide(self) -> None:
        """The run is not shown."""
        if self._runs:
            self._runs[-1].hidden = True

    def sign(self, event: Event) -> None:
        """Take a tab, a break or a hyphen that stands as an element."""
        run = self.run
        if run is not None and not run.hidden:
            text = SIGNS[event.name]
            self._flow.put(Piece(text, self._part, event.start, event.end, host=Slot(run, self._part)))

    def start_text(self, event: Event) -> None:
        """Enter a text element."""
        run = self.run
        if run is not None and not run.hidden:
            name, preserve = _tag_name(self.raw(event)), event.attributes.get("space") == "preserve"
            self._slot = Slot(run, self._part, name, event.start, event.end, preserve)
            self._pieces = []

    def text(self, event: Event) -> None:
        """Take characters inside a text element."""
        if self._slot is not None:
            plain = event.what == "text" and self._data[event.start : event.end] == event.name.encode(self._charset)
            place = (self._part, event.start, event.end)
            self._pieces.append(Piece(event.name, *place, plain, event.what == "cdata", host=self._slot))

    def end_text(self) -> None:
        """Leave a text element; blanks at its ends count only where it says so."""
        if self._slot is None:
            return
        if not self._slot.preserve:
            self._pieces = self._trimmed(self._slot)
        for piece in self._pieces:
            self._flow.put(piece)
        self._slot = None

    def _trimmed(self, slot: Slot) -> list[Piece]:
        text = "".join(piece.text for piece in self._pieces)
        first, last = len(text) - len(text.lstrip(_BLANKS)), len(text.rstrip(_BLANKS))
        kept, blanks, place = [], [], 0
        for piece in self._pieces:
            low, high = max(first - place, 0), min(last - place, len(piece.text))
            if low >= high:
                blanks.append((piece.start, piece.end))
            elif piece.plain:
                width = [len(piece.text[:at].encode(self._charset)) for at in (low, high)]
                start, end = piece.start + width[0], piece.start + width[1]
                blanks += [(piece.start, start), (end, piece.end)]
                kept.append(replace(piece, text=piece.text[low:high], start=start, end=end))
            else:
                kept.append(piece)
            place += len(piece.text)
        slot.blanks = tuple(blank for blank in blanks if blank[0] < blank[1])
        return kept

    def raw(self, event: Event) -> str:
        """An element's tag as the part writes it."""
        return self._data[event.start : event.end].decode(self._charset)


def _tag_name(tag: str) -> str:
    return tag[1:].split(maxsplit=1)[0].rstrip("/>")
