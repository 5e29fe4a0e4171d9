"""Synthetic mentions of Chinese names in Korean newsletters, from a seed: what linking is timed and measured on.

What is real: surnames by frequency, given names by the hanja that names have, places of China, lines of trade;
readings by the program's own tables; how often writers drift and slip, and in which ways, from the press pairs and
the newsletter (drift_shares.tsv). What is invented: who exists, and who is written of together. Every name belongs to
one or two beats (a branch, a region); a document keeps to one beat, writes a name once with its hanzi in one case of
three, else without, and mostly spells it alike. Hanzi are never shared by two bearers; Hangul often is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from glossary.reading.chars import official_syllable
from glossary.reading.options import readings, syllable_distance
from glossary.reading.spellings import spell
from glossary.reading.transliterate import transliterate
from glossary.text.hangul import is_hangul, join, split
from glossary.text.hanzi import is_hanzi
from glossary.text.tables import records, rows

PER_NAME = 10  # mentions for each bearer, on average
BEAT = 40  # bearers that are written of together
SHAPES = (("person", 0.55), ("place", 0.15), ("organization", 0.3))
TWINS = 0.06  # bearers made as the near name or the homograph of another
TWIN_SHARES = (0.4, 0.4, 0.2)  # of them: alike in sound, near in sound, alike but for one character
NEAR = 0.35  # how unlike two near syllables are at most: 싱 and 신 are 0.2 apart
GLOSSED = 0.35  # of first mentions in a document
HOUSE = 0.85  # of further mentions in a document that are spelled as the first
SINO = 0.1  # of names that a document reads in Sino-Korean
SPACED = 0.03  # of names of four syllables and more that are written in two words
SHORT = 0.3  # of further mentions of a firm that leave its line of trade out
TRADES = ("科技", "科技", "生物", "通信", "电子", "集团", "智能", "股份", "医药", "光电")


class Mentioned(NamedTuple):
    """One mention: where, how, and whom it truly means."""

    document: int
    ko: str
    zh: str  # "" where it stands without
    type: str
    bearer: int


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody or something with a name; a firm's short name leaves out the last `tail` hanzi."""

    zh: str
    type: str
    tail: int = 0


def mentions(count: int, seed: int = 1) -> Iterator[Mentioned]:
    """So many mentions, document after document, always the same ones for a seed."""
    dice = random.Random(seed)
    bearers = make_bearers(max(20, count // PER_NAME), dice)
    beats = _beats(len(bearers), dice)
    written = document = 0
    while written < count:
        for mention in _document(document, dice.choice(beats), bearers, dice):
            yield mention
            written += 1
            if written == count:
                return
        document += 1


def make_bearers(count: int, dice: random.Random) -> list[Bearer]:
    """Bearers with hanzi of their own; some are made to sound like another."""
    made: list[Bearer] = []
    taken: set[str] = set()
    places = [row["zh"] for row in records("china_places.tsv") if 2 <= len(row["zh"]) <= 3]
    dice.shuffle(places)
    while len(made) < count:
        if made and dice.random() < TWINS:
            bearer = twin_of(dice.choice(made), dice)
        else:
            kind = dice.choices([name for name, _ in SHAPES], [share for _, share in SHAPES])[0]
            bearer = _bearer(kind, places, dice)
        if bearer.zh not in taken:
            taken.add(bearer.zh)
            made.append(bearer)
    return made


def _bearer(kind: str, places: list[str], dice: random.Random) -> Bearer:
    if kind == "place" and places:
        return Bearer(places.pop(), "place")
    if kind == "place":
        return Bearer("".join(_given(dice) for _ in range(2)) + dice.choice("县镇村区"), "place", 1)
    if kind == "person":
        return Bearer(_surname(dice) + "".join(_given(dice) for _ in range(dice.choice((1, 2, 2, 2)))), "person")
    trade = dice.choice(TRADES)
    return Bearer("".join(_given(dice) for _ in range(2)) + trade, "organization", len(trade))


def twin_of(bearer: Bearer, dice: random.Random) -> Bearer:
    """Another bearer whose name differs in one character: of the same sound, of a near one, of any."""
    place = dice.randrange(len(bearer.zh) - bearer.tail)
    pinyin = _pinyin(bearer.zh[place])
    like = dice.choices((_alike().get(pinyin, ()), _near(pinyin), ()), TWIN_SHARES)[0]
    other = dice.choice(like) if like else _given(dice)
    return Bearer(bearer.zh[:place] + other + bearer.zh[place + 1 :], bearer.type, bearer.tail)


def _beats(count: int, dice: random.Random) -> list[list[int]]:
    """Who is written of together: everybody in one beat, one in five in a second."""
    order = list(range(count))
    dice.shuffle(order)
    beats = [order[start : start + BEAT] for start in range(0, count, BEAT)]
    for bearer in dice.sample(order, count // 5):
        beats[dice.randrange(len(beats))].append(bearer)
    return beats


def _document(number: int, beat: Sequence[int], bearers: Sequence[Bearer], dice: random.Random) -> Iterator[Mentioned]:
    """A text on one beat: its well-known names oftener than the others (Zipf)."""
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(beat))))
    for bearer in dict.fromkeys(dice.choices(beat, cum_weights=weights, k=dice.randint(8, 14))):
        name = bearers[bearer]
        form = written(name.zh, dice)
        for again in range(dice.choice((1, 1, 2, 2, 3))):
            ko = form if again == 0 or dice.random() < HOUSE else written(name.zh, dice)
            zh = name.zh if again == 0 and dice.random() < GLOSSED else ""
            if again and name.tail and dice.random() < SHORT:
                ko = written(name.zh[: -name.tail], dice)
            yield Mentioned(number, ko, zh, name.type, bearer)


