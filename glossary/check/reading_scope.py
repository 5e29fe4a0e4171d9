"""Whom the norm wants read in Mandarin: persons of China after 1911 and its places, save some long called otherwise."""

from __future__ import annotations

from functools import cache

from glossary.check.usage import Subject
from glossary.reading.customary import custom_kind
from glossary.text.hanzi import fold, script_of
from glossary.text.tables import records, rows

_NEAR = 60  # characters on each side in which a word tells of the past
_SETTLED = frozenset({"zone", "town", "district", "village"})
_FEATURES = "江河山湖海岛城陵寺关"  # rivers, mountains, seas and monuments keep their Sino-Korean names


def chinese_person(subject: Subject) -> bool:
    """Whether a person read in Sino-Korean is plainly a modern Chinese: by simplified hanzi, or by the glossary.

    Koreans with hanja, persons before 1911 and performers known by their Sino-Korean names are none.
    """
    if custom_kind(subject.zh) in ("history", "star"):
        return False
    if subject.known and subject.known.curated:
        return True
    return script_of(subject.zh) == "simplified" or not _korean_surname(subject.zh)


def long_in_use(zh: str) -> bool:
    """Whether Korean may read a place in Sino-Korean wherever it stands: 황하, 장강, 대만.

    >>> long_in_use("黄河"), long_in_use("大连")
    (True, False)
    """
    return fold(zh)[-1:] in _FEATURES or fold(zh) in _by_norm()


def division(zh: str) -> bool:
    """Whether hanzi name a division of China or a zone in one: 大连, 中关村, but not 东北 nor 中国.

    >>> division("大连"), division("中关村"), division("东北"), division("中国")
    (True, True, False, False)
    """
    return fold(zh) in _divisions()


def past(text: str, start: int, end: int) -> bool:
    """Whether the words around a name speak of China before 1911.

    >>> past("당나라 시인 하지장", 7, 10), past("부시장 경도", 4, 6)
    (True, False)
    """
    around = text[max(0, start - _NEAR) : end + _NEAR]
    return any(cue in around for cue in _cues())


def _korean_surname(zh: str) -> bool:
    """Whether the first hanzi is a surname that Koreans bear."""
    return fold(zh)[:1] in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("korean_surnames.tsv") if len(fold(row[0])) == 1)


@cache
def _divisions() -> frozenset[str]:
    places = {fold(name) for row in records("china_places.tsv") for name in (row["zh"], row["stem"])}
    return frozenset(places | {fold(row["zh"]) for row in records("china_features.tsv") if row["level"] in _SETTLED})


@cache
def _by_norm() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("customary.tsv") if row[2] == "place" and row[3].startswith("norm"))


@cache
def _cues() -> tuple[str, ...]:
    return tuple(row["cue"] for row in records("past_cues.tsv"))
