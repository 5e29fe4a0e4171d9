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


def brand_type(zh: str) -> str:
    """The type of an established name by its folded hanzi, "" for what is none.

    >>> brand_type("腾讯"), brand_type("禾赛")
    ('organization', '')
    """
    return _brand_types().get(zh, "")


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