def written(zh: str, dice: random.Random) -> str:
    """A spelling of hanzi as some writer may write them: officially, drifted, slipped, or in Sino-Korean."""
    form = transliterate(zh).sino_korean if dice.random() < SINO else "".join(_spelled(char, dice) for char in zh)
    if len(form) >= 4 and dice.random() < SPACED:
        cut = dice.randint(2, len(form) - 2)
        form = f"{form[:cut]} {form[cut:]}"
    return form


def _spelled(char: str, dice: random.Random) -> str:
    pinyin = _pinyin(char)
    if not pinyin:
        return transliterate(char).sino_korean
    steps = _steps(pinyin)
    form = dice.choice(dice.choices([forms for forms, _ in steps], [share for _, share in steps])[0])
    return _slipped(form, dice) if dice.random() < _shares()["near"] else form


def _slipped(form: str, dice: random.Random) -> str:
    """One syllable replaced by one that sounds or looks near."""
    place = dice.randrange(len(form))
    if not is_hangul(form[place]):
        return form
    onset, vowel, coda = split(form[place])
    tries = [
        join(dice.choice("ㄱㄷㅂㅅㅈㅊㅋㅌㅍㅎㄹㄴ"), vowel, coda),
        join(onset, dice.choice("ㅏㅓㅗㅜㅡㅣㅕㅛㅐㅔ"), coda),
    ]
    tries.append(join(onset, vowel, dice.choice(("", "ㄴ", "ㅇ"))))
    near = min(tries, key=lambda other: syllable_distance(form[place], other) or 9.0)
    return form[:place] + near + form[place + 1 :]


@cache
def _pinyin(char: str) -> str:
    found = readings(char)[0] if is_hanzi(char) else ()
    return found[0][0] if found else ""


@cache
def _steps(pinyin: str) -> tuple[tuple[tuple[str, ...], float], ...]:
    """The spellings of a syllable by step of drift, with the step's share."""
    rest = dict(spell(pinyin))
    found = []
    for row in records("drift_shares.tsv"):
        forms = tuple(sorted(form for form, cost in rest.items() if cost <= float(row["most"])))
        rest = {form: cost for form, cost in rest.items() if form not in forms}
        if forms and row["step"] != "near":
            found.append((forms, float(row["share"])))
    return tuple(found)


@cache
def _shares() -> dict[str, float]:
    return {row["step"]: float(row["share"]) for row in records("drift_shares.tsv")}


@cache
def _givens() -> tuple[str, list[float]]:
    weighted = [
        (char, 2.0 ** int(band)) for band, chars in rows("given_hanja.tsv") for char in chars if int(band) >= -1
    ]
    return "".join(char for char, _ in weighted), list(accumulate(weight for _, weight in weighted))


@cache
def _surnames() -> tuple[str, list[float]]:
    ranked = "".join(chars for share, chars in rows("common_surnames.tsv") if share[0].isdigit() and "|" not in chars)
    return ranked, list(accumulate(1 / (rank + 6) for rank in range(len(ranked))))


@cache
def _alike() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for char in _givens()[0]:
        found.setdefault(_pinyin(char), []).append(char)
    return {pinyin: tuple(chars) for pinyin, chars in found.items()}


@cache
def _near(pinyin: str) -> tuple[str, ...]:
    """Given characters whose sound is near, not the same."""
    own = official_syllable(pinyin)
    found = []
    for other, chars in _alike().items():
        sound = official_syllable(other)
        if own != sound and len(own) == len(sound) and sum(map(syllable_distance, own, sound)) <= NEAR:
            found += chars
    return tuple(found)


def _given(dice: random.Random) -> str:
    chars, weights = _givens()
    return dice.choices(chars, cum_weights=weights)[0]


def _surname(dice: random.Random) -> str:
    chars, weights = _surnames()
    return dice.choices(chars, cum_weights=weights)[0]
