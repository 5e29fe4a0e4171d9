"""Alignment: where the Hangul begins, how well it renders the hanzi, and what every syllable says."""

from __future__ import annotations

import pytest

from glossary.policy import load_policy
from glossary.reading.align import align

POLICY = load_policy().align

STARTS = [
    ("중국 커피 체인 루이싱", "瑞幸", "루이싱"),
    ("창업자 루정야오", "陸正耀", "루정야오"),
    ("육상 선수 우 다징", "武大靖", "우 다징"),
    ("주항저우", "杭州", "항저우"),
    ("상하이 쉬후이구", "徐匯區", "쉬후이구"),
    ("이 도시는 시안", "西安", "시안"),
    ("국영 창안자동차", "長安汽車", "창안자동차"),
    ("제18차", "十八次", "18차"),
    ("소설 훙루멍", "紅樓夢", "훙루멍"),
    ("광저우 톈허", "廣州 天河", "광저우 톈허"),
    ("광저우·톈허", "廣州·天河", "광저우·톈허"),
    ("업체 BOE과기", "BOE科技", "BOE과기"),
]


@pytest.mark.parametrize(("text", "zh", "ko"), STARTS)
def test_where_a_name_begins(text: str, zh: str, ko: str) -> None:
    found = align(text, zh, POLICY)
    assert found is not None
    assert (found.ko, text[found.start :]) == (ko, ko)


UNREAD = [
    ("삼성전자", "瑞幸"),
    ("그는 말했다", "北京"),
    ("", "北京"),
    ("베이징", ""),
    ("Luckin", "瑞幸"),
    ("...", "北京"),
]


@pytest.mark.parametrize(("text", "zh"), UNREAD)
def test_what_renders_nothing(text: str, zh: str) -> None:
    assert align(text, zh, POLICY) is None


ORDER = [
    ("루이싱", "루이씽", "瑞幸"),
    ("샤오미", "시아오미", "小米"),
    ("샤오미", "사오미", "小米"),
    ("저우융캉", "저우영캉", "周永康"),
    ("리옌훙", "이언홍", "李彦宏"),
    ("장쩌민", "강택민", "江澤民"),
    ("쉬자인", "쉬쟈인", "許家印"),
]


@pytest.mark.parametrize(("official", "drifted", "zh"), ORDER)
def test_the_official_form_is_the_cheapest(official: str, drifted: str, zh: str) -> None:
    first, second = align(official, zh, POLICY, whole=True), align(drifted, zh, POLICY, whole=True)
    assert first is not None
    assert second is not None
    assert first.cost == 0 < second.cost


def test_the_trace_covers_both_sides() -> None:
    found = align("선전 비야디자동차그룹", "比亞迪汽車集團", POLICY)
    assert found is not None
    assert "".join(step.ko for step in found.steps) == "비야디자동차그룹"
    assert "".join(step.zh for step in found.steps) == "比亞迪汽車集團"
    assert [(step.ko, step.how) for step in found.steps][-2:] == [("자동차", "expansion"), ("그룹", "translation")]


def test_a_wrong_syllable_is_named() -> None:
    found = align("리텅페이", "李鵬飛", POLICY)
    assert found is not None
    dearest = max(found.steps, key=lambda step: step.cost)
    assert (dearest.ko, dearest.zh) == ("텅", "鵬")
    assert dearest.how.startswith(("near", "unread"))


def test_all_of_the_hangul_has_to_be_read_on_demand() -> None:
    assert align("소설 훙루멍", "紅樓夢", POLICY, whole=True) is None


def test_traditional_and_simplified_read_alike() -> None:
    one, other = align("루정야오", "陸正耀", POLICY), align("루정야오", "陆正耀", POLICY)
    assert one is not None
    assert other is not None
    assert (one.cost, one.relation) == (other.cost, other.relation)
