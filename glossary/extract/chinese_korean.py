"""A Korean form for a Chinese name that no glossary knows: established, or read, its generic words translated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from glossary.extract.chinese_text import generics
from glossary.model import EntityType
from glossary.reading.established import established
from glossary.reading.transliterate import transliterate
from glossary.text.hanzi import is_hanzi, simplified
from glossary.text.tables import cell_list, records

_LONGEST = 14
_DIVISIONS = frozenset("省市县区")


def korean(zh: str, type: EntityType) -> str:
    """What a translator would write: a person read, a place with its 시 or 현, a firm with its 그룹.

    >>> korean("钱鹏鹤", "person"), korean("上海市", "place"), korean("古生村", "place")
    ('첸펑허', '상하이시', '구성촌')
    >>> korean("北京理工大学", "organization"), korean("常州移远通信技术有限公司", "organization")
    ('베이징이공대학', '창저우이위안통신기술유한공사')
    >>> korean("长江日报", "media"), korean("希捷", "organization")
    ('창장일보', '씨게이트')
    """
    simple = simplified(zh)
    reading = transliterate(simple, type=type)
    if names := established(reading):
        return names[0]
    if type in ("organization", "media", "place"):
        return "".join(_pieces(simple, type))
    return reading.official


def _pieces(zh: str, type: EntityType) -> Iterator[str]:
    """Places, generic words and what is between them, each in Korean."""
    words = _words(type)
    run, at = "", 0
    while at < len(zh):
        ends = range(min(len(zh), at + _LONGEST), at, -1)
        piece = next((zh[at:end] for end in ends if zh[at:end] in words and (end - at > 1 or at)), "")
        if not piece:
            run, at = run + zh[at], at + 1
            continue
        if run:
            yield _read(run, type)
        yield words[piece]
        run, at = "", at + len(piece)
    if run:
        yield _read(run, type)


def _read(zh: str, type: EntityType) -> str:
    official = transliterate(zh, type=type).official
    return official if any(map(is_hanzi, zh)) else zh


@cache
def _words(type: EntityType) -> dict[str, str]:
    if type == "place":
        known = {zh: ko for zh, ko in generics("place").items() if ko}
    else:
        known = {zh: ko for zh, ko in generics("inner", "body", "media").items() if ko}
        known = {zh: ko for zh, ko in known.items() if len(zh) > 1 or zh in _DIVISIONS}
    return {**known, **_places()}


@cache
def _places() -> dict[str, str]:
    """Provinces and prefectures with and without what they are called, and counties by their whole names."""
    found: dict[str, str] = {}
    for row in records("china_places.tsv"):
        if row["level"] != "county" or row["zh"] != row["stem"]:
            found.setdefault(row["zh"], row["ko"])
        for full in cell_list(row["full"]):
            wholes = [form for form in cell_list(row["more"]) if form.startswith(row["ko"])]
            if full != row["zh"] and wholes:
                found.setdefault(full, max(wholes, key=len))
    return found
