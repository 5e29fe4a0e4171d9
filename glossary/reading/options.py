"""What one hanzi may sound like in Hangul: every spelling of every reading, with how and at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from glossary.reading.chars import mandarin, sino
from glossary.reading.spellings import spell, syllables
from glossary.text.hangul import is_hangul, split
from glossary.text.hanzi import fold
from glossary.text.tables import records

# mandarin: only Mandarin sounds so; sino: only Sino-Korean; both: officially alike in both;
# either: Sino-Korean, or Mandarin as Korean writers drift (산동, 공리): the rest of the name decides.
Sound = Literal["mandarin", "sino", "both", "either"]

SINO = 0.03  # just dearer than the official Mandarin form, cheaper than any drift
DRIFT = 0.07  # up to here a Mandarin spelling is everyday drift; a looser one is Sino-Korean where that fits exactly
RARER = 0.05  # each further Mandarin reading of a character costs a little more than the one before
NEAR = {"onset": 0.4, "vowel": 0.42, "coda": 0.3}  # a wrong jamo that jamo_near.tsv does not list
NEAR_LIMIT = 0.75  # two jamo of three wrong is no rendering any more


@dataclass(frozen=True, slots=True)
class Option:
    """One Hangul chunk that renders a hanzi."""

    cost: float
    sound: Sound
    reading: str


@lru_cache(maxsize=20_000)
def options(char: str) -> dict[str, Option]:
    """Hangul chunk -> option, over all Mandarin readings and Sino-Korean ones of a hanzi in any script.

    >>> options("賽")["싸이"].cost, options("赛")["사이"].sound, options("禾")["화"].sound
    (0.0, 'mandarin', 'sino')
    """
    found: dict[str, Option] = {}
    for rank, pinyin in enumerate(_mandarin(char)):
        for hangul, cost in spell(pinyin).items():
            option = Option(cost + RARER * rank, "mandarin", pinyin)
            if hangul not in found or option.cost < found[hangul].cost:
                found[hangul] = option
    for rank, syllable in enumerate(_sino(char)):
        known = found.get(syllable)
        cost = SINO + RARER / 2 * rank
        if known is None or cost < known.cost - RARER:
            found[syllable] = Option(cost, "either" if known and known.cost <= DRIFT else "sino", syllable)
        else:
            found[syllable] = Option(known.cost, "both" if known.cost <= RARER else "either", known.reading)
    return found


@lru_cache(maxsize=50_000)
def near(char: str, chunk: str) -> Option | None:
    """The cheapest reading that differs from one or two Hangul syllables by a jamo or so: slips of pen and ear.

    >>> near("茨", "트").reading, near("邵", "샤오").reading, near("茨", "곰")
    ('ci', 'shao', None)
    """
    if not all(map(is_hangul, chunk)):
        return None
    best: Option | None = None
    for hangul, option in _cheap(char, len(chunk)):
        cost = option.cost + sum(map(syllable_distance, hangul, chunk))
        if cost <= NEAR_LIMIT and (best is None or cost < best.cost):
            best = Option(cost, option.sound, option.reading)
    return best


@lru_cache(maxsize=100_000)
def syllable_distance(one: str, other: str) -> float:
    """How unlike two Hangul syllables sound in spelled-out Chinese: 0 for the same, about 1 for nothing alike.

    >>> syllable_distance("샤", "사"), syllable_distance("팅", "팅")
    (0.12, 0.0)
    """
    table = _jamo_costs()
    return sum(
        0.0 if a == b else table.get((place, a, b), default)
        for (place, default), a, b in zip(NEAR.items(), split(one), split(other), strict=True)
    )


@cache
def _jamo_costs() -> dict[tuple[str, str, str], float]:
    costs = {}
    for row in records("jamo_near.tsv"):
        for a, b in ((row["jamo"], row["other"]), (row["other"], row["jamo"])):
            costs[row["place"], a, b] = float(row["cost"])
    return costs


@lru_cache(maxsize=20_000)
def _cheap(char: str, size: int) -> tuple[tuple[str, Option], ...]:
    return tuple((hangul, o) for hangul, o in options(char).items() if len(hangul) == size and o.cost <= 0.12)


def _mandarin(char: str) -> tuple[str, ...]:
    known = syllables()
    return tuple(dict.fromkeys(p for form in (char, fold(char)) for p in mandarin(form) if p in known))


def _sino(char: str) -> tuple[str, ...]:
    forms = tuple(dict.fromkeys(s for form in (char, fold(char)) for s in sino(form)))
    return forms + tuple(law for form in forms if (law := _initial_law(form)) != form and law not in forms)


_LAW_N = frozenset("ㅣㅑㅕㅛㅠㅖㅒ")


def _initial_law(syllable: str) -> str:
    """두음법칙 of a Sino-Korean syllable: ㄹ is ㄴ, or falls before i and y; ㄴ falls before i and y."""
    if not is_hangul(syllable):
        return syllable
    onset, vowel, _ = split(syllable)
    index = ord(syllable)
    if onset in "ㄹㄴ" and vowel in _LAW_N:
        return chr(index + (11 - "ㄱㄲㄴㄷㄸㄹ".index(onset)) * 588)
    if onset == "ㄹ":
        return chr(index + (2 - 5) * 588)
    return syllable
