"""What one hanzi may sound like in Hangul: every spelling of every reading, with how and at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from glossary.reading.chars import mandarin, sino
from glossary.reading.spellings import spell, syllables
from glossary.text.hangul import is_hangul, split
from glossary.text.hanzi import fold

# mandarin: only Mandarin sounds so; sino: only Sino-Korean; both: officially alike in both;
# either: Sino-Korean, or Mandarin as Korean writers drift (산동, 공리): the rest of the name decides.
Sound = Literal["mandarin", "sino", "both", "either"]

SINO = 0.03  # just dearer than the official Mandarin form, cheaper than any drift
RARER = 0.05  # each further Mandarin reading of a character costs a little more than the one before
NEAR = {"onset": 0.4, "vowel": 0.42, "coda": 0.3}  # a wrong jamo; dearer than any slip listed in the drift tables
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
            found[syllable] = Option(cost, "either" if known and known.cost < 0.2 else "sino", syllable)
        else:
            found[syllable] = Option(known.cost, "both" if known.cost <= RARER else "either", known.reading)
    return found


@lru_cache(maxsize=50_000)
def near(char: str, syllable: str) -> Option | None:
    """The cheapest reading that differs from one Hangul syllable by a jamo or so: slips of the pen and of the ear.

    >>> near("茨", "트").reading, near("茨", "말")
    ('ci', None)
    """
    if not is_hangul(syllable):
        return None
    onset, vowel, coda = split(syllable)
    best: Option | None = None
    for (o, v, c), option in _triples(char):
        cost = option.cost + (o != onset) * NEAR["onset"] + (v != vowel) * NEAR["vowel"] + (c != coda) * NEAR["coda"]
        if cost <= NEAR_LIMIT and (best is None or cost < best.cost):
            best = Option(cost, option.sound, option.reading)
    return best


@cache
def _triples(char: str) -> tuple[tuple[tuple[str, str, str], Option], ...]:
    return tuple(
        (split(hangul), option) for hangul, option in options(char).items() if len(hangul) == 1 and option.cost <= 0.12
    )


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
    onset, vowel, coda = split(syllable)
    index = ord(syllable)
    if onset in "ㄹㄴ" and vowel in _LAW_N:
        return chr(index + (11 - "ㄱㄲㄴㄷㄸㄹ".index(onset)) * 588)
    if onset == "ㄹ":
        return chr(index + (2 - 5) * 588)
    return syllable
