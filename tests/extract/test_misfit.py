"""Known names with a particle of the wrong shape are names; what only looks like one is none."""

from __future__ import annotations

import pytest

from glossary.extract.bare import MISFIT, every
from glossary.extract.known import Names
from glossary.extract.local import HERE, Local
from glossary.model import Document, Mention
from glossary.tokens import load

NAMES = Names(
    [
        ("비야디", "c1", "organization", "比亚迪"),
        ("텐센트", "c2", "organization", "腾讯"),
        ("화웨이", "c3", "organization", "华为"),
        ("시진핑", "c4", "person", "习近平"),
    ]
)


def _amiss(text: str) -> list[str]:
    """Each name with a particle amiss and what stands between the two."""
    doc = Document("a", text)
    found = every(doc, NAMES, load())
    return [
        item.text + text[item.end : item.end + int(why.detail)]
        for item in found
        for why in item.evidence
        if why.feature == MISFIT
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("비야디은 지난해 텐센트을 앞섰다.", ["비야디", "텐센트"]),
        ("베이징는 춥고 화웨이이 새 칩을 냈다.", ["베이징", "화웨이"]),
        ("시진핑가 말했다. 화웨이과 텐센트이 손을 잡았다.", ["시진핑", "화웨이", "텐센트"]),
        ("쓰촨성를 지나 베이징시을 떠났다. 텐센트그룹는 컸다.", ["쓰촨성", "베이징시", "텐센트그룹"]),
        ("그는 쓰촨로 갔다. 회사는 난징로 옮긴 뒤 성장했다.", ["쓰촨", "난징"]),
        ("화웨이가전 매장과 비야디은행, 화웨이이동통신", []),
        ("난징로를 걸었다. 상하이 난징로 보행자 거리", []),
        ("선전가로 유명한 그는 선전은 싫다고 했다. 안산가 어디냐.", []),
        ("이하은 학생과 유하은 교수는 이과와 과로를 말했다. 다리을 건넜다.", []),
        ("비야디는 텐센트를, 화웨이가 시진핑이", []),
    ],
)
def test_a_particle_amiss_does_not_hide_a_name(text: str, names: list[str]) -> None:
    assert _amiss(text) == names


def test_a_text_s_own_names_are_known_in_it() -> None:
    text = "펑쥔(彭军)은 대표다. 펑쥔는 웃었다. 펑쥔도 왔다."
    mention = Mention("펑쥔", 0, 2, "彭军", 3, 5, "name", "transliteration", "person", 0.9)
    found = every(Document("a", text), Local(NAMES, [mention]), load(), [mention])
    assert [(item.text, item.start, item.nodes) for item in found] == [
        ("펑쥔", 13, (f"{HERE}彭军",)),
        ("펑쥔", 22, (f"{HERE}彭军",)),
    ]
    own = Local(NAMES, [mention])
    assert [item.form for item in own.forms.find("펑쥔과 화웨이")] == ["화웨이", "펑쥔"]


def test_a_person_of_the_text_is_known_by_the_other_reading_too() -> None:
    text = "허리펑(何立峰) 부총리가 왔다. 하립봉 부총리는 웃었다."
    mention = Mention("허리펑", 0, 3, "何立峰", 4, 7, "name", "transliteration", "person", 0.9)
    found = every(Document("a", text), Local(NAMES, [mention]), load(), [mention])
    assert [item.text for item in found] == ["하립봉"]
