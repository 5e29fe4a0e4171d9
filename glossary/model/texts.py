"""Documents and what explains itself: values that every room knows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Literal

from glossary.model.words import Format


@dataclass(frozen=True, slots=True)
class Evidence:
    """The one way anything explains itself: `feature` says what, `value` how much, `detail` in words."""

    feature: str
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a block stands in a paged or celled format (1-based; None where the format has no such thing)."""

    page: int | None = None
    paragraph: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the document's text that belongs together."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "row"] = "paragraph"
    location: Location | None = None
    cells: tuple[tuple[int, str], ...] = ()  # of a row: where each cell begins, and its name, 1:B2


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded text: `text` keeps line ends and normal form as they are, without the byte-order mark.

    Of Word, HWPX, HTML and PDF the text is the blocks joined by line feeds. `kept` are the spans that no edit may
    touch: code, link targets, what the format writes by itself.
    """

    name: str
    text: str
    digest: str = ""
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    title: str = ""
    issue: int | None = None
    date: str | None = None  # ISO 8601, e.g. 2021-12-22
    format: Format = "text"
    kept: tuple[tuple[int, int], ...] = ()

    def location(self, offset: int) -> Location | None:
        """Page, paragraph and cell of an offset; None in a plain text, where line and column say it all.

        >>> row = Block(0, 9, "row", Location(paragraph=1), ((0, "1:A1"), (4, "1:B1")))
        >>> Document("260.docx", "펑자오\\t임원\\t10", blocks=(row,)).location(5)
        Location(page=None, paragraph=1, cell='1:B1')
        """
        at = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if at < 0 or self.blocks[at].location is None:
            return None
        block, place = self.blocks[at], self.blocks[at].location
        cell = next((name for start, name in reversed(block.cells) if start <= offset), None)
        return place if place is None or cell is None else replace(place, cell=cell)
