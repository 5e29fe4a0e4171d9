"""Pairwise precision, recall and F1 of a clustering, whoever made it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable


def pairwise(found: Iterable[Hashable], truth: Iterable[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all pairs of mentions that are one bearer's.

    >>> pairwise([0, 0, 1], [5, 5, 5])
    (1.0, 0.3333333333333333, 0.5)
    """
    both = Counter(zip(found, truth, strict=True))
    ours: Counter[Hashable] = Counter()
    theirs: Counter[Hashable] = Counter()
    for (one, other), count in both.items():
        ours[one] += count
        theirs[other] += count
    hits, linked, same = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, ours, theirs))
    precision, recall = hits / max(1, linked), hits / max(1, same)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
