"""The authority packs' tables: each name once, its Hangul what the norm gives or stated by hand."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from glossary.exchange.packs import PACKS, pack
from glossary.model import TYPES
from glossary.reading.customary import custom_kind, customary
from glossary.reading.transliterate import transliterate
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold
from glossary.text.tables import cell_list, lines, records

PLACES = [*records("china_places.tsv"), *records("china_features.tsv")]
CHECKED = [
    ("陕西", "산시", "Shaanxi", ""),
    ("山西", "산시", "Shanxi", ""),
    ("西安", "시안", "Xi'an", "陕西"),
    ("内蒙古", "내몽골", "Inner Mongolia", ""),
    ("新疆", "신장", "Xinjiang", ""),
    ("西藏", "티베트", "Tibet", ""),
    ("哈尔滨", "하얼빈", "Harbin", "黑龙江"),
    ("乌鲁木齐", "우루무치", "Ürümqi", "新疆"),
    ("拉萨", "라싸", "Lhasa", "西藏"),
    ("延边", "옌볜", "Yanbian", "吉林"),
    ("阿勒泰", "아러타이", "Altay", "新疆"),
    ("吉林市", "지린시", "Jilin City", "吉林"),
    ("福州", "푸저우", "Fuzhou", "福建"),
    ("抚州", "푸저우", "Fuzhou", "江西"),
    ("深圳", "선전", "Shenzhen", "广东"),
    ("六安", "루안", "Lu'an", "安徽"),
    ("蚌埠", "벙부", "Bengbu", "安徽"),
    ("海淀", "하이뎬", "Haidian", "北京"),
    ("香港", "홍콩", "Hong Kong", ""),
    ("黄河", "황허", "Yellow River", ""),
    ("天安门", "톈안먼", "Tiananmen", "北京"),
    ("泰山区", "타이산구", "Taishan District", "山东/泰安|台湾/新北"),
]
ADMITTED = [
    ("北京", "북경"),
    ("上海", "상해"),
    ("内蒙古", "네이멍구"),
    ("新疆", "신장위구르자치구"),
    ("西藏", "시짱"),
    ("延边", "연변"),
    ("阿勒泰", "알타이"),
    ("台湾", "대만"),
    ("黄河", "황하"),
    ("长江", "양쯔강"),
    ("天安门", "천안문"),
]


@pytest.mark.parametrize("name", ["china_places.tsv", "china_features.tsv", "established_names.tsv"])
def test_rows_are_whole(name: str) -> None:
    width = len(lines(name)[0].split("\t"))
    for line in lines(name):
        cells = line.split("\t")
        assert len(cells) == width, line
        assert cells == [cell.strip() for cell in cells], line


def test_every_name_once_in_all_packs() -> None:
    counts = Counter(curation.key for name in PACKS for curation in pack(name))
    assert [key for key, count in counts.items() if count > 1] == []
    assert len(counts) > 4000


def test_no_form_twice_and_hangul_where_it_belongs() -> None:
    for name in PACKS:
        for curation in pack(name):
            forms = [(term.language, term.text) for term in curation.terms]
            assert len(forms) == len(set(forms)), curation
            assert all(term.text for term in curation.terms), curation
            if name == "china-places":
                assert all(any(map(is_hangul, text)) for language, text in forms if language == "ko"), curation


def test_divisions_read_as_the_norm_says_or_by_a_custom_that_is_written_down() -> None:
    for row in records("china_places.tsv"):
        stem = row["ko"] if row["zh"] == row["stem"] else ""
        if stem and not row["within"].startswith(("香港", "澳门")) and row["level"] != "county":
            reading = transliterate(row["full"].split("|")[0], type="place")
            allowed = (transliterate(row["zh"], type="place").official, *customary(row["zh"]))
            assert stem in allowed or reading.official.startswith(stem), row


def test_traditional_forms_fold_to_the_same_key() -> None:
    for row in (*PLACES, *records("established_names.tsv")):
        assert not row["hant"] or fold(row["hant"]) == fold(row["zh"]), row


def test_what_a_place_lies_in_is_a_place_of_the_pack() -> None:
    stems = {row["stem"] for row in PLACES}
    for row in PLACES:
        assert all(part in stems for path in cell_list(row["within"]) for part in path.split("/")), row


def test_english_is_spelled_as_names_are() -> None:
    for row in records("china_places.tsv"):
        assert re.fullmatch(r"|[A-ZÜ][a-zA-Züêé' -]*", row["en"]), row


@pytest.mark.parametrize(("zh", "ko", "en", "within"), CHECKED)
def test_places_checked_by_hand(zh: str, ko: str, en: str, within: str) -> None:
    row = next(row for row in PLACES if row["zh"] == zh)
    assert (row["ko"], row["en"], row["within"]) == (ko, en, within)


@pytest.mark.parametrize(("zh", "form"), ADMITTED)
def test_customary_forms_are_admitted(zh: str, form: str) -> None:
    row = next(row for row in PLACES if row["zh"] == zh)
    assert form in cell_list(row["more"])


def test_types_of_established_names_are_known() -> None:
    assert {row["type"] for row in records("established_names.tsv")} <= set(TYPES)


def test_two_tables_tell_one_truth() -> None:
    """What customary.tsv calls a firm's name and the pack's preferred one are the same."""
    for row in records("established_names.tsv"):
        if custom_kind(row["zh"]) in ("company", "work", "foreign"):
            assert customary(row["zh"])[0] == row["ko"], row
