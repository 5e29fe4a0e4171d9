"""From a site to its pairs: before the bracket, inside, several in one, without any."""

from __future__ import annotations

import pytest
from token_fakes import knowing

from glossary.extract.extract import pairs_of
from glossary.policy import load_policy

POLICY = load_policy()
WORDS = knowing(창업자="NNG", 업체="NNG", 관계자="NNG", 밝혔다="EF", 두="MM")

CASES = [
    ("업체(농푸산취안·農夫山泉)", ["농푸산취안=農夫山泉"]),
    ("창업자(중산산·鍾睒睒, 농푸산취안·農夫山泉)", ["중산산=鍾睒睒", "농푸산취안=農夫山泉"]),
    ("중산산(鍾睒睒, Nongfu 農夫山泉 창업자)", ["중산산=鍾睒睒", "Nongfu=農夫山泉"]),
    ("로보캣(노파특·北辰智能)", ["로보캣=北辰智能"]),
    ("로보캣(北辰智能)", ["로보캣=北辰智能"]),
    ("로보캣(창업자 왕하이·王海)", ["왕하이=王海"]),
    ("로보캣(왕하이·王海 창업자)", ["왕하이=王海"]),
    ("로보캣(베이천·北辰)", ["로보캣=北辰"]),
    ("李鵬飛(Li, 리펑페이)", ["리펑페이=李鵬飛"]),
    ("쯔보(淄博 山東)", ["쯔보=淄博"]),
    ("쯔보(淄博\u3000山東)", ["쯔보=淄博"]),
    ("‘무대’ 위 淄博", []),
    ("로보캣 (北辰智能)", []),
    ("‘은하의 로봇’(北辰智能)", ["은하의 로봇=北辰智能"]),
    ("밝혔다(農夫山泉)", []),
    ("로보캣(사진=北辰智能)", []),
    ("즈보淄博의 꼬치", ["즈보=淄博"]),
    ("쯔보 淄博의 꼬치", ["쯔보=淄博"]),
    ("꼬치 淄博의", []),
    ("왕王 씨", []),
    ("淄博(즈보)", ["즈보=淄博"]),
    ("淄博(산둥성의 즈보)", []),
    ("淄博(山東)", []),
    ("淄博(꼬치)", []),
    ("즈보(淄博)(山東)", ["즈보=淄博"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pairs(text: str, expected: list[str]) -> None:
    found = [item.pair for item in pairs_of(text, POLICY, WORDS)]
    assert [f"{text[p.ko_start : p.ko_end]}={text[p.zh_start : p.zh_end]}" for p in found] == expected


def test_what_stands_behind_the_expression_is_remembered() -> None:
    text = "즈보(淄博)시"
    (found,) = pairs_of(text, POLICY, WORDS)
    assert text[found.after :] == "시"
