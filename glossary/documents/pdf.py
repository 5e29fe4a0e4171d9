"""PDF: the text of each page, lines as they were broken, gathered into paragraphs by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from glossary.documents.blocks import kind_of
from glossary.documents.flow import Flow
from glossary.documents.pieces import Piece, Source
from glossary.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_PDFIUM = Lock()  # the library is one for the whole process and knows no threads
_LINE = re.compile(r"[^\r\n]+")
_SOFT = str.maketrans({"\x02": "-", "\ufffe": "-", "\x00": None, "\x03": None})  # hyphens at line ends; no characters
_GAP = 0.9  # of a line's height between two lines: more parts paragraphs
_GROWN = 1.25  # heights that differ more are of a heading and its text


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 0.1)


def read_pdf(name: str, data: bytes, most: int) -> Source:
    """Read the text of a PDF; raises InputError: package-damaged, file-encrypted, package-too-large, pdf-scanned."""
    import pypdfium2 as pdfium

    flow = Flow()
    with _PDFIUM:
        try:
            with pdfium.PdfDocument(data) as pdf:
                if len(pdf) > most:
                    raise InputError("package-too-large", path=name, detail=f"{len(pdf)}", limit=most)
                _read(pdf, flow)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower() or "security" in str(error).lower():
                raise InputError("file-encrypted", path=name) from error
            raise InputError("package-damaged", path=name, detail=str(error)) from error
    source = flow.source({})
    if not source.text.strip():
        raise InputError("pdf-scanned", path=name)
    return source


def _read(pdf: PdfDocument, flow: Flow) -> None:
    for number in range(len(pdf)):
        page = pdf[number]
        texts = page.get_textpage()
        flow.page = number + 1
        for lines in _paragraphs(list(_lines(texts))):
            flow.open()
            flow.put(Piece("\n".join(line.text for line in lines)))
            flow.close()
        texts.close()
        page.close()


def _lines(texts: PdfTextPage) -> Iterator[_Line]:
    text = texts.get_text_range()
    counted = texts.count_chars() == len(text)  # not so where a character takes two places
    for match in _LINE.finditer(text):
        shown = match.group().translate(_SOFT).rstrip()
        if shown.strip():
            first = match.start() + len(shown) - len(shown.lstrip())
            _, bottom, _, top = texts.get_charbox(first, loose=True) if counted else (0, 0, 0, 0)
            yield _Line(shown, top, bottom)


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and _parted(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parted(above: _Line, line: _Line) -> bool:
    if kind_of(above.text) != "paragraph" or kind_of(line.text) != "paragraph":
        return True
    gap = above.bottom - line.top
    sizes = sorted((above.height, line.height))
    return gap > _GAP * line.height or gap < -2 * line.height or sizes[1] > _GROWN * sizes[0]
