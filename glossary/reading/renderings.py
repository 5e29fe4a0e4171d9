"""Renderings that are no plain reading: translated morphemes, expanded abbreviations, loans, brands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from glossary.reading.chars import sino
from glossary.text.tables import cell_list, records

How = Literal["translation", "expansion", "loan", "brand", "word"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way Korean writes a stretch of hanzi, blanks left out."""

    ko: str
    how: How


def renderings_ending(zh: str, end: int) -> Iterator[tuple[int, tuple[Rendering, ...]]]:
    """The stretches of folded hanzi that end at `end` and have renderings, as (start, renderings).

    >>> [(start, items[0].ko) for start, items in renderings_ending("联想集团", 4)]
    [(2, '그룹')]
    """
    table, longest = _table()
    for start in range(max(0, end - longest), end):
        found = table.get(zh[start:end])
        if found:
            yield start, found


def rendered_as(zh: str, ko: str) -> str:
    """What renderings of folded hanzi a Hangul text holds: "word" for Korean words of its own, "other", "" for none.

    >>> rendered_as("云南省", "윈난성"), rendered_as("联想集团", "레노버그룹"), rendered_as("彭昭", "펑자오")
    ('word', 'other', '')
    """
    table, longest = _table()
    found, count = "", len(zh)
    for start in range(count):
        for end in range(start + 1, min(count, start + longest) + 1):
            for item in table.get(zh[start:end], ()):
                if item.ko in ko:
                    if item.how == "word":
                        return "word"
                    found = "other"
    return found


def brand_type(zh: str) -> str:
    """The type of an established name by its folded hanzi, "" for what is none.

    >>> brand_type("腾讯"), brand_type("彭昭")
    ('organization', '')
    """
    return _brand_types().get(zh, "")


def bearers(ko: str) -> tuple[str, ...]:
    """The folded hanzi that an established brand stands for, as far as it is known.

    >>> bearers("텐센트"), bearers("허사이")
    (('腾讯',), ())
    """
    return _bearers().get(ko, ())


@cache
def _bearers() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in records("brands.tsv"):
        for ko in cell_list(row["ko"]):
            bare = ko.replace(" ", "")
            found[bare] = (*found.get(bare, ()), row["zh"])
    return found


@cache
def _brand_types() -> dict[str, str]:
    return {row["zh"]: row["type"] for row in records("brands.tsv")}


@cache
def _table() -> tuple[dict[str, tuple[Rendering, ...]], int]:
    found: dict[str, dict[str, Rendering]] = {}
    for name, how_column in (("brands.tsv", ""), ("morphemes.tsv", "kind"), ("korean_words.tsv", "")):
        default: How = "brand" if name == "brands.tsv" else "word"
        for row in records(name):
            how: How = row[how_column] if how_column else default  # type: ignore[assignment]
            for ko in cell_list(row["ko"]):
                bare = ko.replace(" ", "")
                found.setdefault(row["zh"], {}).setdefault(bare, Rendering(bare, _refined(how, ko, row["zh"])))
    table = {zh: tuple(forms.values()) for zh, forms in found.items()}
    return table, max(map(len, table), default=0)


def _refined(how: How, ko: str, zh: str) -> How:
    """A translation that keeps the Sino-Korean sound of half its hanzi is an expansion: 과학기술 科技, 공유 共享."""
    if how == "brand" and " " in ko:
        return "translation"
    if how != "translation":
        return how
    kept = sum(any(syllable in ko for syllable in sino(char)) for char in zh)
    return "expansion" if 2 * kept >= len(zh) else how
