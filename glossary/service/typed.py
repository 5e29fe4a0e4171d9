"""What was typed into a text, as one edit of it: browsers hand line ends back as they like, the file keeps its own."""

from __future__ import annotations

import re
from bisect import bisect_left

from glossary.model import Edit

TYPED = "typed"
_BREAK = re.compile("\r\n?")


def typed(before: str, after: str) -> tuple[Edit, ...]:
    """The stretch that differs between a text and what became of it; none where only line ends do.

    >>> [(edit.start, edit.old, edit.new) for edit in typed("평자오는\\r\\n왔다", "펑자오는\\n왔다")]
    [(0, '평', '펑')]
    >>> typed("평자오는\\r\\n왔다", "평자오는\\n왔다")
    ()
    """
    pairs = [found.start() - place for place, found in enumerate(re.finditer("\r\n", before))]
    plain, wanted = _BREAK.sub("\n", before), _BREAK.sub("\n", after)
    if plain == wanted:
        return ()
    start = alike(plain, wanted)
    tail = alike(plain[start:][::-1], wanted[start:][::-1])
    low, high = (place + bisect_left(pairs, place) for place in (start, len(plain) - tail))
    new = wanted[start : len(wanted) - tail].replace("\n", "\r\n" if "\r" in before else "\n")
    return (Edit(low, high, before[low:high], new, TYPED),)


def alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike.

    >>> alike("허사이커지", "허사이란")
    3
    """
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
