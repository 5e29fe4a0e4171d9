"""Further forms in a bracket: what is kept as an alias, what is a note; English names in table cells."""

from __future__ import annotations

import pytest

from glossary.extract.aliases import aliases_of
from glossary.extract.cells import english_of
from glossary.extract.extract import pairs_of
from glossary.policy import load_policy
from glossary.text.tables import records
from glossary.tokens import load

POLICY, TOKENIZERS = load_policy(), load()
NOTES = list(records("bracket_notes.tsv"))


def aliases(text: str) -> list[tuple[str, str]]:
    """The aliases of the first pair of a text."""
    found = next(iter(pairs_of(text, POLICY, TOKENIZERS)))
    return [(alias.text, alias.kind) for alias in aliases_of(found, text, POLICY.extract)]


SECOND_READINGS = [
    ("쑤저우(蘇州·소주)", "소주"),
    ("쑤저우(소주·蘇州)", "소주"),
    ("쑤저우(蘇州 소주)", "소주"),
    ("쑤저우(소주-蘇州)", "소주"),
    ("쑤저우(蘇州=소주)", "소주"),
    ("쑤저우(蘇州: 소주)", "소주"),
    ("쑤저우(蘇州/소주)", "소주"),
    ("쑤저우(蘇州소주)", "소주"),
    ("쑤저우(蘇州(소주))", "소주"),
    ("쑤저우(蘇州, 옛 이름 소주)", "소주"),
    ("쑤저우(蘇州·소\n주)", "소주"),
    ("쑤저우[蘇州](소주)", "소주"),
    ("후쿠오카(福岡, 복강)", "복강"),
    ("금각사(金閣寺, 긴카쿠지)", "긴카쿠지"),
    ("蘇州(쑤저우·소주)", "소주"),
]


@pytest.mark.parametrize(("text", "alias"), SECOND_READINGS)
def test_second_readings(text: str, alias: str) -> None:
    assert aliases(text) == [(alias, "hangul")]


BRANDS = [
    ("룽지뤼넝(隆基綠能·론지솔라)", [("론지솔라", "hangul")]),
    ("룽지뤼넝(隆基綠能, 론지솔라, 601012)", [("론지솔라", "hangul"), ("601012", "ticker")]),
    ("룽지뤼넝(隆基綠能·LONGi·론지 601012.SH)", [("LONGi", "latin"), ("론지", "hangul"), ("601012.SH", "ticker")]),
    ("진산윈(金山雲·킹소프트클라우드)", [("킹소프트클라우드", "hangul")]),
    ("쉬샤오핑(徐小平·밥 쉬)", [("밥 쉬", "hangul")]),
    ("천카이거(陳凱歌, 빌 천)", [("빌 천", "hangul")]),
    ("장만옥(張曼玉·매기 장)", [("매기 장", "hangul")]),
    ("메이퇀(美團·MT닷컴)", [("MT닷컴", "hangul")]),
    ("룽지뤼넝(隆基綠能, LONGi 융기녹능)", [("융기녹능", "hangul"), ("LONGi", "latin")]),
]


@pytest.mark.parametrize(("text", "expected"), BRANDS)
def test_brands_and_nicknames(text: str, expected: list[tuple[str, str]]) -> None:
    assert aliases(text) == expected


NONE = [
    "양리(楊麗·46)",
    "양리(楊麗·46·사진)",
    "양리(楊麗. 여)",
    "양리(楊麗, 1979년생)",
    "양리(楊麗, 1979∼2020)",
    "양리(楊麗, 왼쪽에서 두 번째)",
    "양리(楊麗 바이두 부회장)",
    "양리(楊麗·텐센트)",
    "양리(楊麗, 드론 스타트업 창업자)",
    "양리(楊麗, CEO)",
    "양리(楊麗, AI Lab 수석 연구원)",
    "쑤저우(蘇州, 장쑤성)",
    "쑤저우(蘇州·광둥)",
    "쑤저우(蘇州(장쑤성))",
    "쑤저우(蘇州, 지금의 우현)",
    "쑤저우(蘇州·운하와 정원의 도시)",
    "웨이신(微信·중국판 카카오톡)",
    "룽지뤼넝(隆基綠能, 태양광)",
    "룽지뤼넝(隆基綠能, AI)",
    "룽지뤼넝(隆基綠能·상하이거래소)",
    "룽지뤼넝(隆基綠能·동영상 플랫폼)",
    "쑤저우·항저우(蘇州·杭州)",
]


