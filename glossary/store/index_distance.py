"""How many slips lie between a key and many others."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from glossary.store.index_buckets import SOUNDS

_FEW = 64  # keys up to which the library that measures many is not worth loading


def distances(key: str, numbers: Sequence[int], others: Sequence[str], most: int) -> dict[int, int]:
    """The numbers of those up to so many slips away with their slips; a transposition counts as one.

    A key that tells how a name sounds is near no key that tells how one is spelt.

    >>> distances("ABCD", [1, 2, 3], ["ABDC", "ABC", "XXCD"], 1)
    {1: 1, 2: 1}
    """
    sounds = key[:1] == SOUNDS
    if len(others) <= _FEW and "rapidfuzz" not in sys.modules:
        found = ((other, within(key, other, most), place) for place, other in enumerate(others))
        near = [(other, slips, place) for other, slips, place in found if slips is not None]
    else:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        near = extract(key, others, scorer=OSA.distance, score_cutoff=most, limit=None)
    return {numbers[place]: int(slips) for other, slips, place in near if (other[:1] == SOUNDS) == sounds}


def within(left: str, right: str, most: int) -> int | None:
    """The slips between two keys, transpositions of neighbours included; None where they are more.

    >>> within("ABCD", "ABDC", 2), within("ABCD", "AXCDE", 2), within("ABCD", "WXYZ", 2)
    (1, 2, None)
    """
    if abs(len(left) - len(right)) > most:
        return None
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, char in enumerate(left, 1):
        now = [row]
        for column, other in enumerate(right, 1):
            least = min(last[column] + 1, now[-1] + 1, last[column - 1] + (char != other))
            if row > 1 < column and char == right[column - 2] and left[row - 2] == other:
                least = min(least, before[column - 2] + 1)
            now.append(least)
        if min(now) > most and (row == 1 or min(last) > most):
            return None
        before, last = last, now
    return last[-1] if last[-1] <= most else None
