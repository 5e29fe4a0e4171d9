"""What sort of thing a name names: endings, surnames, known places and the words around it, each with its weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from glossary.extract.cues import Cue, suffixes
from glossary.extract.finders import Found
from glossary.extract.surroundings import cues_after, cues_before, cues_inside
from glossary.model import EntityType, Evidence, Kind, Relation
from glossary.reading.japanese_names import japanese_person, japanese_place
from glossary.reading.names import surname_of
from glossary.text.hanzi import fold

PERSON_SHAPE = 0.62  # a surname and one or two characters, read throughout
KNOWN_PLACE = 0.7
WORK_QUOTES = {"《": 0.9, "〈": 0.7, "『": 0.8, "「": 0.5, "<": 0.5}
_TYPES = frozenset(get_args(EntityType))


def type_of(
    found: Found, text: str, ko: str, zh: str, relation: Relation, kind: Kind
) -> tuple[EntityType, tuple[Evidence, ...]]:
    """The likeliest type and the cues that say so."""
    if kind != "name":
        return "term", ()
    votes: defaultdict[EntityType, float] = defaultdict(float)
    evidence = []
    for cue in _cues(found, text, ko, zh, relation):
        if cue.says in _TYPES:
            votes[cue.says] += cue.weight  # type: ignore[index]
            evidence.append(Evidence(f"type-{cue.side}", round(cue.weight, 2), f"{cue.word}: {cue.says}"))
    if not votes:
        return _default(zh, relation), ()
    best = max(votes, key=lambda name: votes[name])
    return best, tuple(item for item in evidence if item.detail.endswith(best))


def _cues(found: Found, text: str, ko: str, zh: str, relation: Relation) -> Iterator[Cue]:
    folded = fold(zh)
    yield from _suffix(folded, "zh")
    yield from _suffix("".join(ko.split()), "ko")
    yield from _shape(ko, zh, folded, relation)
    yield from cues_before(found, text)
    yield from cues_after(found, text)
    yield from cues_inside(found, text)
    opening = text[found.pair.ko_start - 1 : found.pair.ko_start]
    if opening in WORK_QUOTES:
        yield Cue(opening, "work", WORK_QUOTES[opening], "quotes")


def _suffix(name: str, language: str) -> Iterator[Cue]:
    table = suffixes(language)
    for size in range(min(8, len(name)), 0, -1):
        cues = table.get(name[-size:])
        if cues and (size < len(name) or size > 1):
            for cue in cues:
                yield Cue(cue.word, cue.says, cue.weight * (1.0 if language == "zh" else 0.6), "ending")
            return


def _shape(ko: str, zh: str, folded: str, relation: Relation) -> Iterator[Cue]:
    if relation == "japanese":
        if japanese_place(zh):
            yield Cue(zh, "place", KNOWN_PLACE, "shape")
        if japanese_person(zh) and " " in ko:
            yield Cue(zh, "person", 0.9, "shape")
        elif " " in ko:
            yield Cue(zh, "person", 0.4, "shape")
        return
    syllables = len("".join(ko.split()))
    if relation in ("transliteration", "sino-korean", "mixed") and 2 <= len(folded) <= 4:
        surname = surname_of(folded)
        if surname is not None and len(folded) <= len(surname.text) + 2 and syllables >= len(folded):
            yield Cue(surname.text, "person", PERSON_SHAPE if len(folded) > 2 else 0.35, "surname")


def _default(zh: str, relation: Relation) -> EntityType:
    if relation == "sino-korean" and len(zh) <= 3:
        return "person"
    return "place" if len(zh) <= 2 else "organization"
