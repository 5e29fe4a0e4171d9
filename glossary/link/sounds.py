"""How likely a Hangul chunk is a name's syllable, and two chunks the same one: what linking weighs forms by.

Shares of characters come from the names that the tables hold, shares of drift from what writers were seen to do.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from glossary.reading.law import at_head
from glossary.reading.options import readings, syllable_distance
from glossary.reading.spellings import spell, syllables
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi
from glossary.text.tables import records, rows

LONGEST = 3  # Hangul syllables of the longest spelling of one hanzi
FLOOR = 1e-6  # share of what no table explains
_RARER = 0.12  # weight of each reading after the first
_SYLLABLE, _LETTER = 0.004, 0.02  # share of a Hangul syllable in any word, and of any other character
_WAYS = (0.6, 0.3, 0.1)  # what Mandarin sound, Sino-Korean and other words have in Korean forms of Chinese names
_PARTS = (0.4, 0.35, 0.25)  # what known names, given names and surnames have in the characters' shares
_LAWFUL = 0.6  # how often a syllable under the initial-sound law is written by it
_HEAD = 6  # how much the commonest surname stands out
_NEAR = 8.0  # how fast a slip gets rarer with its distance
_FAR = 0.5  # distance from which two syllables are no slip of each other


@lru_cache(maxsize=50_000)
def heard(chunk: str) -> float:
    """The share of name syllables that Mandarin ears write so.

    >>> heard("왕") > heard("조우") > heard("경")
    True
    """
    return _heard().get(chunk, FLOOR)


def likeliest() -> Mapping[str, tuple[float, str]]:
    """For each chunk that spells a pinyin syllable the likeliest one, with the log of its share.

    >>> likeliest()["조우"][1], likeliest()["지엔"][1], "곡" in likeliest()
    ('zhou', 'jian', False)
    """
    return _likeliest()


@lru_cache(maxsize=20_000)
def read(syllable: str) -> float:
    """The share of name characters that Sino-Korean reads so.

    >>> read("왕") > read("튀")
    True
    """
    return max(FLOOR, sum(share for _, share in _read().get(syllable, ())))


@lru_cache(maxsize=50_000)
def any_word(chunk: str) -> float:
    """The share of a chunk in names that neither sound explains: brands, translations, Latin letters."""
    return float(math.prod(_SYLLABLE if is_hangul(char) else _LETTER for char in chunk))


@lru_cache(maxsize=50_000)
def chance(chunk: str) -> float:
    """The share of a chunk in names, however it came there.

    >>> chance("왕") > chance("궤")
    True
    """
    sound, sino, word = _WAYS
    return sound * heard(chunk) + (sino * read(chunk) if len(chunk) == 1 else 0.0) + word * any_word(chunk)


@lru_cache(maxsize=50_000)
def is_sino(form: str) -> bool:
    """Whether every syllable of a form is some name character's in Sino-Korean.

    >>> is_sino("습근평"), is_sino("텅쉰")
    (True, False)
    """
    return all(syllable in _read() for syllable in form)


def answers(sino: str) -> frozenset[str]:
    """How Mandarin ears write the characters that Sino-Korean reads so.

    >>> "베이" in answers("북"), "징" in answers("북")
    (True, False)
    """
    return _answering().get(sino, frozenset())


@lru_cache(maxsize=100_000)
def both_heard(one: str, other: str) -> float:
    """The share of syllables that one writer spells so and another so: 저우 and 조우, hardly 싱 and 신.

    >>> both_heard("저우", "조우") / heard("조우") > both_heard("싱", "신") / heard("신")
    True
    """
    table, spelled = _pinyin_shares(), _spelled()
    found, rest = spelled.get(one, {}), spelled.get(other, {})
    return math.fsum(table.get(pinyin, 0.0) * found[pinyin] * rest[pinyin] for pinyin in found.keys() & rest.keys())


@lru_cache(maxsize=100_000)
def read_heard(sino: str, chunk: str) -> float:
    """The share of characters that Sino-Korean reads so and Mandarin ears write so: 북 and 베이.

    >>> read_heard("북", "베이") > 0.0 == read_heard("북", "징")
    True
    """
    spelled = _spelled().get(chunk)
    if not spelled:
        return 0.0
    return sum(
        share * sum(weight * spelled.get(pinyin, 0.0) for pinyin, weight in _heard_as(char))
        for char, share in _read().get(sino, ())
    )


@lru_cache(maxsize=50_000)
def both_read(one: str, other: str) -> float:
    """The share of characters that Sino-Korean reads both ways: 이 and 리, 여 and 려.

    >>> both_read("이", "리") > 0.0 == both_read("이", "강")
    True
    """
    rest = dict(_read().get(other, ()))
    return sum(share * rest[char] / _char_shares()[char] for char, share in _read().get(one, ()) if char in rest)


@lru_cache(maxsize=50_000)
def slipped(one: str, other: str) -> float:
    """The share of syllables written wrong in just this way: a jamo or two beside the right one.

    >>> slipped("룬", "론") > slipped("룬", "민")
    True
    """
    if len(one) != 1 or len(other) != 1:
        return 0.0
    distance = syllable_distance(one, other)
    return _shares()["near"] * float(2.0 ** (-_NEAR * distance)) if distance <= _FAR else 0.0


@lru_cache(maxsize=50_000)
def heard_from(char: str, chunk: str) -> float:
    """How often Mandarin ears write a character so.

    >>> heard_from("彭", "펑") > heard_from("彭", "평") > heard_from("彭", "왕") == 0.0
    True
    """
    return spellings_of(char).get(chunk, 0.0)


@lru_cache(maxsize=20_000)
def spellings_of(char: str) -> Mapping[str, float]:
    """How often Mandarin ears write a character in each way they do.

    >>> spellings_of("彭")["펑"] > spellings_of("彭")["평"]
    True
    """
    found: dict[str, float] = defaultdict(float)
    for pinyin, weight in _heard_as(char):
        for chunk, share in _written()[pinyin].items():
            found[chunk] += weight * share
    return found


@lru_cache(maxsize=50_000)
def read_from(char: str, syllable: str) -> float:
    """How often Sino-Korean reads a character so.

    >>> read_from("庚", "경") > 0.5, read_from("庚", "강")
    (True, 0.0)
    """
    return dict(sino_of(char)).get(syllable, 0.0)


@lru_cache(maxsize=20_000)
def _heard_as(char: str) -> tuple[tuple[str, float], ...]:
    return tuple(_ranked([pinyin for pinyin, _ in readings(char)[0]]))


@lru_cache(maxsize=20_000)
def sino_of(char: str) -> tuple[tuple[str, float], ...]:
    """The Sino-Korean syllables of a character by weight, 이 for 리 among them, as the law writes it at a head.

    >>> [form for form, _ in sino_of("李")]
    ['이', '리']
    """
    hanja = list(readings(char)[1])
    lawful = {at_head(form) for form in hanja if at_head(form) != form}
    found: dict[str, float] = defaultdict(float)
    for form, weight in _ranked([form for form in hanja if form not in lawful] or hanja):
        law = at_head(form)
        if law == form:
            found[form] += weight
        else:
            found[law] += _LAWFUL * weight
            found[form] += (1 - _LAWFUL) * weight
    return tuple(found.items())


def _ranked(items: list[str]) -> Iterator[tuple[str, float]]:
    weights = [_RARER**rank if rank < 2 else _RARER**2 for rank in range(len(items))]
    return ((item, weight / sum(weights)) for item, weight in zip(items, weights, strict=True))


@cache
def _shares() -> dict[str, float]:
    return {row["step"]: float(row["share"]) for row in records("drift_shares.tsv")}


@cache
def _spelled() -> dict[str, dict[str, float]]:
    """For each chunk the pinyin syllables that are spelled so, with the share of their spellings."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for pinyin, forms in _written().items():
        for form, share in forms.items():
            found[form][pinyin] = share
    return dict(found)


