"""Which mentions are one concept: the same folded hanzi, unless they clearly name a person here and a place there."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.model import TYPES, EntityType, Evidence, Sighting
from glossary.policy import LinkPolicy
from glossary.text.keys import hanzi_key

_LEAST = 0.05  # a mention that the extractor trusts not at all still counts for something


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one concept, with the type that most of the evidence speaks for."""

    id: str
    key: str
    type: EntityType
    sightings: tuple[Sighting, ...]
    why_type: Evidence


def groups(sightings: Iterable[Sighting], policy: LinkPolicy) -> list[Group]:
    """One group for each concept, in the order of the keys; glosses such as 신(新) name nothing and are left out."""
    by_key: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        key = hanzi_key(sighting.mention.zh)
        if key and sighting.mention.kind != "gloss":
            by_key[key].append(sighting)
    return [group for key in sorted(by_key) for group in _split(key, by_key[key], policy)]


def concept_id(key: str, part: str = "") -> str:
    """The same name gets the same id in every glossary.

    >>> concept_id("彭昭")
    'c9cf91fc0a51'
    """
    return "c" + hashlib.sha256(f"{key}/{part}".encode()).hexdigest()[:11]


def _split(key: str, sightings: list[Sighting], policy: LinkPolicy) -> list[Group]:
    weights = _weights(sightings)
    least = policy.split_share * sum(weights.values())
    sides: tuple[EntityType, EntityType] = ("person", "place")
    if any(weights[side] < least or _count(sightings, side) < policy.split_mentions for side in sides):
        return [_group(key, "", sightings)]
    persons = [sighting for sighting in sightings if sighting.mention.type == "person"]
    others = [sighting for sighting in sightings if sighting.mention.type != "person"]
    return [_group(key, "", others), _group(key, "person", persons)]


def _group(key: str, part: str, sightings: Sequence[Sighting]) -> Group:
    weights = _weights(sightings)
    best = max(TYPES, key=lambda type_: weights[type_])
    share = weights[best] / sum(weights.values())
    detail = f"{best} {_count(sightings, best)}/{len(sightings)}"
    return Group(concept_id(key, part), key, best, tuple(sightings), Evidence("type", round(share, 4), detail))


def _weights(sightings: Sequence[Sighting]) -> dict[EntityType, float]:
    weights: dict[EntityType, float] = defaultdict(float)
    for sighting in sightings:
        weights[sighting.mention.type] += max(_LEAST, sighting.mention.score)
    return weights


def _count(sightings: Sequence[Sighting], type_: EntityType) -> int:
    return sum(sighting.mention.type == type_ for sighting in sightings)
