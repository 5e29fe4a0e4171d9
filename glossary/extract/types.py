"""What sort of thing a name names: cues of its form and surroundings, weighed by a small log-linear model.

Each cue says a type with a weight between 0 and 1; data/type_weights.tsv says how much each group of cues counts,
learned from annotated texts by scripts/make/type_weights.py, so that the sum reads as log odds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from glossary.extract.cues import Cue, given_odds, known_name, place_level, suffixes, surname_share
from glossary.extract.finders import Found
from glossary.extract.surroundings import cues_after, cues_before, cues_inside, cues_quoted, single_cues
from glossary.model import TYPES, EntityType, Relation
from glossary.reading.japanese_names import japanese_person, japanese_place
from glossary.reading.names import surname_of
from glossary.reading.renderings import brand_type
from glossary.text.hanzi import fold
from glossary.text.tables import records

DEFAULT = 2.0  # how much a cue counts for the type it names where no text has taught its group yet
BESIDE_KNOWN = 0.4  # what a name's ends and surname still count where the name is known as a whole: 高麗 is no Mr Gao

_SAID = frozenset(TYPES) | {"form"}

Odds = dict[EntityType, float]


def type_cues(found: Found, text: str, ko: str, zh: str, relation: Relation) -> list[Cue]:
    """All cues of one name, each with its group as `side`."""
    return [cue for cue in _cues(found, text, ko, zh, relation) if cue.says in _SAID]


def guess_type(zh: str, ko: str) -> EntityType:
    """The likeliest type of a name that stands in no text, by its hanzi and its official Hangul.

    >>> guess_type("漯河", "뤄허"), guess_type("曾国藩", "쩡궈판"), guess_type("映云科技", "잉윈커지")
    ('place', 'person', 'organization')
    """
    cues = [cue for cue in _own(ko, zh, fold(zh), "transliteration") if cue.says in _SAID]
    odds = type_odds(cues)
    return max(odds, key=lambda type_: odds[type_])


def type_odds(cues: Sequence[Cue]) -> Odds:
    """The probability of each type, given the cues.

    >>> odds = type_odds([Cue("集团", "organization", 0.9, "ending-zh"), Cue("", "place", 0.2, "shape")])
    >>> max(odds, key=odds.get)
    'organization'
    """
    weights = _weights()
    total = [0.0] * len(TYPES)
    for cue in cues:
        row = weights.get((cue.side, cue.says)) or _untaught(cue.says)
        weight = cue.weight
        total = [value + weight * factor for value, factor in zip(total, row, strict=True)]
    top = max(total)
    powers = [math.exp(value - top) for value in total]
    whole = sum(powers)
    return {type_: power / whole for type_, power in zip(TYPES, powers, strict=True)}


@cache
def _weights() -> dict[tuple[str, str], tuple[float, ...]]:
    found: dict[tuple[str, str], dict[str, float]] = {}
    for row in records("type_weights.tsv"):
        found.setdefault((row["group"], row["says"]), {})[row["type"]] = float(row["weight"])
    return {key: tuple(factors.get(type_, 0.0) for type_ in TYPES) for key, factors in found.items()}


@cache
def _untaught(says: str) -> tuple[float, ...]:
    return tuple(DEFAULT if says == type_ else 0.0 for type_ in TYPES)


def _cues(found: Found, text: str, ko: str, zh: str, relation: Relation) -> Iterator[Cue]:
    folded = fold(zh)
    yield from _alone(ko, zh, folded, relation)
    yield from cues_before(found, text)
    long = "-long" if len(folded) > 4 and "·" not in zh else ""
    for cue in cues_after(found, text):
        yield Cue(cue.word, cue.says, cue.weight, cue.side + long) if cue.says == "person" else cue
    yield from cues_inside(found, text)
    yield from cues_quoted(found, text)
    if len(folded) == 1:
        yield from single_cues(found, text, ko, folded)


@lru_cache(maxsize=4_096)  # the names of one issue are those of the next
def _alone(ko: str, zh: str, folded: str, relation: Relation) -> tuple[Cue, ...]:
    return tuple(_own(ko, zh, folded, relation))


def _own(ko: str, zh: str, folded: str, relation: Relation) -> Iterator[Cue]:
    """What a name says of itself: known as a whole, by its ending, by its shape."""
    known = tuple(_known(zh, folded))
    yield from known
    marks, share = ("-known", BESIDE_KNOWN) if known else ("", 1.0)
    for cue in (*_suffix(folded, "zh"), *_suffix("".join(ko.split()), "ko"), *_shape(ko, zh, folded, relation)):
        yield Cue(cue.word, cue.says, cue.weight * share, cue.side + marks)
    yield Cue("", "form", 1.0, f"form-{relation}-{min(5, len(folded))}")


def _suffix(name: str, language: str) -> Iterator[Cue]:
    table = suffixes(language)
    for size in range(min(8, len(name)), 0, -1):
        cues = table.get(name[-size:])
        if cues and (size < len(name) or size > 1):
            group = "whole" if size == len(name) else "ending" if size > 1 else "ending1"
            for cue in cues:
                yield Cue(cue.word, cue.says, cue.weight, f"{group}-{language}")
            return


def _known(zh: str, folded: str) -> Iterator[Cue]:
    known = known_name(folded)
    if known:
        yield Cue(zh, known, 1.0, "known")
    level = place_level(folded)
    if level:
        yield Cue(zh, "place", 1.0, f"china-{level}")
    brand = "" if known else brand_type(folded)
    if brand:
        yield Cue(zh, brand, 1.0, "brand")


def _shape(ko: str, zh: str, folded: str, relation: Relation) -> Iterator[Cue]:
    if relation == "japanese":
        if japanese_place(zh):
            yield Cue(zh, "place", 1.0, "japanese-place")
        if japanese_person(zh):
            yield Cue(zh, "person", 1.0, "japanese-person")
        if " " in ko:
            yield Cue(ko, "person", 1.0, "japanese-spaced")
        return
    yield from _person_shape(ko, folded, relation)
    if "·" in zh and len(folded) > 3:
        yield Cue("·", "person", 1.0, "dotted")


def _person_shape(ko: str, folded: str, relation: Relation) -> Iterator[Cue]:
    """A surname and one or two characters that stand in given names, read syllable by syllable."""
    if relation not in ("transliteration", "sino-korean", "mixed") or not 2 <= len(folded) <= 4:
        return
    surname = surname_of(folded, "person")
    if surname is None or len("".join(ko.split())) < len(folded):
        return
    given = folded[len(surname.text) :]
    if not 1 <= len(given) <= 2:
        return
    share = surname_share(surname.text)
    yield Cue(surname.text, "person", share, f"surname-{len(given)}")
    if share and surname_of(folded) is not None:
        yield Cue(surname.text, "person", 1.0, "surname-plain")
    odds = sum(given_odds(char) for char in given) / len(given)
    yield Cue(given, "person", max(-1.0, min(1.0, odds / 3)) * (share > 0), f"given-{len(given)}")
