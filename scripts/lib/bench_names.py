"""A made-up glossary of any size: persons, places and firms from the tables of readings, always the same for a seed."""

from __future__ import annotations

import hashlib
import random
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from glossary.model import Concept, EntityType, Entry, Language, Reading, Term
from glossary.reading.spellings import spell, syllables
from glossary.text.tables import lines, rows

SEED = 260
# the commonest endings of firms and places
FIRMS = (
    *("科技", "集团", "股份", "电子", "能源", "医药", "银行", "投资", "控股", "生物"),
    *("传媒", "汽车", "半导体", "新材料", "智能", "物流", "证券", "电力", "重工", "网络"),
)
PLACES = ["市", "县", "区", "镇", "山", "河", "湖", "路", "村", "港"]
DRIFTING = 0.2  # of the names have a second spelling
ENGLISH = 0.3
TRADITIONAL = 0.5


class Maker:
    """Names by the frequency of surnames and characters."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)
        self._readings = _readings()
        bands = [row for row in rows("common_surnames.tsv") if len(row) == 2 and row[0] != "share"]
        names = [name for _, text in bands for name in (text.split("|") if "|" in text else text)]
        self._surnames = [name for name in names if all(char in self._readings for char in name)]
        self._surname_weights = list(accumulate(1 / (place + 5) for place in range(len(self._surnames))))
        common = next(line.split("\t")[1] for line in lines("letter_frequency.tsv") if line.startswith("hanzi\t"))
        self._chars = [char for char in common if char in self._readings]
        self._weights = list(accumulate(1 / (place + 150) for place in range(len(self._chars))))

    def names(self, count: int) -> Iterator[tuple[str, EntityType]]:
        """So many different hanzi names."""
        seen: set[str] = set()
        while len(seen) < count:
            zh, kind = self._name()
            if zh not in seen:
                seen.add(zh)
                yield zh, kind

    def _name(self) -> tuple[str, EntityType]:
        pick = self._random.random()
        if pick < 0.45:
            surname = self._random.choices(self._surnames, cum_weights=self._surname_weights)[0]
            return surname + self._some(1 if self._random.random() < 0.15 else 2), "person"
        if pick < 0.7:
            return self._some(2 if self._random.random() < 0.6 else 3) + self._random.choice(PLACES), "place"
        return self._some(self._random.choice((2, 2, 3, 4))) + self._random.choice(FIRMS), "organization"

    def _some(self, count: int) -> str:
        return "".join(self._random.choices(self._chars, cum_weights=self._weights, k=count))

    def entry(self, zh: str, kind: EntityType) -> Entry:
        """The concept of a name, as a build would store it."""
        read = [self._readings[char] for char in zh]
        pinyin = tuple(toned for toned, _ in read)
        official = "".join(spelt(toneless(toned)) for toned in pinyin)
        reading = Reading(zh, official, pinyin, "".join(sino for _, sino in read))
        mentions = min(5_000, int(self._random.paretovariate(1.1)))
        terms = [_term(official, "ko", mentions)]
        if self._random.random() < DRIFTING:
            terms.append(_term(self.drifted(pinyin), "ko", 1))
        terms.append(_term(zh, "zh-Hans", mentions))
        if self._random.random() < TRADITIONAL and (hant := _traditional(zh)) != zh:
            terms.append(_term(hant, "zh-Hant", 1))
        if self._random.random() < ENGLISH:
            terms.append(_term("".join(map(toneless, pinyin)).title() + " Co.", "en", 1))
        concept = Concept(
            id=hashlib.blake2b(zh.encode(), digest_size=8).hexdigest(),
            key=zh,
            type=kind,
            terms=tuple(dict.fromkeys(terms)),
            mentions=mentions,
            documents=1,
            review="approved" if self._random.random() < 0.05 else "mined",
        )
        return Entry(concept, reading, ())

    def drifted(self, pinyin: tuple[str, ...]) -> str:
        """A name with one or two syllables spelt as Korean writers drift."""
        places = self._random.sample(range(len(pinyin)), min(len(pinyin), self._random.choice((1, 1, 2))))
        syllables = [toneless(toned) for toned in pinyin]
        return "".join(
            self._spelling(syllable) if place in places else spelt(syllable) for place, syllable in enumerate(syllables)
        )

    def _spelling(self, syllable: str) -> str:
        near = sorted(form for form, cost in spell(syllable).items() if 0 < cost <= 0.13)
        return self._random.choice(near) if near else spelt(syllable)

    def entries(self, count: int) -> Iterator[Entry]:
        """So many concepts."""
        return (self.entry(zh, kind) for zh, kind in self.names(count))


def _term(text: str, language: Language, count: int) -> Term:
    return Term(text, language, "preferred", count, 1)


@cache
def toneless(pinyin: str) -> str:
    """A syllable without its tone, ü as v."""
    apart = unicodedata.normalize("NFD", pinyin).replace("u\u0308", "v")
    return "".join(char for char in apart if char.isascii())


@cache
def spelt(syllable: str) -> str:
    """A syllable by the norm."""
    return next(form for form, cost in spell(syllable).items() if cost == 0)


def _readings() -> dict[str, tuple[str, str]]:
    known = syllables()
    table = {row[0]: row[1:] for row in rows("hanzi_readings.tsv") if len(row) == 3}
    found = {}
    for char, (several, sino) in table.items():
        toned = several.split(",")[0]
        sino = sino or table.get(_traditional(char), ("", ""))[1]
        if toneless(toned) in known and sino:
            found[char] = toned, sino[0]
    return found


@cache
def _pairs() -> dict[int, str]:
    simplified, traditional = (
        next(line.split("\t")[1] for line in lines("letter_frequency.tsv") if line.startswith(script))
        for script in ("hanzi\t", "traditional\t")
    )
    return {ord(one): other for one, other in zip(simplified, traditional, strict=False)}


def _traditional(zh: str) -> str:
    return zh.translate(_pairs())
