"""Paragraphs as a reader meets them: nested ones, those in cells, notes and margins, texts written twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from glossary.documents.assemble import assemble
from glossary.documents.pieces import Cell, Paragraph, Piece, Source

BODY, NOTES, MARGINS = "body", "notes", "margins"


class Flow:
    """Collects paragraphs in the order of their beginnings; a text box follows the paragraph that it hangs on."""

    def __init__(self) -> None:
        self._sinks: dict[str, list[Paragraph]] = {BODY: [], NOTES: [], MARGINS: []}
        self._sink = [self._sinks[BODY]]
        self._open: list[Paragraph] = []
        self._joining: Paragraph | None = None
        self._tables: list[Cell] = []
        self._count = 0
        self.page: int | None = None

    @property
    def current(self) -> Paragraph | None:
        """The innermost open paragraph."""
        return self._open[-1] if self._open else None

    def open(self) -> Paragraph:
        """Begin a paragraph, or go on with the last one where its end was deleted."""
        if self._joining is not None:
            paragraph, self._joining = self._joining, None
        else:
            cell = self._tables[-1] if self._tables else None
            paragraph = Paragraph(cell=cell if cell is not None and cell.column >= 0 else None)
            self._sink[-1].append(paragraph)
        self._open.append(paragraph)
        return paragraph

    def close(self, *, join: bool = False) -> None:
        """End the innermost paragraph; `join`: the next one goes on with it."""
        if self._open:
            paragraph = self._open.pop()
            self._joining = paragraph if join else None

    def put(self, piece: Piece) -> None:
        """Add to the innermost open paragraph; text outside any is nobody's."""
        if self._open:
            paragraph = self._open[-1]
            if not paragraph.pieces:
                paragraph.page = self.page
            paragraph.pieces.append(piece)

    def start_table(self) -> None:
        """Enter a table."""
        self._joining = None
        self._count += 1
        self._tables.append(Cell(self._count, -1, -1))

    def start_row(self) -> None:
        """Enter the next row of the innermost table."""
        if self._tables:
            self._tables[-1] = Cell(self._tables[-1].table, self._tables[-1].row + 1, -1)

    def start_cell(self, *, row: int | None = None, column: int | None = None) -> None:
        """Enter the next cell of the innermost table, or the one that the format names."""
        self._joining = None
        if self._tables:
            cell = self._tables[-1]
            self._tables[-1] = Cell(
                cell.table,
                max(cell.row, 0) if row is None else row,
                cell.column + (cell.width if cell.column >= 0 else 1) if column is None else column,
            )

    def widen(self, width: int) -> None:
        """The innermost cell takes so many columns."""
        if self._tables:
            self._tables[-1].width = max(width, 1)

    def name_cell(self, row: int, column: int) -> None:
        """Say where the innermost cell stands, as a format does that tells it behind the cell's text."""
        if self._tables:
            self._tables[-1].row, self._tables[-1].column = row, column

    def end_table(self) -> None:
        """Leave the innermost table."""
        self._joining = None
        if self._tables:
            self._tables.pop()

    def divert(self, where: str | list[Paragraph]) -> None:
        """Send the paragraphs that begin from now on to the notes, the margins or a list of one's own."""
        self._sink.append(self._sinks[where] if isinstance(where, str) else where)

    def revert(self) -> None:
        """Send them where they went before."""
        if len(self._sink) > 1:
            self._sink.pop()

    @contextmanager
    def diverted(self, where: str) -> Iterator[None]:
        """The same for a whole part."""
        self.divert(where)
        yield
        self.revert()

    def adopt(self, paragraphs: list[Paragraph]) -> None:
        """Take paragraphs that were sent elsewhere after all."""
        self._sink[-1].extend(paragraphs)

    def source(self, parts: Mapping[str, bytes]) -> Source:
        """The text of all of them: the body, the notes, the margins."""
        margins = "\n".join(paragraph.text for paragraph in self._sinks[MARGINS])
        whole = [paragraph for sink in (BODY, NOTES, MARGINS) for paragraph in self._sinks[sink]]
        source = assemble(whole, parts)
        fixed = [piece for piece in source.pieces if parts and (piece.kept or not piece.part)]
        kept = ((piece.at, piece.at + len(piece.text)) for piece in fixed)
        return replace(source, head=margins, kept=tuple(kept))
