"""Names in Chinese text: what is one, what only looks like one, and how Korean writes it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.extract.chinese import chinese
from glossary.extract.chinese_korean import korean
from glossary.extract.known import Names
from glossary.tokens import load

NOTHING = Names([])
FOUND = [
    ("记者李明从杭州市教育局获悉", ["李明", "杭州市教育局"]),
    ("王芳与张伟在南京表示", ["王芳", "张伟", "南京"]),
    ("马斯克和比尔·盖茨会面", ["马斯克", "比尔·盖茨"]),
    ("湖南省长沙市岳麓区", ["湖南省", "长沙市", "岳麓区"]),
    ("他在《长江日报》撰文", ["长江日报"]),
    ("重庆长安汽车股份有限公司发布公告", ["重庆长安汽车股份有限公司"]),
    ("他有远大的理想，爱吃苹果", []),
    ("公司今年上市，营收增长", []),
    ("中國移動董事長楊傑訪問臺北", ["中國移動", "楊傑", "臺北"]),
]
KOREAN = [
    ("恩施土家族苗族自治州", "place", "언스투자족먀오족자치주"),
    ("江西省矿业集团", "organization", "장시성광업그룹"),
    ("禾赛科技", "organization", "허싸이커지"),
    ("越南", "place", "베트남"),
    ("马斯克", "person", "머스크"),
    ("诸葛亮", "person", "제갈량"),
    ("任正非", "person", "런정페이"),
    ("河南省气象局", "organization", "허난성기상국"),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_names_of_a_text(text: str, names: list[str]) -> None:
    assert [name.text for name in chinese(text, NOTHING, load())] == names


@pytest.mark.parametrize(("zh", "type_", "ko"), KOREAN)
def test_generated_forms(zh: str, type_: str, ko: str) -> None:
    assert korean(zh, type_) == ko  # type: ignore[arg-type]


def test_known_names_win_and_keep_their_node() -> None:
    names = Names([("星纵智能", "c1", "organization", "星纵智能")])
    (found,) = chinese("星縱智能发布新品", names, load())
    assert (found.text, found.node, found.type) == ("星縱智能", "c1", "organization")


@settings(max_examples=60, deadline=None)
@given(st.text("王李明在北京市公司集团、。《》·ab 1\n", max_size=30))
def test_any_text_gives_names_in_order_that_do_not_overlap(text: str) -> None:
    found = chinese(text, NOTHING, load())
    assert all(text[name.start : name.end] == name.text for name in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("蔚来和小鹏均创下新高。", [("蔚来", "organization", "c1"), ("小鹏", "organization", "c2")]),
        ("蔚来李斌隔空喊话。", [("蔚来", "organization", "c1"), ("李斌", "person", None)]),
        ("彭昭和腾讯公司签约。", [("彭昭", "person", "c3"), ("腾讯公司", "organization", "c4")]),
        ("顺为资本与他们领投。", [("顺为资本", "organization", None)]),
        ("她转任特海国际总经理。", [("特海国际", "organization", None)]),
        ("他在匈牙利德布勒森建厂。", [("匈牙利", "place", None), ("德布勒森", "place", None)]),
    ],
)
def test_firms_and_persons_that_the_word_list_cuts_amiss(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    names = Names(
        [
            ("蔚来", "c1", "organization", "蔚来"),
            ("小鹏", "c2", "organization", "小鹏"),
            ("彭昭", "c3", "person", "彭昭"),
            ("腾讯", "c4", "organization", "腾讯"),
        ]
    )
    found = chinese(text, names, load())
    assert [(one.text, one.type, one.node) for one in found] == wanted
