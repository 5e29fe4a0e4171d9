"""Relations: which side a name's syllables take, together."""

from __future__ import annotations

import pytest

from glossary.model import Relation, Step
from glossary.reading.path import best_path
from glossary.reading.relation import relation_of
from glossary.reading.window import make_window
from glossary.text.tables import records

CASES: list[tuple[str, str, Relation]] = [
    ("우웨이", "無爲", "transliteration"),
    ("훙차오", "虹橋", "transliteration"),
    ("씽예", "興業", "transliteration"),
    ("지에팡", "解放", "transliteration"),
    ("리리", "李麗", "transliteration"),
    ("양리", "楊麗", "transliteration"),
    ("해방", "解放", "sino-korean"),
    ("홍교", "虹橋", "sino-korean"),
    ("여강", "麗江", "sino-korean"),
    ("여순", "旅順", "sino-korean"),
    ("광동", "廣東", "sino-korean"),
    ("안후이성", "安徽省", "mixed"),
    ("리강", "漓江", "mixed"),
    ("훙차오역", "虹橋驛", "mixed"),
    ("주광저우", "駐廣州", "mixed"),
    ("쉬후이구", "徐匯區", "mixed"),
    ("난카이대학", "南開大學", "mixed"),
    ("광저우자동차", "廣州汽車", "mixed"),
    ("폭스콘", "富士康", "other"),
]


@pytest.mark.parametrize(("ko", "zh", "relation"), CASES)
def test_relations(ko: str, zh: str, relation: Relation) -> None:
    path = best_path(make_window(ko), zh)
    assert path is not None
    assert path.start == 0
    assert relation_of(path.steps) == relation


@pytest.mark.parametrize("row", list(records("korean_words.tsv")), ids=lambda row: row["zh"])
def test_a_korean_word_in_a_mandarin_name_makes_it_mixed(row: dict[str, str]) -> None:
    path = best_path(make_window(row["example_ko"]), row["example_zh"])
    assert path is not None
    assert relation_of(path.steps) == "mixed"


def test_a_tail_that_is_a_word_of_its_own() -> None:
    path = best_path(make_window("콰이관리"), "快管理")
    assert path is not None
    assert relation_of(path.steps) == "transliteration"
    assert relation_of(path.steps, lambda ko, zh: (ko, zh) == ("관리", "管理")) == "mixed"


def test_japanese_steps_decide() -> None:
    steps = (Step("나라", "奈良", "japanese", "나라", 0.0), Step("시", "市", "sino", "시", 0.03))
    assert relation_of(steps) == "japanese"


def test_no_steps_no_reading() -> None:
    assert relation_of(()) == "other"
    assert relation_of((Step("", "王", "unread", "", 0.8),)) == "other"