@cache
def _written() -> dict[str, dict[str, float]]:
    """For each pinyin syllable its spellings with their shares."""
    steps = [(float(row["most"]), float(row["share"])) for row in records("drift_shares.tsv")]
    found = {}
    for pinyin in sorted(syllables()):
        costs = {form: cost for form, cost in spell(pinyin).items() if len(form) <= LONGEST}
        level = {form: next(at for at, step in enumerate(steps) if cost <= step[0]) for form, cost in costs.items()}
        counts = Counter(level.values())
        found[pinyin] = {form: steps[at][1] / counts[at] for form, at in level.items()}
    return found


@cache
def _heard() -> dict[str, float]:
    table = _pinyin_shares()
    return {
        chunk: max(FLOOR, sum(table.get(pinyin, 0.0) * share for pinyin, share in found.items()))
        for chunk, found in _spelled().items()
    }


@cache
def _likeliest() -> dict[str, tuple[float, str]]:
    table = _pinyin_shares()
    return {
        chunk: max((math.log(table.get(pinyin, 0.0) * share + 1e-9), pinyin) for pinyin, share in found.items())
        for chunk, found in _spelled().items()
    }


@cache
def _char_shares() -> dict[str, float]:
    """How common each character is in names: in those that the tables hold, in given names, in surnames."""
    known: Counter[str] = Counter()
    for table in ("known_names.tsv", "china_places.tsv", "customary.tsv", "brands.tsv"):
        for row in rows(table):
            known.update(filter(is_hanzi, fold(row[0])))
    given = {char: 2.0 ** int(band) for band, chars in rows("given_hanja.tsv") for char in chars}
    ranked = "".join(chars for share, chars in rows("common_surnames.tsv") if share[0].isdigit() and "|" not in chars)
    surnames = {char: 1 / (rank + _HEAD) for rank, char in enumerate(ranked)}
    found: dict[str, float] = defaultdict(float)
    sources: tuple[Mapping[str, float], ...] = (known, given, surnames)
    for part, counts in zip(_PARTS, sources, strict=True):
        total = sum(counts.values())
        for char, count in counts.items():
            found[char] += part * count / total
    return found


@cache
def _pinyin_shares() -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for char, share in _char_shares().items():
        for pinyin, weight in _heard_as(char):
            found[pinyin] += share * weight
    return dict(found)


@cache
def _answering() -> dict[str, frozenset[str]]:
    """For each Sino-Korean syllable all spellings of the first readings of its characters."""
    return {
        syllable: frozenset(form for char, _ in chars for pinyin, _ in _heard_as(char)[:1] for form in spell(pinyin))
        for syllable, chars in _read().items()
    }


@cache
def _read() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each Sino-Korean syllable its characters with their share."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for char, share in _char_shares().items():
        for syllable, weight in sino_of(char):
            found[syllable].append((char, share * weight))
    return {syllable: tuple(chars) for syllable, chars in found.items()}