@pytest.mark.parametrize("text", NONE)
def test_notes_are_no_aliases(text: str) -> None:
    assert aliases(text) == []


TICKERS = [
    ("룽지뤼넝(隆基綠能, 601012)", "601012"),
    ("룽지뤼넝(隆基綠能·601012.SH)", "601012.SH"),
    ("룽지뤼넝(隆基綠能 601012.SH)", "601012.SH"),
    ("룽지뤼넝(隆基綠能, 601012, SH)", "601012, SH"),
    ("룽지뤼넝(隆基綠能, 601012, 상하이거래소)", "601012"),
    ("룽지뤼넝(隆基綠能, 601\n012)", "601012"),
    ("룽지뤼넝(隆基綠能, NYSE: LGI)", "NYSE: LGI"),
    ("룽지뤼넝(隆基綠能, HK:06012)", "HK:06012"),
    ("룽지뤼넝(隆基綠能)(06012.HK)", "06012.HK"),
]


@pytest.mark.parametrize(("text", "ticker"), TICKERS)
def test_tickers(text: str, ticker: str) -> None:
    assert aliases(text) == [(ticker, "ticker")]


LATIN = [
    ("룽지뤼넝(隆基綠能, Longi Green Energy)", "Longi Green Energy"),
    ("룽지뤼넝(Longi Green Energy 隆基綠能)", "Longi Green Energy"),
    ("룽지뤼넝(隆基綠能 Longi Green\nEnergy)", "Longi Green Energy"),
    ("룽지뤼넝(隆基綠能, Longi Green Energy Co., Ltd.)", "Longi Green Energy Co., Ltd."),
    ("룽지뤼넝(Longi/隆基綠能)", "Longi"),
    ("룽지뤼넝(隆基綠能)(LONGi)", "LONGi"),
    ("양리(楊麗 (Yang Li))", "Yang Li"),
    ("시안(西安, Xi'an)", "Xi'an"),
    ("양리(중국어: 楊麗, 병음: Yáng Lì, 1979년 1월 2일 ~ )", "Yáng Lì"),
]


@pytest.mark.parametrize(("text", "latin"), LATIN)
def test_latin_names(text: str, latin: str) -> None:
    assert aliases(text) == [(latin, "latin")]


def test_neighbours_in_one_bracket_keep_their_own() -> None:
    text = "두 회장(양리·楊麗, 쑨훙·孫紅)이 만났다"
    assert [aliases_of(found, text, POLICY.extract) for found in pairs_of(text, POLICY, TOKENIZERS)] == [(), ()]


def test_a_company_of_the_bracket_is_no_alias_of_the_person() -> None:
    assert aliases("양리(楊麗, Longi 隆基綠能股份有限公司 부장)") == []


@pytest.mark.parametrize("row", NOTES, ids=[f"{row['where']}-{row['word']}" for row in NOTES])
def test_each_note_holds_in_its_example(row: dict[str, str]) -> None:
    kept = [text for text, _ in aliases(row["example"])]
    assert row["word"] in row["example"]
    assert kept == ([] if row["aliases"] == "-" else [row["aliases"]])


CELLS = [
    ("룽지(隆基)\tLONGi\t시안", "LONGi"),
    ("룽지(隆基)\tLONGi", "LONGi"),
    ("룽지(隆基) \t LONGi Green Energy \n", "LONGi Green Energy"),
    ("룽지(隆基)*\t4Paradigm\t시안", "4Paradigm"),
    ("룽지(隆基) | AT&T | 시안", "AT&T"),
    ("룽지(隆基)\tLONGi (Group)\t시안", "LONGi"),
    ("룽지(隆基)\tAI\t시안", None),
    ("룽지(隆基)\tSeries B\t시안", None),
    ("룽지(隆基)\t35.2 USD\t시안", None),
    ("룽지(隆基)\t시안\tLONGi", None),
    ("룽지(隆基)의\tLONGi", None),
    ("룽지(隆基)\nLONGi", None),
]


@pytest.mark.parametrize(("text", "name"), CELLS)
def test_english_of_the_next_cell(text: str, name: str | None) -> None:
    assert english_of(text, text.index(")") + 1) == name
