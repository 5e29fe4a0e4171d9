"""Words and names in which a place keeps its Sino-Korean form whatever the text calls it: 사천요리, 상해임시정부."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from glossary.text.tables import cell_list, records

_REACH = 12  # characters behind the place that a compound may span


def settled_compound(text: str, start: int) -> bool:
    """Whether a Korean compound that is never read otherwise begins at a place of a text.

    >>> settled_compound("그는 북경오리를 먹었다", 3), settled_compound("북경교통대 교수", 0)
    (True, False)
    """
    tails = _compounds().get(text[start : start + 2], ())
    return any(tail.match(text, start + 2, start + 2 + _REACH) for tail in tails)


@cache
def _compounds() -> dict[str, tuple[re.Pattern[str], ...]]:
    found: defaultdict[str, list[re.Pattern[str]]] = defaultdict(list)
    for row in records("settled_compounds.tsv"):
        tail = re.compile(row["tail"].replace(" ?", r"\s?"))
        for place in cell_list(row["places"]):
            found[place].append(tail)
    return {place: tuple(tails) for place, tails in found.items()}
