"""Which mentions are one node: the same folded hanzi, unless they clearly name a person here and a place there."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.link.scopes import Scopes, scopes
from glossary.model import TYPES, Curation, Decision, EntityType, Evidence, Sighting
from glossary.policy import LinkPolicy
from glossary.text.keys import hanzi_key

_SIDES: tuple[EntityType, EntityType] = ("person", "place")
_LEAST = 0.05  # a mention that the extractor trusts not at all still counts for something


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one node, with the type that most of the evidence speaks for."""

    id: str
    key: str
    type: EntityType
    sightings: tuple[Sighting, ...]
    why_type: Evidence


def groups(
    sightings: Iterable[Sighting],
    policy: LinkPolicy,
    decisions: Sequence[Decision] = (),
    curations: Iterable[Curation] = (),
) -> list[Group]:
    """One group for each node, in the order of the keys; glosses such as 신(新) name nothing and are left out.

    Mentions in the scope of a decision leave their node for the one that it names. What somebody has said of a node
    stays with the person or the place that it was said of, whichever comes to stand beside.
    """
    by_key: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        key = hanzi_key(sighting.mention.zh)
        if key and sighting.mention.kind != "gloss":
            by_key[key].append(sighting)
    moved = scopes(decisions)
    said: dict[str, Curation | None] = {end: None for one in decisions for end in (one.left, one.right)}
    said |= {curation.concept: curation for curation in curations}
    found = [group for key in sorted(by_key) for group in _split(key, by_key[key], policy, said)]
    return _regrouped(found, moved) if moved else found


def concept_id(key: str, part: str = "") -> str:
    """The same name gets the same id in every glossary.

    >>> concept_id("彭昭")
    'c9cf91fc0a51'
    """
    return "c" + hashlib.sha256(f"{key}/{part}".encode()).hexdigest()[:11]


def ids_of(key: str) -> set[str]:
    """The ids that the nodes of a key may have: its own, and those of a person or a place beside that."""
    return {concept_id(key, part) for part in ("", *_SIDES)}


def _split(key: str, sightings: list[Sighting], policy: LinkPolicy, said: Mapping[str, Curation | None]) -> list[Group]:
    weights = weigh((item.mention.type, item.mention.score) for item in sightings)
    least = policy.split_share * sum(weights.values())
    if any(weights[side] < least or _count(sightings, side) < policy.split_mentions for side in _SIDES):
        return [_group(concept_id(key), key, sightings)]
    persons = [sighting for sighting in sightings if sighting.mention.type == "person"]
    others = [sighting for sighting in sightings if sighting.mention.type != "person"]
    if _is_persons(key, sightings, policy, said):
        return [_group(concept_id(key), key, persons), _group(concept_id(key, "place"), key, others)]
    return [_group(concept_id(key), key, others), _group(concept_id(key, "person"), key, persons)]


def _is_persons(
    key: str, sightings: Sequence[Sighting], policy: LinkPolicy, said: Mapping[str, Curation | None]
) -> bool:
    """Whether the key's own id is the person's: as somebody has said, else as it was before the other side came."""
    beside = [side for side in _SIDES if concept_id(key, side) in said]
    if beside:
        return "person" not in beside
    own = said.get(concept_id(key))
    if own is not None and own.type is not None:
        return own.type == "person"
    person, place = (_reached(sightings, side, policy.split_mentions) for side in _SIDES)
    return person < place


def _reached(sightings: Sequence[Sighting], side: EntityType, count: int) -> tuple[int, int]:
    """With which document, as they were added, a side had so many mentions."""
    places = sorted((one.document, one.mention.ko_start) for one in sightings if one.mention.type == side)
    return places[count - 1]


def _regrouped(found: Sequence[Group], moved: Scopes) -> list[Group]:
    homes: dict[str, list[Sighting]] = {}
    keys: dict[str, str] = {group.id: group.key for group in found}
    for group in found:
        for sighting in group.sightings:
            home = moved.home(group.id, sighting.place)
            homes.setdefault(home, []).append(sighting)
            keys.setdefault(home, group.key)
    made = [_group(id, keys[id], sightings) for id, sightings in homes.items()]
    return sorted(made, key=lambda group: (group.key, group.id != concept_id(group.key), group.id))


def _group(id: str, key: str, sightings: Sequence[Sighting]) -> Group:
    best, why = typed(weigh((item.mention.type, item.mention.score) for item in sightings))
    detail = f"{best} {_count(sightings, best)}/{len(sightings)}"
    return Group(id, key, best, tuple(sightings), Evidence("type", why, detail))


def weigh(typed: Iterable[tuple[EntityType, float]]) -> Mapping[EntityType, float]:
    """How much the evidence speaks for each type."""
    weights: dict[EntityType, float] = defaultdict(float)
    for type_, score in typed:
        weights[type_] += max(_LEAST, score)
    return weights


def typed(weights: Mapping[EntityType, float]) -> tuple[EntityType, float]:
    """The type that most of the evidence speaks for, and its share.

    >>> typed(weigh([("person", 0.9), ("person", 0.9), ("place", 0.6)]))
    ('person', 0.75)
    """
    best = max(TYPES, key=lambda type_: weights.get(type_, 0.0))
    return best, round(weights.get(best, 0.0) / sum(weights.values()), 4)


def _count(sightings: Sequence[Sighting], type_: EntityType) -> int:
    return sum(sighting.mention.type == type_ for sighting in sightings)
