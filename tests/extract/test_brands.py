"""Brands that are no reading: which a document witnesses, what is learned of them, and what that finds."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from token_fakes import knowing

from glossary.extract import extract, study
from glossary.extract.extract import pairs_of
from glossary.model import Brand, Document
from glossary.policy import load_policy

POLICY = load_policy()
TOKENIZERS = knowing()
LUMIO = Brand("星潭", "루미오", 2)


def witnesses(text: str) -> list[tuple[str, str, int]]:
    found = study(Document("a", text), POLICY, TOKENIZERS).brands
    return [(brand.ko, brand.zh, brand.count) for brand in found]


def names(text: str, seen: Iterable[Brand] = ()) -> list[tuple[str, str]]:
    return [(m.ko, m.zh) for m in study(Document("a", text), POLICY, TOKENIZERS, seen).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("루미오그룹(星潭集团)", [("루미오", "星潭", 1)]),
        ("루미오공유그룹(星潭共享集团)", [("루미오", "星潭", 1)]),
        ("업체 루미오(星潭)는", [("루미오", "星潭", 1)]),
        ("업체 ‘루미오’(星潭)", [("루미오", "星潭", 1)]),
        ("루미오그룹(星潭集团)과 루미오그룹(星潭集團)", [("루미오", "星潭", 2)]),  # scripts are one
        ("루미오그룹(星潭集团), 디어콜그룹(鹿鸣集团)", [("루미오", "星潭", 1), ("디어콜", "鹿鸣", 1)]),
        ("즈우(摯物), 화새과기(禾赛科技)", []),  # readings
        ("텐센트(騰訊)그룹", []),  # known as data
        ("텐센트(騰迅)가", []),  # a brand of other hanzi
        ("‘거북선’(龜船)", []),  # a word
        ("‘황제의 딸’(还珠格格)", []),  # a translation
        ("‘샤오미’(雷軍)", []),  # a name that sounds, beside a person's
        ("루이진(瑞金)에 있는 ‘루이진’(星潭)", []),  # Hangul that reads other hanzi in the same text
        ("‘LUMIO’(星潭)", []),  # no Hangul
        ("신(新)산업", []),
        ("", []),
    ],
)
def test_what_a_document_witnesses(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert witnesses(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("후원사 루미오 (星潭)는", ("루미오", "星潭")),
        ("주루미오(星潭)지사가", ("루미오", "星潭")),
        ("루미오 그룹(星潭集团)", ("루미오 그룹", "星潭集团")),
        ("주상하이루미오(上海星潭)", ("상하이루미오", "上海星潭")),
        ("업체 루미오\n(星潭)", ("루미오", "星潭")),
        ("星潭(루미오)은", ("루미오", "星潭")),
        ("(루미오·星潭)", ("루미오", "星潭")),
        ("루미오星潭", ("루미오", "星潭")),
        ("루미오그룹(星潭, 300108)", ("루미오", "星潭")),
    ],
)
def test_what_was_learned_finds_what_was_missed(text: str, found: tuple[str, str]) -> None:
    assert found not in names(text)
    assert names(text, [LUMIO]) == [found]


@pytest.mark.parametrize(
    "text", ["싱탄(星潭)", "성담(星潭)", "업체 즈우(摯物)", "디어콜(星泽)", "루미오는 없다", "星潭"]
)
def test_what_was_learned_leaves_the_rest_alone(text: str) -> None:
    assert names(text, [LUMIO]) == names(text)


def test_within_one_document_two_witnesses_help_the_rest() -> None:
    rest = "후원사 루미오 (星潭)"
    assert names(f"{rest}. 루미오그룹(星潭集团).") == [("루미오그룹", "星潭集团")]
    twice = f"{rest}. 루미오그룹(星潭集团), 루미오과기(星潭科技)."
    assert names(twice) == [("루미오", "星潭"), ("루미오그룹", "星潭集团"), ("루미오과기", "星潭科技")]


def test_the_evidence_says_how_often_it_was_seen() -> None:
    [mention] = study(Document("a", "루미오 (星潭)"), POLICY, TOKENIZERS, [LUMIO]).mentions
    assert [(e.value, e.detail) for e in mention.evidence if e.feature == "learned"] == [(2.0, "루미오 = 星潭")]
    assert mention.relation == "other"


def test_witnesses_elsewhere_and_here_count_together() -> None:
    once = [Brand("星潭", "루미오", 1)]
    assert names("루미오 (星潭)", once) == []
    assert ("루미오", "星潭") in names("루미오그룹(星潭集团)의 루미오 (星潭)", once)


def test_what_a_document_witnesses_does_not_depend_on_what_was_learned() -> None:
    text = "주루미오(星潭)지사와 루미오그룹(星潭集团)"
    one, other = (study(Document("a", text), POLICY, TOKENIZERS, seen) for seen in ((), [LUMIO]))
    assert one.brands == other.brands
    assert one.mentions != other.mentions


@pytest.mark.parametrize("text", ["업체 즈우(摯物)", "루미오그룹(星潭集团)"])
def test_nothing_learned_nothing_read_twice(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[str] = []

    def counted(text: str, *rest: object) -> object:
        passes.append(text)
        return original(text, *rest)

    module = import_module("glossary.extract.extract")
    original = module._pairs
    monkeypatch.setattr(module, "_pairs", counted)
    study(Document("a", text), POLICY, TOKENIZERS, [Brand("鹿鸣", "디어콜", 9)])
    assert passes == [text]
    study(Document("a", text), POLICY, TOKENIZERS, [Brand("星潭", "루미오", 9)])
    assert len(passes) == (3 if "星潭" in text else 2)


@given(st.lists(st.sampled_from(["루미오그룹(星潭集团)", "루미오 (星潭)", "즈우(摯物)", "디어콜그룹(鹿鸣集团)"])))
def test_extract_is_study_without_witnesses(pieces: list[str]) -> None:
    doc = Document("a", ". ".join(pieces))
    found = study(doc, POLICY, TOKENIZERS)
    assert extract(doc, POLICY, TOKENIZERS) == found.mentions
    assert {brand.ko for brand in found.brands} <= {"루미오", "디어콜"}
    assert sum(brand.count for brand in found.brands) == sum("그룹" in piece for piece in pieces)
    assert len(found.mentions) >= len(list(pairs_of(doc.text, POLICY, TOKENIZERS)))
