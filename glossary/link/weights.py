"""How much each sign counts when two nodes are judged: log odds, from a table that was learned from labelled pairs."""

from __future__ import annotations

from functools import cache
from math import exp

from glossary.text.tables import records


def weighed(way: str, total: float, worst: float) -> float:
    """The log odds that a form of this total and this worst syllable is the same name.

    >>> weighed("spoken", 12.0, 4.0) > 0 > weighed("spoken", 3.0, -1.0)
    True
    """
    table = _table()
    found = table[way][0]
    for sign, value in (("total", total), ("worst", worst)):
        weight, cap = table[f"{way}-{sign}"]
        found += weight * max(-cap, min(cap, value))
    return found


def at_most(way: str) -> float:
    """The log odds that no total and no worst syllable exceeds.

    >>> at_most("spoken") >= weighed("spoken", 99.0, 99.0)
    True
    """
    return weighed(way, 99.0, 99.0)


def likelihood(odds: float) -> float:
    """Log odds as a probability.

    >>> likelihood(0.0)
    0.5
    """
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


@cache
def _table() -> dict[str, tuple[float, float]]:
    return {row["sign"]: (float(row["weight"]), float(row["cap"] or 0)) for row in records("link_weights.tsv")}
