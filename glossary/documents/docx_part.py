"""One part of a Word document, read as if its tracked changes were accepted, or as if they were rejected."""

from __future__ import annotations

from collections.abc import Callable, Collection

from glossary.documents.docx_text import SIGNS, TextReader
from glossary.documents.flow import Flow
from glossary.documents.pieces import Paragraph, Piece
from glossary.documents.xml_events import Event, xml_events

WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # strict
    }
)
_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = ("0", "false", "off")
_GONE = {True: {"del", "moveFrom"}, False: {"ins", "moveTo"}}  # by whether changes are accepted


class PartReader:
    """Feeds the paragraphs of one part into a flow."""

    def __init__(
        self, part: str, data: bytes, charset: str, flow: Flow, headings: Collection[str], *, accepted: bool
    ) -> None:
        self._flow, self._headings, self._gone = flow, headings, _GONE[accepted]
        self._texts = TextReader(part, data, charset, flow)
        self._path: list[str] = []
        self._tags: list[str] = []  # start tags of the tracked insertions, "" for other elements
        self._skipping = 0  # depth of the path at which what is gone began
        self._joins: list[bool] = []
        self._rubies: list[tuple[int, int]] = []
        self._choices: list[tuple[list[Paragraph], list[Paragraph]]] = []
        self._pages = b"lastRenderedPageBreak" in data
        flow.page = 1 if self._pages else None

    def read(self, data: bytes, name: str, depth: int) -> None:
        """Read the part to its end."""
        for event in xml_events(data, name, depth=depth):
            if event.what in ("text", "cdata"):
                if not self._skipping:
                    self._texts.text(event)
            elif event.what == "start":
                self._enter(event)
            else:
                self._leave(event)

    def _enter(self, event: Event) -> None:
        name = event.name if event.space in WORD else f"{{{event.space}}}{event.name}"
        above = self._path[-1] if self._path else ""
        self._path.append(name)
        self._tags.append(self._texts.raw(event) if name == "ins" else "")
        if self._skipping:
            return
        if name in self._gone and above not in ("rPr", "trPr"):
            self._skipping = len(self._path)
            return
        handler = _STARTS.get(name)
        if handler is not None:
            handler(self, event, above)

    def _leave(self, event: Event) -> None:
        name = self._path.pop()
        self._tags.pop()
        if self._skipping:
            self._skipping = 0 if len(self._path) < self._skipping else self._skipping
            return
        handler = _ENDS.get(name)
        if handler is not None:
            handler(self, event, self._path[-1] if self._path else "")

    def _start_paragraph(self, event: Event, above: str) -> None:
        self._flow.open()
        self._joins.append(False)

    def _end_paragraph(self, event: Event, above: str) -> None:
        self._flow.close(join=self._joins.pop() if self._joins else False)

    def _start_run(self, event: Event, above: str) -> None:
        self._texts.start_run(event, self._tags[-2] if above == "ins" else "")

    def _start_looks(self, event: Event, above: str) -> None:
        if above == "r":
            self._texts.start_looks(event)

    def _end_looks(self, event: Event, above: str) -> None:
        if above == "r":
            self._texts.end_looks(event)

    def _mark(self, event: Event, above: str) -> None:
        """A paragraph's end that is gone: its text goes on in the next one."""
        if above == "rPr" and self._path[-3:-2] == ["pPr"] and event.name in self._gone and self._joins:
            self._joins[-1] = True

    def _vanish(self, event: Event, above: str) -> None:
        if above == "rPr" and self._path[-3:-2] == ["r"] and event.attributes.get("val") not in _OFF:
            self._texts.hide()

    def _style(self, event: Event, above: str) -> None:
        paragraph = self._flow.current
        if paragraph is not None and event.attributes.get("val", "") in self._headings:
            paragraph.heading = True

    def _level(self, event: Event, above: str) -> None:
        paragraph = self._flow.current
        if paragraph is not None and above == "pPr" and event.attributes.get("val", "9") < "9":
            paragraph.heading = True

    def _sign(self, event: Event, above: str) -> None:
        if above == "r":
            self._texts.sign(event)

    def _start_text(self, event: Event, above: str) -> None:
        if above == "r":
            self._texts.start_text(event)

    def _page(self, event: Event, above: str) -> None:
        if self._pages:
            self._flow.page = (self._flow.page or 1) + 1

    def _start_cell(self, event: Event, above: str) -> None:
        self._flow.start_cell()

    def _span(self, event: Event, above: str) -> None:
        width = event.attributes.get("val", "1")
        if above == "tcPr" and width.isdecimal() and len(width) < 4:
            self._flow.widen(int(width))

    def _start_ruby(self, event: Event, above: str) -> None:
        """The reading above hanzi comes first in the part, and in a line stands behind them in brackets."""
        paragraph = self._flow.current
        self._rubies.append((len(paragraph.pieces), -1) if paragraph else (0, -1))

    def _end_reading(self, event: Event, above: str) -> None:
        paragraph = self._flow.current
        if self._rubies and paragraph is not None:
            self._rubies[-1] = (self._rubies[-1][0], len(paragraph.pieces))

    def _end_ruby(self, event: Event, above: str) -> None:
        first, last = self._rubies.pop() if self._rubies else (0, -1)
        paragraph = self._flow.current
        if paragraph is not None and 0 <= first < last:
            reading = paragraph.pieces[first:last]
            paragraph.pieces[first:last] = []
            paragraph.pieces += [Piece("("), *reading, Piece(")")]

    def _start_choices(self, event: Event, above: str) -> None:
        self._choices.append(([], []))

    def _divert(self, event: Event, above: str) -> None:
        if self._choices:
            self._flow.divert(self._choices[-1][event.name == "Fallback"])

    def _revert(self, event: Event, above: str) -> None:
        if self._choices:
            self._flow.revert()

    def _end_choices(self, event: Event, above: str) -> None:
        """A text box is written twice, for Word and for older programs: one text, edited in both places."""
        choice, fallback = self._choices.pop()
        if any(paragraph.text.strip() for paragraph in choice):
            if [paragraph.text for paragraph in choice] == [paragraph.text for paragraph in fallback]:
                for paragraph, twin in zip(choice, fallback, strict=True):
                    paragraph.twin = twin
            self._flow.adopt(choice)
        else:
            self._flow.adopt(fallback)


