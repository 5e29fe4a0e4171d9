"""Names of other lands and of novels that sound Chinese, and Chinese ones that sound like Korean words."""

from __future__ import annotations

import pytest

from glossary.extract.bare import recognize
from glossary.extract.doubt import Doubts
from glossary.extract.known import Names
from glossary.tokens import load

WORLD = [
    ("알리바바", "w1", "organization", "阿里巴巴"),
    ("블룸버그", "w2", "media", "彭博社"),
    ("원제", "w3", "product", "问界"),
]


def _found(text: str) -> list[tuple[str, str]]:
    names = Names(WORLD, listed={form for form, *_ in WORLD})
    return [(item.spot.form, meanings[0].zh) for item, meanings in recognize(text, names, load())]


@pytest.mark.parametrize(
    "text",
    [
        "베트남 하노이 인근 하미 마을에 비가 내렸다.",
        "거창 황강 둔치에서 캠핑을 했다.",
        "아사다 마오가 은퇴를 알렸다.",
        "스트리머 쯔양이 방송을 켰다.",
        "렌터카 업체 허츠는 차를 팔았다.",
        "설정에서 푸시 알림을 껐다.",
        "장화와 우비를 챙겼다.",
        "우리들 스스로 길을 찾아야 한다.",
        "황태자는 시녀 리안의 손을 잡았다.",
        "선거 안내서(원제 하우 투 윈)를 냈다.",
        "블룸버그 시장은 침묵했다.",
        "겨울이면 눈 축제를 보러 떠난다.",
        "20개 시현 가운데 첫째다.",
    ],
)
def test_what_only_sounds_chinese_is_no_name(text: str) -> None:
    assert [form for form, _ in _found(text) if form != "블룸버그"] == []


@pytest.mark.parametrize(
    ("text", "form", "zh"),
    [
        ("두만강 건너 투먼에서 강을 봤다.", "투먼", "图们"),
        ("이강 전 인민은행장은 내수를 강조했다.", "이강", "易纲"),
        ("중국 스포츠용품 업체 안타가 지분을 샀다.", "안타", "安踏"),
        ("둔황 벽화를 보려고 표를 샀다.", "둔황", "敦煌"),
        ("쑤저우 공장 증설을 승인했다.", "쑤저우", "苏州"),
        ("후이저우 공장이 문을 닫았다.", "후이저우", "惠州"),
        ("샹양에는 옛 성벽이 남아 있다.", "샹양", "襄阳"),
        ("구이양에 데이터 센터가 섰다.", "구이양", "贵阳"),
        ("당나라 공주는 장안을 떠났다.", "장안", "长安"),
        ("배우 공리는 영화로 돌아왔다.", "공리", "巩俐"),
        ("오늘은 청두를 소개하려 한다.", "청두", "成都"),
        ("선전, 항저우, 허페이, 더칭, 충칭이 지정됐다.", "더칭", "德清"),
        ("이우와 마드리드를 오가는 열차가 떴다.", "이우", "义乌"),
    ],
)
def test_what_stands_as_a_name_is_one_and_the_better_known_place_comes_first(text: str, form: str, zh: str) -> None:
    assert (form, zh) in _found(text)


def test_a_form_that_begins_a_longer_word_is_none() -> None:
    assert Doubts(load()).feature("우리들 스스로 길을 찾는다", 4, 6) == "kiwi-whole"
