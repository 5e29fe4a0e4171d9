"""How surely a known form is a name where it stands: the log odds of its kind, and a weight for each feature."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache

from glossary.model import Evidence
from glossary.text.tables import records


def weight(feature: str) -> float:
    """The log odds that a feature adds; 0 for one that the table lacks."""
    return _weights().get(feature, 0.0)


def log_odds(base: float, features: Iterable[str]) -> float:
    """The sum of what the form itself and its surroundings say.

    >>> log_odds(0.0, ["before-china"]) > 0 > log_odds(0.0, ["attached-light"])
    True
    """
    weights = _weights()
    return base + sum([weights.get(feature, 0.0) for feature in features])


def probability(odds: float) -> float:
    """Log odds as a share between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def evidence(source: str, base: float, features: Iterable[str]) -> tuple[Evidence, ...]:
    """Each feature with its weight, the base first."""
    return (Evidence(source, base), *(item for item in map(_told, features) if item.value))


@lru_cache(maxsize=4096)
def _told(feature: str) -> Evidence:
    return Evidence(feature, weight(feature))


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in records("bare_weights.tsv")}
