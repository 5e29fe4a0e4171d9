"""What the rest of a text says: which names stand beside a form, what lies in what, what is glossed elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from glossary.extract.features import prior
from glossary.extract.gazetteer import entries, within
from glossary.extract.known import Meaning
from glossary.extract.spots import Spot, Text, says

_FAME = 0.03  # for each degree of fame: it ranks what nothing else tells apart, and decides nothing
LARGE = 9  # the fame of a large city
_NEAR = 30  # characters between names that belong together
_JOINT = re.compile(r"(?:성|시|자치구|자치주|주|현)?(의|와|과|에서|및|이나)?[ \n]*([,、·ㆍ~∼–\-/]?)[ \n]*")
_AND = ("와", "과", "및", "이나")


@dataclass(slots=True)
class Setting:
    """The names of a text that are sure by themselves, by sentence; and those that stand with hanzi somewhere."""

    text: str
    sure: dict[int, list[Spot]] = field(default_factory=dict)
    glossed: frozenset[str] = frozenset()  # forms and folded hanzi that stand with hanzi in this document
    china: frozenset[int] = frozenset()  # sentences that speak of China by name
    abroad: frozenset[int] = frozenset()  # and those that name another country, or a place of Korea
    places: frozenset[str] = frozenset()  # folded hanzi of all sure places
    spelled: frozenset[tuple[str, str]] = frozenset()  # and the forms that they have here
    around: frozenset[str] = frozenset()  # the divisions that these lie in, where a place is surely one


def setting(text: Text, sure: Iterable[Spot], glossed: Iterable[str]) -> Setting:
    """Gather what the sure names of a text say of the others."""
    by_sentence: dict[int, list[Spot]] = {}
    places: set[str] = set()
    spelled: set[tuple[str, str]] = set()
    holding: set[str] = set()
    for spot in filter(_chinese, sure):
        by_sentence.setdefault(spot.sentence, []).append(spot)
        places.update(meaning.zh for meaning in spot.meanings if meaning.type == "place")
        spelled.update((meaning.zh, spot.form) for meaning in spot.meanings)
        if len(spot.meanings) == 1:
            holding.update(within(spot.meanings[0].zh))
    written = frozenset(glossed), text.china, text.abroad, frozenset(places), frozenset(spelled), frozenset(holding)
    return Setting(text.text, by_sentence, *written)


def _chinese(spot: Spot) -> bool:
    """Whether a name speaks of China: not one of the world (유엔, 보잉) that only a list has with its hanzi."""
    return bool(entries(spot.form)) or any(meaning.node and not meaning.listed for meaning in spot.meanings)


def company(spot: Spot, around: Setting) -> Iterator[str]:
    """What the names around a form say of it."""
    others = [other for other in around.sure.get(spot.sentence, ()) if not _overlap(spot, other)]
    near = [other for other in others if _distance(spot, other) <= _NEAR]
    if near:
        yield "names-near"
    if len(others) > 1:
        yield "names-several"
    elif others and not near:
        yield "names-far"
    if spot.sentence in around.china:
        yield "china-named"
    if not others and spot.sentence not in around.china:
        yield "no-company" if not around.sure and not around.china else "company-elsewhere"
    if not others and spot.sentence not in around.china:
        joined = spot.behind.particle == "and"  # 이우와 마드리드를 오가는
        if spot.sentence in around.abroad and all(meaning.type == "place" for meaning in spot.meanings) and not joined:
            yield "abroad"
        source = prior(spot)[0]
        if source not in ("homograph", "unlisted") and not (source == "dictionary" and _large(spot)):
            yield "word-alone"
        if obscure := _obscure(spot):
            yield obscure
    joints = {joint for other in near if (joint := _joint(spot, other, around.text))}
    yield from (f"names-{joint}" for joint in sorted(joints))
    if spot.behind.particle == "place" and any(other.end < spot.start and _from(other, around) for other in near):
        yield "names-route"
    for other in others:
        if _contains(spot, other) and _joint(spot, other, around.text) != "listed":
            yield "lies-within"
            break
    hanzi = [meaning.zh for meaning in spot.meanings]
    if spot.form in around.glossed or any(zh and zh in around.glossed for zh in hanzi):
        yield "glossed"
    if any(zh in around.places and (zh, spot.form) not in around.spelled for zh in hanzi):
        yield "named-otherwise"


def _large(spot: Spot) -> bool:
    return any(entry.fame >= LARGE and entry.rank == "prefecture" for entry in entries(spot.form))


def _obscure(spot: Spot) -> str:
    """Whether a name of two syllables is that of a place which writers explain: 쯔양, 허츠, 푸시."""
    known = entries(spot.form)
    if len(spot.form) > 2 or not known or any(meaning.type != "place" for meaning in spot.meanings):
        return ""
    if any(meaning.node and not meaning.listed for meaning in spot.meanings):
        return ""
    if known[0].rank == "known":
        return "obscure-known"
    return "obscure" if known[0].rank == "prefecture" and max(entry.fame for entry in known) < LARGE else ""


def _from(other: Spot, around: Setting) -> bool:
    return around.text.startswith(("에서", "부터"), other.end)


def choose(spot: Spot, around: Setting) -> tuple[Meaning, ...]:
    """What a form means here, the likeliest first; one meaning where the surroundings tell."""
    if len(spot.meanings) == 1:
        return spot.meanings
    weights = [(_weight(meaning, spot, around), -number) for number, meaning in enumerate(spot.meanings)]
    order = sorted(range(len(weights)), key=lambda number: weights[number], reverse=True)
    best = weights[order[0]][0]
    return tuple(spot.meanings[number] for number in order if weights[number][0] > best - 1)


def _weight(meaning: Meaning, spot: Spot, around: Setting) -> float:
    weight = 0.0
    rank = next((entry.rank for entry in entries(spot.form) if entry.zh == meaning.zh), "")
    spoken = meaning.node and not meaning.listed
    if rank.startswith("county") and not spoken:
        weight -= 4.5
    if rank in ("history", "known") and not spoken:
        weight -= 2
    weight += _FAME * next((entry.fame for entry in entries(spot.form) if entry.zh == meaning.zh), 0)
    if meaning.zh and meaning.zh in around.glossed:
        weight += 6
    if meaning.type in spot.behind.nouns or ("division" in spot.behind.nouns and meaning.type == "place"):
        weight += 2
    weight += _said(meaning, spot)
    inside = _inside(meaning.zh) if meaning.type == "place" else frozenset()
    province = 0.0  # of a list of cities, those of one's own province say little, and no more by being many
    for other in around.sure.get(spot.sentence, ()):
        if not _overlap(spot, other):
            listed = _joint(spot, other, around.text) == "listed"
            tie = _tie(meaning, inside, other) * _closeness(_distance(spot, other))
            weight += 1.5 * (listed and any(meaning.type == beside.type for beside in other.meanings))
            if listed or tie < 2:
                province = max(province, min(1.6, tie))
            else:
                weight += tie
    weight += province
    if weight < 2 and not province and inside & around.places:
        weight += 1
    if meaning.type == "place" and meaning.zh in around.around:
        weight += 1.5
    return weight


def _closeness(distance: int) -> float:
    """How much a name counts for another: twice beside it, a little less in each further place of a list."""
    return 2.0 - 0.5 * distance / _NEAR if distance <= _NEAR else 1.0


def _said(meaning: Meaning, spot: Spot) -> float:
    weight = 0.0
    if spot.after and not spot.behind.particle:
        said = says(spot.after[0], "next")
        weight += 2.0 * (meaning.type in said or (meaning.type == "person" and "title" in said))
    before = says(spot.before, "before") if spot.before and not spot.gap.strip() else ()
    weight += 2.0 * ("role" in before and meaning.type == "person")
    weight += 2.0 * ("maker" in before and meaning.type in ("organization", "media"))
    if spot.behind.particle == "place" and meaning.type == "place":
        weight += 1
    return weight


def _tie(meaning: Meaning, inside: frozenset[str], other: Spot) -> float:
    """How a place and another belong together: one in the other, or both in one province."""
    weight = 0.0
    for beside in other.meanings:
        if beside.type != "place" or meaning.type != "place":
            continue
        theirs = within(beside.zh)
        if beside.zh in inside or meaning.zh in theirs:
            weight = max(weight, 2.0)
        elif inside.intersection(theirs):
            weight = max(weight, 0.8)
    return weight


@lru_cache(maxsize=8_192)
def _inside(zh: str) -> frozenset[str]:
    return frozenset(within(zh))


def _contains(spot: Spot, other: Spot) -> bool:
    """Whether one of two places lies in the other."""
    theirs = [(meaning.zh, _inside(meaning.zh)) for meaning in other.meanings if meaning.type == "place"]
    for meaning in spot.meanings if theirs else ():
        if meaning.type == "place":
            inside = _inside(meaning.zh)
            for zh, around in theirs:
                if zh in inside or meaning.zh in around:
                    return True
    return False


def _overlap(spot: Spot, other: Spot) -> bool:
    return spot.start < other.end and other.start < spot.end


def _distance(spot: Spot, other: Spot) -> int:
    return max(spot.start - other.end, other.start - spot.end, 0)


def _joint(spot: Spot, other: Spot, text: str) -> str:
    """How two names stand: adjacent, of (산둥성의 지난), listed (상하이와 선전), from (상하이에서 선전), apart ("")."""
    first, second = sorted((spot, other), key=lambda item: item.start)
    between = text[first.end : second.start]
    found = _JOINT.fullmatch(between) if len(between) < 10 else None
    if found is None:
        return ""
    if found[2] or found[1] in _AND:
        return "listed"
    return {"의": "of", "에서": "from"}.get(found[1] or "", "adjacent")
