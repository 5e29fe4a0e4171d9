"""Spellings: the official table whole, every row of the drift tables by its example, and what no writer would write."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from glossary.reading.spellings import COSTS, longer_spellings, spell, split_syllable, syllables
from glossary.text.hangul import is_hangul, split
from glossary.text.tables import cell_list, records

INITIALS = list(records("drift_initials.tsv"))
FINALS = list(records("drift_finals.tsv"))
DEAREST = 2 * COSTS["slip"]


@pytest.mark.parametrize("row", list(records("pinyin_hangul.tsv")), ids=lambda row: row["pinyin"])
def test_the_official_form_costs_nothing(row: dict[str, str]) -> None:
    assert spell(row["pinyin"])[row["hangul"]] == 0


def test_all_syllables_of_the_norm() -> None:
    assert len(syllables()) == 420


def own_cost(row: dict[str, str], shown: Callable[[str], bool]) -> float:
    """The cost of the column whose item the example shows."""
    return min(COSTS[column] for column in COSTS for item in cell_list(row.get(column, "")) if shown(item))


@pytest.mark.parametrize("row", INITIALS, ids=lambda row: row["example"])
def test_each_initial_s_example_costs_what_its_column_says(row: dict[str, str]) -> None:
    pinyin, hangul = row["example"].split(" ")
    assert split_syllable(pinyin)[0] == row["initial"]
    cost = own_cost(row, lambda item: split(hangul[0])[0] == item)
    assert spell(pinyin)[hangul] <= cost + COSTS["regular"]


@pytest.mark.parametrize("row", FINALS, ids=lambda row: row["example"])
def test_each_final_s_example_costs_what_its_column_says(row: dict[str, str]) -> None:
    pinyin, hangul = row["example"].split(" ")
    assert split_syllable(pinyin)[1] == row["final"]
    _, vowel, coda = split(hangul[0])
    cost = own_cost(row, lambda item: vowel + coda + hangul[1:] == item)
    assert spell(pinyin)[hangul] <= cost


DRIFT = [
    ("jian", "젠", "지엔"),
    ("luo", "뤄", "루어"),
    ("luo", "뤄", "로"),
    ("xing", "싱", "씽"),
    ("xie", "셰", "시에"),
    ("zhou", "저우", "조우"),
    ("xiao", "샤오", "시아오"),
    ("yuan", "위안", "위엔"),
    ("lian", "롄", "리엔"),
    ("jie", "제", "졔"),
    ("jiang", "장", "쟝"),
    ("chun", "춘", "춴"),
    ("guo", "궈", "꿔"),
    ("tong", "퉁", "통"),
    ("de", "더", "드"),
]


@pytest.mark.parametrize(("pinyin", "official", "drifted"), DRIFT)
def test_drift_is_cheap_and_never_free(pinyin: str, official: str, drifted: str) -> None:
    forms = spell(pinyin)
    assert forms[official] == 0
    assert 0 < forms[drifted] < DEAREST


@pytest.mark.parametrize(
    ("pinyin", "hangul"), [("ma", "바"), ("wang", "황"), ("li", "시"), ("shu", "두"), ("gao", "마오"), ("jun", "룬")]
)
def test_what_is_no_spelling(pinyin: str, hangul: str) -> None:
    assert hangul not in spell(pinyin)


def test_regular_drift_is_cheaper_than_loose_and_loose_than_a_slip() -> None:
    forms = spell("jian")
    assert forms["젠"] < forms["지엔"] < forms["지안"] < forms["진"]


@pytest.mark.parametrize(
    ("pinyin", "halves"),
    [
        ("zhi", ("zh", "ih")),
        ("ci", ("c", "ih")),
        ("ji", ("j", "i")),
        ("qu", ("q", "v")),
        ("lü", ("l", "v")),
        ("lu", ("l", "u")),
        ("xuan", ("x", "van")),
        ("an", ("", "an")),
        ("er", ("", "er")),
        ("you", ("", "you")),
        ("wu", ("", "wu")),
        ("shuang", ("sh", "uang")),
    ],
)
def test_initial_and_final(pinyin: str, halves: tuple[str, str]) -> None:
    assert split_syllable(pinyin) == halves


def test_every_initial_and_final_of_the_norm_has_a_row() -> None:
    halves = [split_syllable(pinyin) for pinyin in syllables()]
    assert {initial for initial, _ in halves} == {row["initial"] for row in INITIALS}
    missing = {final for _, final in halves} - {row["final"] for row in FINALS}
    assert missing <= {"m", "n", "ng", "hm", "hng", "lo", "yai", "o"}


def test_longer_spellings_are_those_of_several_syllables() -> None:
    assert {"지엔", "루어", "시아오"} <= longer_spellings()
    assert {len(hangul) for hangul in longer_spellings()} == {2, 3}


def test_spellings_are_hangul() -> None:
    assert all(all(map(is_hangul, hangul)) for pinyin in syllables() for hangul in spell(pinyin))
