"""Tables in plain text, aligned by the width that a terminal gives each character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

_GAP = "  "
_CONTROL = dict.fromkeys((*range(32), *range(127, 160)), " ")


def width(text: str) -> int:
    """Columns that a text takes: two for Hangul and hanzi, none for a combining mark.

    >>> width("허사이커지"), width("禾赛科技"), width("IoT"), width("hé")
    (10, 8, 3, 2)
    """
    composed = unicodedata.normalize("NFC", text)
    return sum(_width(char) for char in composed)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """The lines of a table, no column wider than its widest cell; no lines where there are no rows.

    >>> print(*table(["ko", "zh"], [["펑자오", "彭昭"], ["즈우", "摯物"]]), sep="\\n")
    ko      zh
    펑자오  彭昭
    즈우    摯物
    """
    cells = [[_cell(value) for value in row] for row in rows]
    if not cells:
        return []
    cells.insert(0, list(head))
    widths = [max(width(row[column]) for row in cells) for column in range(len(head))]
    return [_line(row, widths) for row in cells]


def _cell(value: object) -> str:
    return "" if value is None else str(value).translate(_CONTROL)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [text + " " * (room - width(text)) for text, room in zip(row, widths, strict=True)]
    return _GAP.join(padded).rstrip()