Handler = Callable[[PartReader, Event, str], None]
_STARTS: dict[str, Handler] = {
    "p": PartReader._start_paragraph,
    "r": PartReader._start_run,
    "rPr": PartReader._start_looks,
    "t": PartReader._start_text,
    "delText": PartReader._start_text,
    **dict.fromkeys(SIGNS, PartReader._sign),
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), PartReader._mark),
    "vanish": PartReader._vanish,
    "pStyle": PartReader._style,
    "outlineLvl": PartReader._level,
    "lastRenderedPageBreak": PartReader._page,
    "tbl": lambda reader, event, above: reader._flow.start_table(),
    "tr": lambda reader, event, above: reader._flow.start_row(),
    "tc": PartReader._start_cell,
    "gridSpan": PartReader._span,
    "ruby": PartReader._start_ruby,
    f"{{{_CHOICE}}}AlternateContent": PartReader._start_choices,
    f"{{{_CHOICE}}}Choice": PartReader._divert,
    f"{{{_CHOICE}}}Fallback": PartReader._divert,
}
_ENDS: dict[str, Handler] = {
    "p": PartReader._end_paragraph,
    "r": lambda reader, event, above: reader._texts.end_run(),
    "rPr": PartReader._end_looks,
    "t": lambda reader, event, above: reader._texts.end_text(),
    "delText": lambda reader, event, above: reader._texts.end_text(),
    "tbl": lambda reader, event, above: reader._flow.end_table(),
    "rt": PartReader._end_reading,
    "ruby": PartReader._end_ruby,
    f"{{{_CHOICE}}}AlternateContent": PartReader._end_choices,
    f"{{{_CHOICE}}}Choice": PartReader._revert,
    f"{{{_CHOICE}}}Fallback": PartReader._revert,
}
