"""Whether a score means what it says: of the mentions scored 0.9, nine in ten are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

BINS = 10


def expected_error(scored: Iterable[tuple[float, bool]]) -> float:
    """The gap between mean score and share of right answers, over ten bins, weighted by their sizes.

    >>> expected_error([(0.95, True)] * 19 + [(0.95, False)])
    0.0
    """
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in scored:
        bins[min(BINS - 1, int(score * BINS))].append((score, right))
    total = sum(map(len, bins.values()))
    gaps = (abs(sum(score for score, _ in items) - sum(right for _, right in items)) for items in bins.values())
    return round(sum(gaps) / max(1, total), 6)
