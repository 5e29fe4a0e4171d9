"""How sure a mention is: the calibrated chance that its four offsets are right."""

from __future__ import annotations

import math
from functools import cache

from glossary.extract.pairing import Pair
from glossary.model import Kind, Relation
from glossary.text.tables import records


def score_of(pair: Pair, ko: str, zh: str, kind: Kind, relation: Relation) -> float:
    """The chance, between 0 and 1, that a careful reader would mark the same two stretches.

    A logistic model over what is known of the alignment; weights from scripts/make/score_weights.py.

    >>> score_of(Pair(0, 2, 3, 5, "reading", 0.0, (), 0), "즈우", "摯物", "name", "transliteration") > 0.9
    True
    """
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in score_features(pair, ko, zh, relation).items())
    return round(min(0.995, 1 / (1 + math.exp(-total))), 3)


def score_features(pair: Pair, ko: str, zh: str, relation: Relation) -> dict[str, float]:
    """What the model looks at: how dear the reading is, what it leaves out, and where it stands."""
    lost = sum(len(step.zh) for step in pair.steps if step.how == "unread")
    extra = sum(len(step.ko) for step in pair.steps if step.how == "extra")
    return {
        "base": 1.0,
        "cost": pair.cost,
        "dear": float(pair.cost > 0.2),
        "unread": float(pair.method == "none"),
        "lost": min(1.0, (lost + extra) / max(1, len(zh))),
        "japanese": float(pair.method == "japanese"),
        "inside": float(pair.inside),
        "tail": float(bool(pair.tail)),
        "single": float(len(zh) == 1),
        "long": float(len(zh) > 4),
        "mixed": float(relation in ("mixed", "other", "translation")),
    }


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in records("score_weights.tsv")}
