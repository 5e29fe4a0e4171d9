"""The fast lane: it answers the plain cases, leaves the rest, and never answers otherwise than the full search."""

from __future__ import annotations

import pytest

from glossary.reading import path as search
from glossary.reading.path import best_path
from glossary.reading.quick import quick_way
from glossary.reading.window import Window, make_window
from glossary.text.hanzi import fold
from glossary.text.tables import records

PLAIN = [("훙차오", "虹橋"), ("지에팡", "解放"), ("육상 선수 우다징", "武大靖"), ("여순", "旅順")]
LEFT = [
    ("안후이성", "安徽省"),
    ("화룬그룹", "華潤集團"),
    ("제14차", "十四"),
    ("삼성", "虹橋"),
    ("카페 A", "A"),
    ("", "虹橋"),
]


def quick(window: Window, zh: str) -> float | None:
    state = quick_way(window, zh, fold(zh), len(window.text))
    return None if state is None else state[0]


@pytest.mark.parametrize(("ko", "zh"), PLAIN)
def test_plain_readings_are_answered(ko: str, zh: str) -> None:
    assert quick(make_window(ko), zh) is not None


@pytest.mark.parametrize(("ko", "zh"), LEFT)
def test_the_rest_is_left_to_the_full_search(ko: str, zh: str) -> None:
    assert quick(make_window(ko), zh) is None


def test_a_name_in_the_middle_of_a_word_costs_more() -> None:
    head, middle = quick(make_window("주 우한"), "武漢"), quick(make_window("주우한"), "武漢")
    assert head == 0
    assert middle is not None
    assert middle > 0


PAIRS = [
    (row["example_ko"], row["example_zh"])
    for name in ("morphemes.tsv", "brands.tsv", "korean_words.tsv", "korean_generics.tsv")
    for row in records(name)
] + [
    (row["ko"].split("|")[0], row["zh"])
    for name in ("morphemes.tsv", "known_names.tsv")
    for row in records(name)
    if row["ko"]
]


def test_it_costs_what_the_full_search_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = [(make_window(lead + ko), zh) for ko, zh in PAIRS for lead in ("", "중국 ", "주")]
    answered = [(window, zh, cost) for window, zh in windows if (cost := quick(window, zh)) is not None]
    monkeypatch.setattr(search, "quick_way", lambda *_: None)
    assert len(answered) > 20
    for window, zh, cost in answered:
        full = best_path(window, zh, strict=1.0)
        assert full is not None
        assert full.cost == pytest.approx(cost), (window.text, zh)
