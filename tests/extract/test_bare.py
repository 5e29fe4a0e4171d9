"""Known names without hanzi: what decides without a tokenizer, and that the offsets are the document's."""

import unicodedata

import pytest
from token_fakes import FakeTokenizers

from glossary.extract.bare import bare, every, recognize, unlisted
from glossary.extract.known import Names
from glossary.model import Document, Mention
from glossary.policy import load_policy

NAMES = Names(
    [
        ("허사이커지", "c1", "organization", "禾赛科技"),
        ("후룬", "c2", "organization", "胡润"),
        ("후룬바이푸", "c3", "media", "胡润百富"),
        ("베이징", "c4", "place", "北京"),
        ("이위엔통신", "c5", "organization", "移远通信"),
        ("Quectel", "c5", "organization", "移远通信"),
        ("이안", "c6", "term", "离岸"),
    ]
)


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(item.text, item.nodes) for item in bare(Document("a", text), NAMES, load_policy(), FakeTokenizers())]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("허사이커지가 상장했다.", [("허사이커지", ("c1",))]),
        ("허사이 커지는", [("허사이 커지", ("c1",))]),
        ("이위엔 통신의 모듈", [("이위엔 통신", ("c5",))]),
        ("후룬바이푸가 순위를 냈다.", [("후룬바이푸", ("c3",))]),
        ("후룬연구소가 순위를 냈다.", [("후룬", ("c2",))]),  # a name inside a name
        ("베이징대 교수와 베이징시", [("베이징", ("c4",)), ("베이징", ("c4",))]),
        ("북경에서 열린 회의", [("북경", ("c4",))]),  # a form that the gazetteer has for the node's hanzi
        ("Quectel은 모듈을 판다. Quectels", [("Quectel", ("c5",))]),
        ("이안 금융", []),  # a term is no name
        ("허사이커지허 구두", []),
    ],
)
def test_names_of_the_glossary(text: str, nodes: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text) == nodes


@pytest.mark.parametrize(
    "text",
    [
        "부산시는 요금을 내린다.",
        "지난해 매출이 늘었다.",
        "청주하이텍고등학교",
        "거창사과 한 상자",
        "하이난이도 던전",
        "상하이동 버튼",
        "팀의 주장을 맡았다.",
        "사장은 작업을 멈추라고 지시했다.",
        "저소득층으로 한정된다.",
        "장시간 앉아 있으면",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    assert recognize(text, Names(()), None) == []


@pytest.mark.parametrize(
    ("text", "form", "zh"),
    [
        ("산시성 시안의 병마용", "산시", "陕西"),
        ("산시성 다퉁의 석굴", "산시", "山西"),
        ("저장성 타이저우의 공장", "타이저우", "台州"),
        ("장쑤성 타이저우의 공장", "타이저우", "泰州"),
        ("헤이룽장성 이춘의 공항", "이춘", "伊春"),
        ("장시성 이춘의 리튬", "이춘", "宜春"),
        ("왕이 외교부장이 도착했다.", "왕이", "王毅"),
        ("게임 업체 왕이가 새 게임을 냈다.", "왕이", "网易"),
    ],
)
def test_homographs_are_told_apart(text: str, form: str, zh: str) -> None:
    meant = {
        item.spot.form: [meaning.zh for meaning in meanings] for item, meanings in recognize(text, Names(()), None)
    }
    assert meant[form] == [zh]


def test_homographs_that_nothing_tells_apart_keep_all_their_meanings() -> None:
    meant = [meanings for _, meanings in recognize("올해 푸저우에서 열렸다.", Names(()), None)]
    assert {meaning.zh for meaning in meant[0]} == {"福州", "抚州"}


def test_the_gazetteer_s_names_have_hanzi_for_a_node() -> None:
    items = every(Document("a", "산둥성 지난에서"), Names(()), FakeTokenizers())
    assert [item.nodes for item in items] == [("zh:山东",), ("zh:济南",)]


def test_a_gloss_makes_the_same_form_sure_and_keeps_its_own_place_out() -> None:
    text = "다리(大理)는 도시다. 그 다리 시내는"
    mention = Mention("다리", 0, 2, "大理", 3, 5, "name", "transliteration", "place", 1.0, line=1)
    items = bare(
        Document("a", text), Names([("다리", "c9", "place", "大理")]), load_policy(), FakeTokenizers(), [mention]
    )
    assert [item.start for item in items] == [text.index("다리 시내")]


def test_offsets_are_those_of_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "오늘\n베이징에서")
    (item,) = bare(Document("a", text), NAMES, load_policy(), FakeTokenizers())
    assert unicodedata.normalize("NFC", text[item.start : item.end]) == "베이징"
    assert (item.line, item.column) == (2, 1)


PACK = [
    ("위안", "p1", "place", "裕安"),
    ("이주", "p2", "place", "义竹"),
    ("바이", "p3", "place", "巴宜"),
    ("왕이", "p4", "place", "王益"),
    ("산시", "p5", "place", "陕西"),
    ("산시", "p6", "place", "山西"),
    ("광주시", "p7", "place", "广州"),
]


@pytest.mark.parametrize(
    "text",
    [
        "총 3.1억 위안의 거래가 발생했고 중국 선전에서 5,000억 위안, 관광 총수익이 목표다.",
        "중국 광둥성은 주민 이주에 따른 보상을 약속했다.",
        "*출처: 바이두백과",
        "과기부 국제협력사 1급 순시원, 왕이진 중국 국제청년교류센터 당서기",
        "경기도 광주시의 한 물류창고에서 불이 났다.",
        "변호인은 재판진행 상황을 알렸다.",
    ],
)
def test_a_form_that_only_a_pack_gives_is_no_more_a_name_for_it(text: str) -> None:
    names = Names(PACK, listed={form for form, *_ in PACK})
    assert not bare(Document("a", text), names, load_policy(), FakeTokenizers())


def test_a_province_is_the_one_that_the_places_of_the_text_lie_in() -> None:
    names = Names(PACK, listed={form for form, *_ in PACK})
    text = "중국 시안은 반도체의 도시다.\n\n산시성 정부가 투자했다."
    [item] = bare(Document("a", text), names, load_policy(), FakeTokenizers())
    assert item.nodes == ("p5",)


def test_a_place_of_the_gazetteer_that_is_written_in_two_ways_is_asked_about() -> None:
    text = "중국 베이징과 상하이의 대학. 북경 대학의 교수가 중국 베이징에 왔다."
    found = unlisted(every(Document("a", text), Names(()), FakeTokenizers()))
    assert [item.nodes for item in found] == [("form:베이징",), ("form:북경",), ("form:베이징",)]
