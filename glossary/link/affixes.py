"""What stands behind a name and says what its bearer is, in hanzi and in Hangul, and a seat's name before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from glossary.reading.transliterate import transliterate
from glossary.text.tables import cell_list, records

LEGAL, TRADE, WIDE, UNIT, SEAT = "legal", "trade", "wide", "unit", "seat"
PLACE, PREFECTURE, NATURE = "place", "prefecture", "nature"
_STEM = 2  # hanzi or syllables that must be left of a name
_RANKS = ("province", "prefecture")
_OFFICE = frozenset({PLACE, PREFECTURE, NATURE})


@dataclass(frozen=True, slots=True)
class Stem:
    """A name without some of what stands around it: `rest` are the affixes taken off, as (hanzi, kind)."""

    text: str
    rest: tuple[tuple[str, str], ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """What sorts of affixes were taken off."""
        return frozenset(kind for _, kind in self.rest)


@lru_cache(maxsize=50_000)
def hanzi_stems(zh: str) -> tuple[Stem, ...]:
    """The name as it stands (folded), then without one affix after the other.

    >>> [(stem.text, sorted(stem.kinds)) for stem in hanzi_stems("上海移远通信技术股份有限公司")][-1]
    ('移远', ['legal', 'seat', 'trade'])
    >>> [stem.text for stem in hanzi_stems("彭昭")]
    ['彭昭']
    """
    found = [Stem(zh)]
    for stem in found:
        found += [step for step in _shorter(stem) if all(step.text != other.text for other in found)]
    return tuple(found)


def _shorter(stem: Stem) -> Iterator[Stem]:
    text = stem.text
    for size in range(min(_longest(), len(text) - 1), 0, -1):
        kind = _hanzi().get(text[-size:])
        if kind and len(text) - size >= _STEM:
            yield Stem(text[:-size], (*stem.rest, (text[-size:], kind)))
            break
    for size in (4, 3, 2):
        if len(text) - size >= _STEM and text[:size] in _seats() and text[size:] not in _hanzi():
            yield Stem(text[size:].removeprefix("市"), (*stem.rest, (text[:size], SEAT)))
            break


@lru_cache(maxsize=100_000)
def hangul_stems(key: str, places: bool) -> tuple[Stem, ...]:
    """The same for a Hangul name without blanks; one-syllable ranks and features come off a place alone.

    >>> [(stem.text, stem.rest) for stem in hangul_stems("허사이커지", False)][1]
    ('허사이', (('科技', 'trade'),))
    >>> [stem.text for stem in hangul_stems("저장성", True)], [stem.text for stem in hangul_stems("리둥성", False)]
    (['저장성', '저장'], ['리둥성'])
    """
    found = [Stem(key)]
    for stem in found:
        text = stem.text
        for size in range(min(_longest_ko(), len(text) - _STEM), 0, -1):
            affix = _hangul().get(text[-size:])
            if affix and _may(affix, size, places):
                found.append(Stem(text[:-size], (*stem.rest, affix)))
                break
        for size in (5, 4, 3, 2):
            seat = _hangul_seats().get(text[:size])
            if seat and len(text) - size >= _STEM and text[size:] not in _hangul() and stem.rest:
                found.append(Stem(text[size:], (*stem.rest, (seat, SEAT))))
                break
    return tuple(found)


def _may(affix: tuple[str, str], size: int, places: bool) -> bool:
    return places if affix[1] in _OFFICE and size == 1 else size > 1 or affix[0] in ("大学",)


@cache
def _hanzi() -> dict[str, str]:
    return {row["zh"]: row["kind"] for row in records("link_affixes.tsv")}


@cache
def _longest() -> int:
    return max(map(len, _hanzi()))


@cache
def _hangul() -> dict[str, tuple[str, str]]:
    """What Korean writes for each affix: its plain readings and the forms of the table, the first row first."""
    found: dict[str, tuple[str, str]] = {}
    for row in records("link_affixes.tsv"):
        read = transliterate(row["zh"], type="term")
        places = row["kind"] in _OFFICE
        plain = [read.sino_korean] if places else [read.official, read.sino_korean]
        for form in (*cell_list(row["ko"]), *plain):
            found.setdefault(form.casefold(), (row["zh"], row["kind"]))
    return found


@cache
def _longest_ko() -> int:
    return max(map(len, _hangul()))


@cache
def _seats() -> frozenset[str]:
    """Provinces and cities that companies put before their names, and the country."""
    return frozenset({"中国"} | {row["zh"] for row in records("china_places.tsv") if row["level"] in _RANKS})


@cache
def _hangul_seats() -> dict[str, str]:
    found: dict[str, str] = {}
    for zh in sorted(_seats()):
        read = transliterate(zh, type="place")
        for form in (read.official, *read.customary, read.sino_korean):
            found.setdefault(form, zh)
    return found
