"""Where in a document a name stands: running text, a heading, a table row, a caption."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Literal, cast

from glossary.model import Document
from glossary.text.tables import records

_LONGEST = 160  # characters: captions and headings are short
Place = Literal["body", "heading", "row", "caption"]


class Places:
    """The places of one document, found when asked for."""

    def __init__(self, doc: Document) -> None:
        self._text = doc.text
        self._blocks = doc.blocks
        self._starts = [block.start for block in doc.blocks]
        self._lines: dict[int, Place] = {}

    def at(self, offset: int) -> Place:
        """What the line around an offset is.

        >>> Places(Document("a", "사진 2) 출처: 텐센트뉴스(腾讯新闻)")).at(10)
        'caption'
        """
        index = bisect_right(self._starts, offset) - 1
        block = self._blocks[index] if index >= 0 and offset < self._blocks[index].end else None
        if block is not None and block.kind in ("heading", "row"):
            return cast(Place, block.kind)
        start = self._text.rfind("\n", 0, offset) + 1
        if start not in self._lines:
            stop = self._text.find("\n", offset)
            self._lines[start] = line_place(self._text[start : stop if stop >= 0 else len(self._text)])
        return self._lines[start]


@lru_cache(maxsize=4_096)  # headings and captions are alike from issue to issue
def line_place(line: str) -> Place:
    """What one line is by its looks.

    >>> line_place("사진 3) 출처: 선전상보"), line_place("즈우는 행사를 열었다.")
    ('caption', 'body')
    """
    if len(line) > _LONGEST:
        return "body"
    return next((place for place, pattern in _patterns() if pattern.search(line)), "body")


@cache
def _patterns() -> tuple[tuple[Place, re.Pattern[str]], ...]:
    return tuple((cast(Place, row["place"]), re.compile(row["pattern"])) for row in records("line_places.tsv"))
