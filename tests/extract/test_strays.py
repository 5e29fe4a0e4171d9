"""Strings that look like names and that nobody knows: what counts, what does not."""

import pytest

from glossary.extract.bare import bare
from glossary.extract.known import Names
from glossary.extract.slips import korean_persons, latin_slips, near_names
from glossary.extract.sound import sound
from glossary.extract.strays import strays
from glossary.model import Document
from glossary.policy import load_policy
from glossary.tokens import load

NAMES = Names([("펑자오", "c1", "person", "彭昭"), ("후룬", "c2", "organization", "胡润")])


def found(text: str) -> list[tuple[str, str]]:
    doc = Document("a", text)
    known = bare(doc, NAMES, load_policy(), load())
    items = strays(doc, NAMES, load_policy(), load(), (), known)
    assert all(text[item.start : item.end] == item.text and item.nodes == (f"form:{item.text}",) for item in items)
    return [(item.text, item.evidence[0].feature) for item in items]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("중국의 수상 기업은 따공창썬(카메라), 항티엔커지(플랫폼)다.", ["따공창썬", "항티엔커지"]),
        ("루안통동리와 쓰샹커지, 중통푸창리커지가 뽑혔다.", ["루안통동리", "쓰샹커지", "중통푸창리커지"]),
        ("중국의 커창반과 나스닥에 상장했다.", ["커창반"]),
        ("중국 과학원, 지우산슈에서 중앙 위원회, 광둥성 정부가 열었다.", ["지우산슈에서"]),
    ],
)
def test_what_sounds_chinese(text: str, names: list[str]) -> None:
    assert found(text) == [(name, "chinese") for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "인터넷 서비스와 아이디어, 시나리오를 다룬 드라이버다.",
        "나이지리아와 사우디아라비아, 이탈리아에서 왔다.",
        "어린이와 어머니가 우리나라로 돌아왔다.",
        "하이엔드 카메라와 라이다 센서",
        "광저우시와 베이징이 함께 열었다.",
    ],
)
def test_korean_and_english_words_are_none(text: str) -> None:
    assert found(text) == []


def test_a_slip_from_a_name_of_the_document() -> None:
    assert ("평자오", "near") in found("펑자오는 말했다. 평자오가 왔다.")
    assert ("후론", "near") in found("후룬이 밝혔다. 투조이·후론 리스트")


@pytest.mark.parametrize(
    ("word", "near"), [("펑자우", "펑자오"), ("허사이커즈", "허사이커지"), ("펑샤오", None), ("후린", None)]
)
def test_near_names(word: str, near: str | None) -> None:
    close = near_names(["펑자오", "허사이커지", "후룬"]).to(word, word, listed=False)
    assert (close and close.other) == near


def test_korean_persons_with_a_title() -> None:
    text = "김종문 센터장이 갔다. 김중문 센터장은 왔다. 박상민 교수도 왔다."
    assert [text[start:end] for start, end, *_ in korean_persons(text)] == ["김종문", "김중문"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("AIoT 산업과 Alot 대회", ["AIoT", "Alot"]), ("Apple과 Google", []), ("Cars Care", []), ("AIoT AIOT", [])],
)
def test_latin_letters_that_look_alike(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end, *_ in latin_slips(text)] == names


@pytest.mark.parametrize(("word", "hanzi"), [("항티엔커지", 4), ("샤오미", 2), ("중통푸창리커지", 7)])
def test_how_many_hanzi(word: str, hanzi: int) -> None:
    heard = sound(word)
    assert heard is not None
    assert heard.hanzi == hanzi


@pytest.mark.parametrize("word", ["디지털", "플랫폼", "했습니다", "유니콘"])
def test_what_no_mandarin_syllables_make(word: str) -> None:
    assert sound(word) is None
