"""How often each document names a concept, as bars that stand side by side: sizes for a drawing, no rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.views import DocumentUsage

WIDTH, HEIGHT = 320, 64  # of the drawing
_WIDEST = 26  # a bar of few


@dataclass(frozen=True, slots=True)
class Bar:
    """One document's bar: mentions with hanzi below, those without on top of them."""

    row: DocumentUsage
    x: float
    width: float
    y: float
    glossed: float  # height
    bare: float  # height

    @property
    def count(self) -> int:
        """All its mentions."""
        return self.row.glossed + self.row.bare


def bars(rows: Sequence[DocumentUsage]) -> list[Bar]:
    """A bar for each document, the earliest first; none where one document says all.

    >>> early = DocumentUsage("1", "a.txt", 1, "2021-03-17", 1, 1)
    >>> late = DocumentUsage("2", "b.txt", 2, "2021-12-22", 4, 0)
    >>> [(bar.x, bar.y, bar.glossed, bar.bare) for bar in bars([late, early])]
    [(0, 32.0, 16.0, 16.0), (32, 0.0, 64.0, 0.0)]
    >>> bars([late])
    []
    """
    if len(rows) < 2:
        return []
    order = sorted(rows, key=lambda row: (row.date or "", row.issue or 0, row.name))
    step = min(WIDTH / len(order), _WIDEST + 6)
    tallest = max(row.glossed + row.bare for row in order) or 1
    return [
        _bar(row, round(number * step, 2), round(step * 0.82, 2), HEIGHT / tallest) for number, row in enumerate(order)
    ]


def _bar(row: DocumentUsage, x: float, width: float, scale: float) -> Bar:
    glossed, bare = round(row.glossed * scale, 2), round(row.bare * scale, 2)
    return Bar(row, x, width, round(HEIGHT - glossed - bare, 2), glossed, bare)
