"""The source map: which bytes of which part write which characters of a document's text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from glossary.model import Block


@dataclass(slots=True)
class Piece:
    """A stretch of text and the bytes `start` to `end` of a part that write it.

    Plain where the bytes are the encoded characters; otherwise one whole, such as an entity or a tab element.
    A piece without a part is added for the reader alone, such as the tab between two cells.
    """

    text: str
    part: str = ""
    start: int = 0
    end: int = 0
    plain: bool = False
    cdata: bool = False
    kept: bool = False  # no edit may touch it
    host: object = None  # what the format's writer needs to know of the place
    at: int = 0  # offset in the document's text


@dataclass(slots=True, eq=False)
class Cell:
    """A table cell: the number of its table, its row and column from 0."""

    table: int
    row: int
    column: int
    width: int = 1  # columns that it takes

    @property
    def name(self) -> str:
        """The cell as a spreadsheet calls it, behind the number of the table.

        >>> Cell(2, 0, 27).name
        '2:AB1'
        """
        letters, column = "", self.column + 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{self.table}:{letters}{self.row + 1}"


@dataclass(slots=True, eq=False)
class Paragraph:
    """What stands in one paragraph of the format, piece by piece."""

    pieces: list[Piece] = field(default_factory=list)
    cell: Cell | None = None
    heading: bool = False
    page: int | None = None
    twin: Paragraph | None = None  # the same text, written a second time for older programs

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Source:
    """A read file: its text and blocks, the map back to its parts, and their bytes."""

    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    parts: Mapping[str, bytes]
    twins: tuple[Piece, ...] = ()  # pieces whose text is mapped a second time
    kept: tuple[tuple[int, int], ...] = ()
    head: str = ""  # where a masthead may stand beside the text's first lines: headers and footers
    charset: str = "utf-8"


def overlapping(pieces: Sequence[Piece], start: int, end: int) -> Sequence[Piece]:
    """The pieces, sorted by place, that hold any of the characters from `start` to `end`.

    >>> pieces = [Piece("평", at=0), Piece("자오", at=1), Piece("는", at=3)]
    >>> [piece.text for piece in overlapping(pieces, 0, 2)]
    ['평', '자오']
    """
    first = bisect_left(pieces, start, key=lambda piece: piece.at + len(piece.text) - 1)
    last = bisect_left(pieces, end, lo=first, key=lambda piece: piece.at)
    return pieces[first:last]
