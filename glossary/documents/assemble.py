"""Paragraphs of a format to one text: blocks joined by line feeds, table rows as rows, each piece at its offset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from glossary.documents.blocks import kind_of
from glossary.documents.pieces import Paragraph, Piece, Source
from glossary.model import Block, Location

_LONGEST_CELL = 200  # characters of a cell in a row; longer ones lay out a page and are paragraphs of their own


def assemble(paragraphs: Sequence[Paragraph], parts: Mapping[str, bytes]) -> Source:
    """Number the paragraphs that hold text, group the cells of a row, and lay all pieces end to end."""
    texts: list[str] = []
    blocks: list[Block] = []
    pieces: list[Piece] = []
    twins: list[Piece] = []
    place = 0
    for group in _groups(paragraphs):
        start, cells = place, []
        for number, paragraph in enumerate(group):
            if number:
                texts.append("\t")
                place += 1
            if paragraph.cell is not None:
                cells.append((place, paragraph.cell.name))
            twins += _laid(paragraph.twin.pieces, place) if paragraph.twin else []
            pieces += _laid(paragraph.pieces, place)
            texts.append(paragraph.text)
            place += len(texts[-1])
        blocks.append(_block(group, start, place, cells, len(blocks) + 1))
        texts.append("\n")
        place += 1
    return Source("".join(texts[:-1]), tuple(blocks), tuple(pieces), parts, tuple(twins))


def _laid(pieces: Sequence[Piece], place: int) -> list[Piece]:
    for piece in pieces:
        piece.at = place
        place += len(piece.text)
    return [piece for piece in pieces if piece.text]


def _block(group: Sequence[Paragraph], start: int, end: int, cells: Sequence[tuple[int, str]], number: int) -> Block:
    first = group[0]
    if len(group) > 1:
        return Block(start, end, "row", Location(first.page, number, cells[0][1]), tuple(cells))
    kind = "heading" if first.heading else kind_of(first.text)
    return Block(start, end, kind, Location(first.page, number, cells[0][1] if cells else None))


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Each row whose cells are short and hold one paragraph each; every other paragraph that holds text, alone."""
    place = 0
    while place < len(paragraphs):
        row = _row(paragraphs, place)
        filled = [paragraph for paragraph in row if paragraph.text.strip()]
        if len(filled) > 1 and _is_row(filled):
            columns = {paragraph.cell.column for paragraph in filled if paragraph.cell}
            span = range(min(columns), max(columns) + 1)
            empty = (cell for cell in row if not cell.text.strip() and cell.cell and cell.cell.column not in columns)
            spare = {cell.cell.column: cell for cell in empty if cell.cell and cell.cell.column in span}
            whole = [*filled, *spare.values()]
            yield sorted(whole, key=lambda paragraph: paragraph.cell.column if paragraph.cell else 0)
        else:
            yield from ([paragraph] for paragraph in filled)
        place += len(row)


def _row(paragraphs: Sequence[Paragraph], place: int) -> Sequence[Paragraph]:
    """The paragraphs from `place` on that stand in one row of one table; outside a table a single one."""
    first = paragraphs[place].cell
    if first is None:
        return paragraphs[place : place + 1]
    end = place + 1
    while end < len(paragraphs):
        cell = paragraphs[end].cell
        if cell is None or (cell.table, cell.row) != (first.table, first.row):
            break
        end += 1
    return paragraphs[place:end]


def _is_row(filled: Sequence[Paragraph]) -> bool:
    columns = [paragraph.cell.column for paragraph in filled if paragraph.cell]
    short = all(len(paragraph.text) <= _LONGEST_CELL and "\n" not in paragraph.text for paragraph in filled)
    return short and len(set(columns)) == len(filled)
