"""Names, common words and single-syllable glosses told apart."""

from __future__ import annotations

import pytest
from token_fakes import knowing

from glossary.extract import extract
from glossary.model import Document
from glossary.policy import load_policy

CASES = [
    # names
    ("류더화(劉德華)가 노래했다.", "劉德華", "name"),
    ("텐진(天津)시 당국", "天津", "name"),
    ("한산도(閑山島) 앞바다", "閑山島", "name"),
    ("『논어(論語)』를 읽었다.", "論語", "name"),
    ("오사카(大阪)의 도톤보리(道頓堀)", "道頓堀", "name"),
    # common words
    ("배가 도항(渡航)했다.", "渡航", "term"),
    ("이는 시적(詩的)인 표현이다.", "詩的", "term"),
    ("그는 예의(禮儀)를 지켰다.", "禮儀", "term"),
    ("감정(感情)이 풍부하다.", "感情", "term"),
    ("음식 훠궈(火锅)를 먹었다.", "火锅", "term"),
    # single syllables
    ("신(新)산업을 키운다.", "新", "gloss"),
    ("반(反)화웨이 연합", "反", "gloss"),
    ("고(故) 등소평", "故", "gloss"),
    ("후(胡) 씨는 웃었다.", "胡", "name"),
    ("연(燕)나라의 왕", "燕", "name"),
    ("그는 업(鄴) 땅에 살았다.", "鄴", "name"),
]


@pytest.mark.parametrize(("text", "zh", "kind"), CASES)
def test_kind_of_a_pair(text: str, zh: str, kind: str) -> None:
    found = {m.zh: m.kind for m in extract(Document("a", text), load_policy(), knowing())}
    assert found.get(zh) == kind


def test_states_in_a_list_are_names() -> None:
    mentions = extract(Document("a", "연(燕), 제(齊), 초(楚)가 힘을 모았다."), load_policy(), knowing())
    assert [(m.ko, m.kind) for m in mentions] == [("연", "name"), ("제", "name"), ("초", "name")]


def test_a_common_word_says_why() -> None:
    (mention,) = extract(Document("a", "배가 도항(渡航)했다."), load_policy(), knowing())
    assert [item.feature for item in mention.evidence if item.feature == "common-word"] == ["common-word"]
    assert mention.type == "term"
