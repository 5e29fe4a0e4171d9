"""One section of a Hangul document (HWPX), read as if its tracked changes were accepted, or rejected."""

from __future__ import annotations

from collections.abc import Callable, Collection

from glossary.documents.flow import MARGINS, NOTES, Flow
from glossary.documents.hwpx_slot import Layout, Slot
from glossary.documents.pieces import Piece
from glossary.documents.xml_events import Event, xml_events

SIGNS = {"tab": "\t", "lineBreak": "\n", "nbSpace": "\u00a0", "fwSpace": " ", "hyphen": "-"}
_TEXTS = ("t", "mainText", "subText")
_UNSEEN = ("fieldBegin", "hiddenComment")  # memos, the parameters of a field
_WHERE = {"header": MARGINS, "footer": MARGINS, "footNote": NOTES, "endNote": NOTES}


class PartReader:
    """Feeds the paragraphs of one section into a flow."""

    def __init__(
        self, part: str, data: bytes, charset: str, flow: Flow, headings: Collection[str], *, accepted: bool
    ) -> None:
        self._part, self._data, self._charset = part, data, charset
        self._flow, self._headings = flow, headings
        self._gone = "delete" if accepted else "insert"
        self._marks: set[str] = set()  # of the changes that are gone and open here
        self._joins: list[bool] = []
        self._path: list[str] = []
        self._unseen = 0
        self._layouts: list[Layout] = []
        self._lines = 0
        self._slot: Slot | None = None

    def read(self, name: str, depth: int) -> None:
        """Read the section to its end."""
        for event in xml_events(self._data, name, depth=depth):
            if event.what in ("text", "cdata"):
                self._text(event)
            elif event.what == "start":
                self._enter(event)
            else:
                self._leave(event)

    def _enter(self, event: Event) -> None:
        name = event.name
        self._path.append(name)
        if self._unseen:
            return
        if name in _UNSEEN:
            self._unseen = len(self._path)
        elif name in _TEXTS:
            tag = self._data[event.start : event.end].decode(self._charset)[1:].split(maxsplit=1)[0].rstrip("/>")
            layout = self._layouts[-1] if self._layouts else Layout(self._part)
            self._slot = Slot(tag, self._part, layout, self._charset)
            if name == "subText":
                self._flow.put(Piece("("))
        elif name in SIGNS and self._path[-2:-1] == ["t"]:
            self._put(Piece(SIGNS[name], self._part, event.start, event.end))
        elif (handler := _STARTS.get(name)) is not None:
            handler(self, event)

    def _leave(self, event: Event) -> None:
        name = self._path.pop()
        if self._unseen:
            self._unseen = 0 if len(self._path) < self._unseen else self._unseen
        elif (handler := _ENDS.get(name)) is not None:
            handler(self, event)

    def _text(self, event: Event) -> None:
        if not self._unseen and self._path and self._path[-1] in _TEXTS:
            plain = event.what == "text" and self._data[event.start : event.end] == event.name.encode(self._charset)
            self._put(Piece(event.name, self._part, event.start, event.end, plain, event.what == "cdata"))

    def _put(self, piece: Piece) -> None:
        if self._slot is not None and not self._marks:
            piece.host = self._slot
            self._flow.put(piece)

    def _start_paragraph(self, event: Event) -> None:
        paragraph = self._flow.open()
        paragraph.heading = paragraph.heading or event.attributes.get("styleIDRef") in self._headings
        self._joins.append(False)
        self._layouts.append(Layout(self._part))

    def _end_paragraph(self, event: Event) -> None:
        if self._joins:
            self._layouts.pop()
            self._flow.close(join=self._joins.pop())

    def _start_lines(self, event: Event) -> None:
        self._lines = event.start

    def _end_lines(self, event: Event) -> None:
        if self._layouts:
            self._layouts[-1].spans.append((self._lines, event.end))

    def _mark(self, event: Event) -> None:
        if event.name == f"{self._gone}Begin":
            self._marks.add(event.attributes.get("Id", ""))
        elif event.name == f"{self._gone}End":
            self._marks.discard(event.attributes.get("Id", ""))
            if event.attributes.get("paraend") == "1" and self._joins:
                self._joins[-1] = True

    def _address(self, event: Event) -> None:
        row, column = event.attributes.get("rowAddr", ""), event.attributes.get("colAddr", "")
        if row.isdecimal() and column.isdecimal() and len(row + column) < 12:
            self._flow.name_cell(int(row), int(column))

    def _divert(self, event: Event) -> None:
        self._flow.divert(_WHERE[event.name])

    def _bracket(self, event: Event) -> None:
        """A 덧말 stands above its text; in a line it stands behind it in brackets."""
        self._flow.put(Piece(")"))
        self._slot = None


Handler = Callable[[PartReader, Event], None]
_STARTS: dict[str, Handler] = {
    "p": PartReader._start_paragraph,
    "linesegarray": PartReader._start_lines,
    **{f"{kind}{edge}": PartReader._mark for kind in ("insert", "delete") for edge in ("Begin", "End")},
    **dict.fromkeys(_WHERE, PartReader._divert),
    "tbl": lambda reader, event: reader._flow.start_table(),
    "tr": lambda reader, event: reader._flow.start_row(),
    "tc": lambda reader, event: reader._flow.start_cell(),
    "cellAddr": PartReader._address,
}
_ENDS: dict[str, Handler] = {
    "p": PartReader._end_paragraph,
    "linesegarray": PartReader._end_lines,
    **dict.fromkeys(_WHERE, lambda reader, event: reader._flow.revert()),
    "tbl": lambda reader, event: reader._flow.end_table(),
    "subText": PartReader._bracket,
}
