"""Japanese names: the official kana table, drift, old and new forms, whole words, and what is no Japanese name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.reading.japanese import (
    japanese_likelihood,
    japanese_person,
    japanese_place,
    japanese_readings,
    japanese_steps,
    japanese_surname,
    japanese_words,
    reads_japanese,
)
from glossary.reading.japanese_kana import hangul_of, renderings
from glossary.reading.japanese_tables import kana_table, kanji_readings, key, names, suffixes, whole_words
from glossary.text.tables import rows

OFFICIAL = [  # examples of 외래어 표기법 제3장 제6절 and 표 4
    ("サッポロ", "삿포로"), ("トットリ", "돗토리"), ("ヨッカイチ", "욧카이치"), ("キュウシュウ", "규슈"),
    ("ニイガタ", "니가타"), ("トウキョウ", "도쿄"), ("オオサカ", "오사카"), ("ゲンマ", "겐마"),
    ("ホッカイドウ", "홋카이도"), ("チバ", "지바"),
]  # fmt: skip

READ = [
    ("요시다 도모미", "吉田智久美"), ("사카모토 류이치", "坂本龍一"), ("오사카", "大阪"), ("홋카이도", "北海道"),
    ("닛산", "日産"), ("도쿠가와 이에야스", "德川家康"), ("아오모리", "靑森"), ("도요타", "豊田"),
    ("도요타", "丰田"), ("후쿠다 야스오", "福田康夫"), ("이치리키 료", "一力遼"), ("토요타", "豊田"),
    ("쿄토", "京都"), ("사사키", "佐々木"), ("하마마쓰", "浜松"), ("하마마쓰", "濱松"),
    ("미나모토노 요리토모", "源賴朝"), ("세키가하라", "關ヶ原"), ("야마토", "大和"), ("핫토리", "服部"),
    ("오오사카", "大坂"), ("시즈오카현", "靜岡縣"), ("와세다대학", "早稻田大學"), ("신쥬쿠", "新宿"),
    ("나츠메 소세키", "夏目漱石"),
]  # fmt: skip

UNREAD = [
    ("마오쩌둥", "毛澤東"), ("시진핑", "習近平"), ("서울", "首爾"), ("시적", "詩的"), ("오사카", "東京"),
    ("", "大阪"), ("오사카", ""), ("오사", "大阪"), ("오사카시마", "大阪"), ("Toyota", "豊田"), ("북경", "北京"),
    ("이순신", "李舜臣"),
]  # fmt: skip


@pytest.mark.parametrize(("kana", "hangul"), OFFICIAL)
def test_kana_follow_the_official_table(kana: str, hangul: str) -> None:
    assert hangul_of(kana) == hangul
    assert renderings(kana, head=True)[hangul] == 0.0


@pytest.mark.parametrize(("ko", "zh"), READ)
def test_a_japanese_reading_is_accepted_at_low_cost(ko: str, zh: str) -> None:
    cost = reads_japanese(ko, zh)
    assert cost is not None
    assert cost <= 0.2


@pytest.mark.parametrize(("ko", "zh"), UNREAD)
def test_what_is_no_japanese_reading_is_refused(ko: str, zh: str) -> None:
    assert reads_japanese(ko, zh) is None
    assert japanese_steps(ko, zh) == ()


@pytest.mark.parametrize(("ko", "zh"), READ)
def test_the_steps_cover_both_sides(ko: str, zh: str) -> None:
    steps = japanese_steps(ko, zh)
    assert "".join(step.ko for step in steps) == ko.replace(" ", "")
    assert "".join(step.zh for step in steps) == zh


@pytest.mark.parametrize("row", list(rows("japanese_suffixes.tsv")), ids=lambda row: row[2])
def test_suffix_examples_are_read(row: list[str]) -> None:
    zh, ko, example, hanzi = row
    assert ko in suffixes()[key(zh)]
    assert hanzi.endswith(zh)
    cost = reads_japanese(example, hanzi)
    assert cost is not None
    assert cost <= 0.2


def test_drift_costs_more_than_the_norm() -> None:
    assert (reads_japanese("도요타", "豊田"), reads_japanese("오사카", "大阪")) == (0.0, 0.0)
    drifted = [reads_japanese("토요타", "豊田"), reads_japanese("오오사카", "大阪")]
    assert all(cost is not None and cost > 0 for cost in drifted)


@pytest.mark.parametrize("forms", ["德徳", "廣広广", "澤沢泽", "龍竜龙", "濱浜滨", "靑青", "國国", "崎﨑"])
def test_all_forms_of_a_kanji_read_alike(forms: str) -> None:
    assert len({japanese_readings(form) for form in forms}) == 1
    assert japanese_readings(forms[0])


def test_every_table_is_kept_under_the_key_in_force() -> None:
    stale = [
        zh
        for table in (kanji_readings(), whole_words(), names("S"), names("G"), names("P"))
        for zh in table
        if key(zh) != zh
    ]
    assert stale == []


def test_every_mora_of_the_tables_can_be_written() -> None:
    kana = {c for entry in kanji_readings().values() for c in entry} - set("0123456789 ")
    written = {c for mora in kana_table() for c in mora} | set("ンッー")
    assert kana <= written


@pytest.mark.parametrize(("zh", "known"), [("大阪", True), ("靑森縣", True), ("烏魯木齊", False), ("", False)])
def test_places(zh: str, *, known: bool) -> None:
    assert japanese_place(zh) is known


@pytest.mark.parametrize(
    ("zh", "known"),
    [("坂本龍一", True), ("吉田智久美", True), ("福田康夫", True), ("習近平", False), ("", False), ("福田", False)],
)
def test_persons(zh: str, *, known: bool) -> None:
    assert japanese_person(zh) is known


def test_surname_is_returned_as_written() -> None:
    assert japanese_surname("佐々木希") == ("佐々木", ("사사키",))
    assert japanese_surname("") is None


def test_whole_words_go_beyond_single_kanji() -> None:
    assert "야마토" in japanese_words("大和")
    assert "야" not in japanese_readings("大")


@given(st.text(alphabet="가나다라쿠토키한ㄱA1 ()", max_size=12), st.text(alphabet="大阪國々ヶのA1 ㄱ靑", max_size=6))
def test_any_pair_gets_an_answer(ko: str, zh: str) -> None:
    cost = reads_japanese(ko, zh)
    assert cost is None or cost >= 0
    assert 0 <= japanese_likelihood(ko) <= 1
