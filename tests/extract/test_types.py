"""What sort of thing a name names, told by its form and its surroundings together."""

from __future__ import annotations

import pytest
from token_fakes import knowing

from glossary.extract import extract
from glossary.extract.cues import Cue, beside, surname_share
from glossary.extract.types import TYPES, type_odds
from glossary.model import Document
from glossary.policy import load_policy

CASES = [
    # the end of the name
    ("난카이(南開)에서 가까운 칭화대학(淸華大學)이 밝혔다.", "淸華大學", "organization"),
    ("허베이성 바이양뎬(白洋淀湖)을 찾았다.", "白洋淀湖", "place"),
    ("양쯔완바오(揚子晩報)가 보도했다.", "揚子晩報", "media"),
    ("무로마치막부(室町幕府)가 무너졌다.", "室町幕府", "organization"),
    ("갑술환국(甲戌換局)이 일어났다.", "甲戌換局", "event"),
    # titles before and behind
    ("천원후이(陳文輝) 부주석은 회의에 참석했다.", "陳文輝", "person"),
    ("배우 궈징페이(郭京飛)가 출연했다.", "郭京飛", "person"),
    ("국가주석 류사오치(劉少奇)는 베이징에 있었다.", "劉少奇", "person"),
    ("그의 호는 석파(石坡)이다.", "石坡", "person"),
    # words around
    ("태양광 업체 룽지(隆基)는 공장을 세웠다.", "隆基", "organization"),
    ("후난(湖南)성 정부", "湖南", "place"),
    ("칭다오(靑島) 총영사관", "靑島", "place"),
    ("회의는 자싱(嘉興)에서 열렸다.", "嘉興", "place"),
    ("우량(五糧, 000858) 주가가 올랐다.", "五糧", "organization"),
    ("쑨양(孫楊·33)은 물에 들어갔다.", "孫楊", "person"),
    # quotation marks
    ("소설 『위성(圍城)』을 읽었다.", "圍城", "work"),
    ("장이머우 감독의 영화 ‘귀래(歸來)’가 개봉했다.", "歸來", "work"),
    # what is known as a whole
    ("고려(高麗)의 도읍", "高麗", "place"),
    ("임진왜란(壬辰倭亂) 때였다.", "壬辰倭亂", "event"),
]


@pytest.mark.parametrize(("text", "zh", "type_"), CASES)
def test_type_of_a_name(text: str, zh: str, type_: str) -> None:
    found = {m.zh: m.type for m in extract(Document("a", text), load_policy(), knowing())}
    assert found.get(zh) == type_


def test_a_list_shares_its_type() -> None:
    text = "회사로는 커다(科達)기술, 둥위안(東源)전자, 하이톈(海天)바이오가 있다."
    mentions = extract(Document("a", text), load_policy(), knowing())
    assert [m.type for m in mentions] == ["organization"] * 3


def test_the_odds_sum_to_one_and_answer_to_a_cue() -> None:
    for type_ in TYPES:
        odds = type_odds([Cue("", type_, 1.0, "a group that no text has taught")])
        assert max(odds, key=odds.__getitem__) == type_
        assert sum(odds.values()) == pytest.approx(1.0)


def test_a_type_carries_its_witnesses() -> None:
    (mention,) = extract(Document("a", "천원후이(陳文輝) 부주석"), load_policy(), knowing())
    features = {item.feature for item in mention.evidence}
    assert {"type", "type-surname-2", "type-after-0"} <= features


def test_compound_surnames_are_told_from_brands() -> None:
    assert surname_share("欧阳") > 0.5 > surname_share("东方")


def test_frames_begin_with_a_particle() -> None:
    assert all(word.split(" ")[0] in ("에서", "에", "에게", "의", "가", "를", "로", "와") for word in beside("frame"))
