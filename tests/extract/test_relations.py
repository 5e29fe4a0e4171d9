"""The relation of a pair as it stands in a text, also where no alignment explains it."""

from __future__ import annotations

import pytest
from token_fakes import FakeTokenizers

from glossary.extract.extract import pairs_of
from glossary.extract.relations import pair_relation
from glossary.policy import load_policy

CASES = [
    ("농푸산취안(農夫山泉)", "transliteration"),
    ("왕하이(王海)", "transliteration"),
    ("농부산천(農夫山泉)", "sino-korean"),
    ("황진이(黃眞伊)", "sino-korean"),
    ("저장상보(浙江商報)", "mixed"),
    ("산둥성(山東省)", "mixed"),
    ("화룬그룹(華潤集團)", "mixed"),
    ("가와바타 야스나리(川端康成)", "japanese"),
    ("로보캣(北辰智能)", "other"),
    ("‘하늘의 별’(滿天星)", "translation"),
    ("난징대학살(南京大屠殺)", "mixed"),
    ("테무(Temu·拼多多)", "other"),
]


@pytest.mark.parametrize(("text", "relation"), CASES)
def test_relations(text: str, relation: str) -> None:
    pair = next(iter(pairs_of(text, load_policy(), FakeTokenizers()))).pair
    assert pair_relation(pair, text[pair.ko_start : pair.ko_end], text[pair.zh_start : pair.zh_end]) == relation
