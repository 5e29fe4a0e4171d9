"""Renderings that are no reading: every row of the tables is found by its example."""

from __future__ import annotations

import pytest

from glossary.reading.renderings import brand_type, rendered_as, renderings_ending
from glossary.text.hanzi import fold
from glossary.text.tables import cell_list, records

ROWS = [row | {"table": name} for name in ("morphemes.tsv", "brands.tsv", "korean_words.tsv") for row in records(name)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['table'][:5]}-{row['zh']}")
def test_each_row_is_found_behind_its_hanzi(row: dict[str, str]) -> None:
    zh = fold(row["example_zh"])
    end = zh.index(row["zh"]) + len(row["zh"])
    found = {zh[start:end]: {item.ko for item in items} for start, items in renderings_ending(zh, end)}
    assert {ko.replace(" ", "") for ko in cell_list(row["ko"])} <= found[row["zh"]]


KINDS = [
    ("集团", "그룹", "translation"),
    ("科技", "과학기술", "expansion"),
    ("共享", "공유", "expansion"),
    ("腾讯", "텐센트", "brand"),
    ("省", "성", "word"),
]


@pytest.mark.parametrize(("zh", "ko", "how"), KINDS)
def test_how_a_rendering_renders(zh: str, ko: str, how: str) -> None:
    assert {item.how for _, items in renderings_ending(zh, len(zh)) for item in items if item.ko == ko} == {how}


@pytest.mark.parametrize(
    ("ko", "zh", "what"),
    [
        ("후난성", "湖南省", "word"),
        ("후난", "湖南省", ""),
        ("화룬그룹", "华润集团", "other"),
        ("화룬집단", "华润集团", ""),
        ("천톈스", "陈天石", ""),
        ("알리클라우드", "阿里云", "other"),
        ("", "", ""),
    ],
)
def test_what_a_text_holds(ko: str, zh: str, what: str) -> None:
    assert rendered_as(zh, ko) == what


@pytest.mark.parametrize(("zh", "type_"), [("富士康", "organization"), ("天猫", "product"), ("陈天石", "")])
def test_types_of_brands(zh: str, type_: str) -> None:
    assert brand_type(zh) == type_
