"""How sure a mention is: the calibrated chance that its four offsets are right."""

from __future__ import annotations

from glossary.extract.pairing import Pair
from glossary.model import Kind, Relation


def score_of(pair: Pair, ko: str, zh: str, kind: Kind, relation: Relation) -> float:
    """Between 0 and 1."""
    return round(max(0.05, 0.99 - pair.cost), 3)
