"""Names as the norm writes them: places, persons, companies, scripts, mixtures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import EntityType
from glossary.reading.chars import official_syllable
from glossary.reading.customary import custom_kind, customary
from glossary.reading.score import gold_rows, score_readings
from glossary.reading.transliterate import transliterate
from glossary.text.hanzi import fold
from glossary.text.tables import rows


@pytest.mark.parametrize(
    ("zh", "official"),
    [
        ("重慶", "충칭"),
        ("漯河", "뤄허"),
        ("便宜坊", "볜이팡"),
        ("便宜", "폔이"),
        ("阿勒泰", "아러타이"),
        ("锡林郭勒", "시린궈러"),
        ("乾隆", "첸룽"),
        ("髮廊", "파랑"),
        ("台州", "타이저우"),
        ("中国银行", "중궈인항"),
        ("旅行家", "뤼싱자"),
        ("长相思", "창샹쓰"),
        ("北斗+", "베이더우+"),
        ("EMQ 映云科技", "EMQ 잉윈커지"),
        ("二〇二一", "얼링얼이"),
        ("佐々木", "쭤쭤무"),
        ("珠江", "주장강"),
        ("黄河", "황허"),
        ("ABC", "ABC"),
        ("", ""),
    ],
)
def test_official(zh: str, official: str) -> None:
    assert transliterate(zh).official == official


@pytest.mark.parametrize(
    ("zh", "kind", "official"),
    [
        ("单霁翔", None, "산지샹"),
        ("单位", None, "단웨이"),
        ("解放", "person", "셰팡"),
        ("乐嘉言", "person", "웨자옌"),
        ("乐高", None, "러가오"),
        ("查克拉", None, "차커라"),
        ("尉遲恭", None, "위츠궁"),
        ("万俟卨", None, "모치셰"),
        ("华为", None, "화웨이"),
        ("梁朝偉", None, "량차오웨이"),
        ("张柏芝", None, "장보즈"),
        ("柏乡", None, "바이샹"),
        ("珠江", "organization", "주장"),
    ],
)
def test_what_kind_of_name_decides(zh: str, kind: EntityType | None, official: str) -> None:
    assert transliterate(zh, type=kind).official == official


def test_every_syllable_tells_its_rule() -> None:
    reading = transliterate("单霁翔")
    assert [step.feature for step in reading.trace] == ["surname", "usual", "usual"]
    assert "dān elsewhere" in reading.trace[0].detail


def test_other_readings_come_with_a_reason() -> None:
    found = {other.official: other.reason for other in transliterate("单霁翔").alternatives}
    assert found["단지샹"] == "not as a person"


@pytest.mark.parametrize(
    ("name", "accuracy"),
    [
        ("readings.tsv", 0.99),
        ("readings_second.tsv", 0.98),
        ("readings_third.tsv", 0.98),
        ("readings_fourth.tsv", 0.98),
        ("readings_fifth.tsv", 0.98),
        ("readings_sixth.tsv", 0.96),
    ],
)
def test_gold_lists(name: str, accuracy: float, pytestconfig: pytest.Config) -> None:
    text = (pytestconfig.rootpath / "corpus" / "gold" / name).read_text(encoding="utf-8")
    score = score_readings(gold_rows(text))
    assert score.total >= 100
    assert score.accuracy >= accuracy, score.misses


def test_curated_names_keep_to_the_official_table() -> None:
    wrong = [row[0] for row in rows("mandarin_names.tsv") if not all(map(official_syllable, row[1].split()))]
    assert not wrong


def test_curated_names_are_read_as_written() -> None:
    kinds = ("place", "organization", "work", "word", "person", "whole")
    entries = [row for row in rows("mandarin_names.tsv") if row[2] in kinds]
    wrong = [row[0] for row in entries if " ".join(transliterate(row[0]).pinyin) != row[1]]
    assert not wrong


def test_customary_forms_are_found() -> None:
    assert all(customary(row[0])[0] == row[1].split("/")[0] for row in rows("customary.tsv"))


@pytest.mark.parametrize(
    ("zh", "official", "forms", "kind"),
    [
        ("魯迅", "루쉰", ("노신",), "modern"),
        ("毛泽东", "마오쩌둥", ("모택동",), "modern"),
        ("邓小平", "덩샤오핑", ("등소평",), "modern"),
        ("沈从文", "선충원", ("심종문",), "modern"),
        ("张艺谋", "장이머우", ("장예모",), "modern"),
        ("袁世凱", "위안스카이", ("원세개",), "modern"),
        ("习近平", "시진핑", (), ""),
        ("梁朝伟", "량차오웨이", ("양조위",), "star"),
        ("巩俐", "궁리", ("공리",), "star"),
        ("黄仁勋", "황런쉰", ("젠슨 황",), "star"),
        ("朴槿惠", "퍄오진후이", ("박근혜",), "foreign"),
        ("安倍晋三", "안베이진싼", ("아베 신조",), "foreign"),
        ("東京", "둥징", ("도쿄", "동경"), "foreign"),
        ("现代", "셴다이", ("현대",), "foreign"),
    ],
)
def test_official_stays_mandarin_beside_custom(zh: str, official: str, forms: tuple[str, ...], kind: str) -> None:
    assert (transliterate(zh).official, customary(zh), custom_kind(zh)) == (official, forms, kind)


def test_customary_table_is_sound() -> None:
    table = list(rows("customary.tsv"))
    assert len({fold(row[0]) for row in table}) == len(table)
    assert {row[2] for row in table} == {"place", "history", "work", "star", "modern", "company", "foreign"}


@given(st.text(max_size=20))
def test_any_text_is_read(text: str) -> None:
    reading = transliterate(text)
    assert reading.zh == text
    assert reading == transliterate(text)
