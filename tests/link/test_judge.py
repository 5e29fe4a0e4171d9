"""The judge: what is one, what is two, and what an editor has to say."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from judge_fakes import Ear, node

from glossary.link.hanzi_pair import apart
from glossary.link.judge import judge
from glossary.model import EntityType, Node, Proposal
from glossary.policy import load_policy

POLICY = load_policy().link
CASES = Path(__file__).parents[2] / "corpus" / "cases" / "links.csv"


def _judged(left: Node, right: Node) -> Proposal:
    return judge(left, right, POLICY, Ear())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("펑자오", "彭昭", "person"), ("평자오",)),
        (("리깡", "李庚", "person"), ("리경",)),
        (("후룬", "胡润", "person"), ("후론",)),
        (("이위엔통신", "移远通信", "organization"), ("이위엔 통신",)),
        (("스터우커지", "石头科技", "organization"), ("스터우과기",)),
        (("베이징", "北京", "place"), ("북경",)),
        (("상하이", "上海", "place"), ("상해",)),
        (("베이징",), ("북경",)),
        (("시진핑",), ("습근평",)),
        (("헝다",), ("에버그란데",)),
        (("허사이", "禾赛", "organization"), ("허사이커지", "禾赛科技", "organization")),
        (("충칭", "重庆", "place"), ("충칭", "重慶", "place")),
    ],
)
def test_one(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert _judged(node(*left), node(*right)).judgement == "same"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("산시", "陕西", "place"), ("산시", "山西", "place")),
        (("푸저우", "福州", "place"), ("푸저우", "抚州", "place")),
        (("왕싱", "王兴", "person"), ("왕싱싱", "王兴兴", "person")),
        (("후룬", "胡润", "person"), ("후룬연구소", "胡润研究院", "organization")),
        (("베이징", "北京", "place"), ("베이징대", "北京大学", "organization")),
        (("소주",), ("쑤저우", "宿州", "place")),
        (("핀둬둬", "拼多多", "organization"), ("테무",)),
        (("더우인", "抖音", "product"), ("틱톡",)),
        (("삼성", "三星", "organization"), ("삼성향", "三星乡", "place")),
        (("런정페이", "任正非", "person"), ("런정라이",)),
    ],
)
def test_two(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert _judged(node(*left), node(*right)).judgement == "different"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("궈마오", "国务", "organization"), ("궈마오", "国贸", "organization")),
        (("쉬자인", "许家印", "person"), ("쉬자인", "徐家印", "person")),
        (("란시", "兰溪", "place"), ("란시", "兰西", "place")),
        (("산시", "陕西", "place"), ("산시",)),
    ],
)
def test_never_by_itself(left: tuple[str, EntityType], right: tuple[str, EntityType]) -> None:
    assert not _judged(node(*left), node(*right)).automatic  # type: ignore[arg-type]


def test_two_towns_of_one_latin_name_are_not_linked() -> None:
    towns = [node("란시", zh, "place", latin=("Lanxi",)) for zh in ("兰溪", "兰西")]
    assert _judged(*towns).judgement != "same"


def test_a_name_split_by_what_it_names_is_not_joined_again() -> None:
    person, place = (Node(id, "平山", "平山", ("핑산",), type) for id, type in (("c1", "person"), ("c2", "place")))
    assert not _judged(person, place).automatic


def test_company_counts_for_likeness_and_not_against_it() -> None:
    company = ("KIC중국", "창업")
    near = [node(ko, company=company) for ko in ("김종문", "김중문")]
    far = [node(ko, company=company) for ko in ("김종문", "박세리")]
    assert _judged(*near).score > _judged(node("김종문"), node("김중문")).score
    assert _judged(*far).judgement == "different"


def test_order_does_not_matter_and_hanzi_stay() -> None:
    bare, named = node("평자오", mentions=9), node("펑자오", "彭昭", "person", mentions=1)
    assert _judged(bare, named) == _judged(named, bare)
    assert _judged(bare, named).left == "彭昭"


def test_scores_explain_themselves() -> None:
    found = _judged(node("대지혜"), node("다즈후이", "大智慧", "organization"))
    assert found.evidence
    assert all(sign.feature and sign.detail for sign in found.evidence)


def test_labelled_pairs() -> None:
    """Far below what is reached: it tells a break, and measures nothing."""
    with CASES.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["quality"] == "STRONG"]
    right = 0
    for row in rows:
        left, other = node(row["ko1"], row["zh1"]), node(row["ko2"], row["zh2"])
        right += (_judged(left, other).judgement == "same") == (row["same"] == "1")
    assert right >= 0.95 * len(rows)


@pytest.mark.parametrize(
    ("stem", "trade", "one"),
    [
        ("小米", "汽车", False),  # known, and not by this line
        ("长城", "汽车", False),  # known as a wall
        ("万达", "信息", False),
        ("小鹏", "汽车", True),  # known by this very line
        ("安科", "生物", True),  # known by nothing else
        ("小米", "科技", True),  # what any firm may call itself
    ],
)
def test_a_known_name_with_another_line_of_trade_is_a_firm_of_its_own(stem: str, trade: str, one: bool) -> None:
    assert (apart(stem, {(trade, "trade")}, set()) > 1) == one
