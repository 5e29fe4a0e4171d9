"""HTML: the text that a page shows, block by block, with blanks as a browser shows them."""

from __future__ import annotations

import html as standard
import re
from collections.abc import Iterator
from dataclasses import replace

from glossary.documents.flow import Flow
from glossary.documents.html_tokens import Token, tokens
from glossary.documents.pieces import Piece, Source

PART = "html"
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_BLOCKS = _HEADINGS | frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
        " figure footer form header hgroup hr html legend li main menu nav ol optgroup option p pre section summary"
        " table tbody td tfoot th thead tr ul",
    )
)
_HIDDEN = frozenset(("template", "svg", "math", "object", "select", "datalist", "audio", "video", "canvas", "map"))
_CODE = frozenset(("code", "kbd", "samp", "var", "tt"))
_BLANK = " \t\n\r\f"
_RUN = re.compile(
    r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
    r"|[ \t\n\r\f]+|[^& \t\n\r\f]+(?: [^& \t\n\r\f]+)*|&"
)
_SPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)


def read_html(text: str, data: bytes, charset: str) -> Source:
    """Read a page; `data` are its bytes, of which all but a byte-order mark are `text` in `charset`."""
    flow = Flow()
    page = _Page(flow)
    place = len(data) - len(text.encode(charset, "surrogateescape"))
    for token in tokens(text):
        raw = text[token.start : token.end]
        width = len(raw.encode(charset))
        page.take(token, raw, place, charset)
        place += width
    page.close()
    return replace(flow.source({PART: data}), charset=charset)


class _Page:
    """The page as it is read: the paragraph that is open, and what is not to be shown."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._pieces: list[Piece] = []
        self._heading = False
        self._hidden: list[str] = []
        self._code = self._pre = 0
        self._said = False  # the page has brackets of its own around the reading above a character, in <rp>
        self._reading = False  # a reading is open that needs brackets

    def take(self, token: Token, raw: str, place: int, charset: str) -> None:
        """Take the next token, which stands at `place` in the bytes."""
        if token.what == "text":
            if not self._hidden:
                self._text(raw, place, charset)
        elif token.what == "start":
            self._start(token, place, place + len(raw.encode(charset)))
        elif token.what == "end":
            self._end(token.name)

    def close(self) -> None:
        """End the paragraph that is open; a blank at its end is not shown."""
        self._end_reading()
        while self._pieces and self._pieces[-1].text == " " and not self._pre:
            self._pieces.pop()
        if self._pieces:
            paragraph = self._flow.open()
            paragraph.heading = self._heading
            for piece in self._pieces:
                self._flow.put(piece)
            self._flow.close()
        self._pieces = []

    def _start(self, token: Token, start: int, end: int) -> None:
        name = token.name
        if self._hidden or name in _HIDDEN:
            if name in _HIDDEN and not token.given.rstrip().endswith("/"):
                self._hidden.append(name)
        elif name == "br":
            self._add(Piece("\n", PART, start, end))
        elif name in _BLOCKS:
            self.close()
            self._enter(token)
        elif name in ("ruby", "rt"):
            self._end_reading()
            self._said = self._said and name == "rt"
            if name == "rt" and not self._said:
                self._add(Piece("("))
                self._reading = True
        self._code += name in _CODE
        self._pre += name == "pre"

    def _enter(self, token: Token) -> None:
        self._heading = token.name in _HEADINGS
        if token.name == "table":
            self._flow.start_table()
        elif token.name == "tr":
            self._flow.start_row()
        elif token.name in ("td", "th"):
            self._flow.start_cell()
            if (span := _SPAN.search(token.given)) is not None:
                self._flow.widen(int(span[1]))
            self._flow.open()  # an empty cell keeps its column
            self._flow.close()

    def _end(self, name: str) -> None:
        if self._hidden:
            if name in self._hidden:
                del self._hidden[self._hidden.index(name) :]
            return
        if name in _BLOCKS:
            self.close()
            self._heading = False
            if name == "table":
                self._flow.end_table()
        elif name in ("ruby", "rt"):
            self._end_reading()
        elif name == "rp":
            self._said = True
        self._code = max(0, self._code - (name in _CODE))
        self._pre = max(0, self._pre - (name == "pre"))

    def _end_reading(self) -> None:
        if self._reading:
            self._add(Piece(")"))
        self._reading = False

    def _text(self, raw: str, place: int, charset: str) -> None:
        for text in _RUN.findall(raw):
            end = place + len(text.encode(charset))
            for shown, start, stop in self._shown(text, place, end):
                self._add(Piece(shown, PART, start, stop, shown == text, kept=self._code > 0))
            place = end

    def _shown(self, text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """What a browser makes of a stretch of text: entities their characters, blanks one blank."""
        if text[0] in _BLANK:
            if self._pre:
                yield text.replace("\r\n", "\n").replace("\r", "\n"), start, end
            elif self._pieces and self._pieces[-1].text[-1] not in " \n":
                yield " ", start, end
            elif self._pieces:  # a second blank is not shown, and goes when the first one does
                last = self._pieces[-1]
                last.host = (*(last.host if isinstance(last.host, tuple) else ()), (start, end))
        elif text[0] == "&":
            yield standard.unescape(text), start, end
        else:
            yield text, start, end

    def _add(self, piece: Piece) -> None:
        last = self._pieces[-1] if self._pieces else None
        if last is not None and last.plain and piece.plain and last.end == piece.start and last.kept == piece.kept:
            last.text += piece.text
            last.end = piece.end
        else:
            self._pieces.append(piece)
