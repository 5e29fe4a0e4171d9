"""How unlikely a slip is: jamo that Korean writers take for one another are likelier than any others."""

from __future__ import annotations

from functools import cache

from glossary.text.keyboard import strokes
from glossary.text.tables import records

_LIKELY = 0.005
_ODD = 0.015
_SPELT_OUT = frozenset("ㅣㅇ")  # what comes or goes when 롄 is spelt 리엔
_NEAR = 0.2  # cost in jamo_near.tsv up to which two jamo are taken for one another


def oddness(typed: str, meant: str) -> float:
    """What the slips between two keys cost beside their number.

    >>> oddness(strokes("쏭산"), strokes("송산")) < oddness(strokes("롱산"), strokes("송산"))
    True
    """
    from rapidfuzz.distance import Levenshtein

    cost = 0.0
    for slip in Levenshtein.editops(typed, meant):
        old = typed[slip.src_pos] if slip.tag != "insert" else ""
        new = meant[slip.dest_pos] if slip.tag != "delete" else ""
        likely = (old, new) in _near() if old and new else (old or new) in _SPELT_OUT
        cost += _LIKELY if likely else _ODD
    return min(cost, 4 * _ODD)


@cache
def _near() -> frozenset[tuple[str, str]]:
    pairs = {
        pair
        for row in records("jamo_near.tsv")
        if float(row["cost"]) <= _NEAR and len(strokes(row["jamo"])) == len(strokes(row["other"])) == 1
        for pair in ((row["jamo"], row["other"]), (row["other"], row["jamo"]))
    }
    return frozenset(pairs)
