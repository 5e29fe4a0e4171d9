"""What holds of every name: the official form reads its hanzi for nothing, and the fast lane is no other search."""

from __future__ import annotations

from functools import cache
from unittest.mock import patch

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glossary.policy import load_policy
from glossary.reading import path as search
from glossary.reading.align import align
from glossary.reading.names import surname_of
from glossary.reading.path import best_path
from glossary.reading.quick import quick_way
from glossary.reading.relation import GENERICS
from glossary.reading.renderings import rendered_as
from glossary.reading.spellings import COSTS, spell
from glossary.reading.transliterate import transliterate
from glossary.reading.window import make_window
from glossary.text.hanzi import fold, is_hanzi
from glossary.text.tables import records

GIVEN = "偉芳娜敏靜麗强磊軍洋勇艷傑娟濤明超秀英霞平剛桂华建国文斌宇浩子轩梓涵雨桐一诺思源海波晓东志远春梅雪峰"
POLICY = load_policy().align


@cache
def surnames() -> list[str]:
    return [char for row in records("common_surnames.tsv") for char in row["surnames"]][:120]


@cache
def hanzi() -> list[str]:
    return sorted({char for row in records("morphemes.tsv") for char in row["zh"] if is_hanzi(char)} | set(GIVEN))


PERSONS = st.builds(str.__add__, st.sampled_from(surnames()), st.text(GIVEN, min_size=1, max_size=2))
STRINGS = st.lists(st.sampled_from(hanzi()), min_size=1, max_size=5).map("".join)


@given(PERSONS)
@settings(max_examples=200, deadline=None)
def test_the_official_form_of_a_person_reads_for_nothing(zh: str) -> None:
    assume(surname_of(fold(zh)))
    found = align(transliterate(zh, type="person").official, zh, POLICY, whole=True)
    assert found is not None
    assert found.cost <= 0.1
    assert found.relation == "transliteration"


@given(STRINGS)
@settings(max_examples=200, deadline=None)
def test_the_official_form_of_anything_reads_for_nearly_nothing(zh: str) -> None:
    official = transliterate(zh).official
    found = align(official, zh, POLICY, whole=True)
    assert found is not None
    assert found.cost <= 0.1
    if not rendered_as(fold(zh), official) and not set(fold(zh)) & GENERICS:
        assert found.relation == "transliteration"


@given(STRINGS | PERSONS, st.data())
@settings(max_examples=200, deadline=None)
def test_the_fast_lane_costs_what_the_full_search_costs(zh: str, data: st.DataObject) -> None:
    reading = transliterate(zh)
    sounds = [data.draw(st.sampled_from(near_spellings(pinyin, zh))) for pinyin in reading.pinyin]
    window = make_window(data.draw(st.sampled_from(["", "중국 ", "주", "성 ", "업체의 "])) + "".join(sounds))
    quick = quick_way(window, zh, fold(zh), len(window.text))
    with patch.object(search, "quick_way", lambda *_: None):
        full = best_path(window, zh, strict=2.0)
    if quick is not None:
        assert full is not None
        assert abs(full.cost - quick[0]) < 1e-9


def near_spellings(pinyin: str, zh: str) -> list[str]:
    """The official spelling of a toned syllable and its everyday drift; the hanzi's own sound where it is unknown."""
    bare = "".join(_TONES.get(char, char) for char in pinyin)
    try:
        return [hangul for hangul, cost in spell(bare).items() if cost <= COSTS["loose"]]
    except KeyError:
        return [transliterate(zh).official]


_TONES = {
    tone: plain
    for plain, tones in zip("aeiouü", ("āáǎà", "ēéěè", "īíǐì", "ōóǒò", "ūúǔù", "ǖǘǚǜ"), strict=True)
    for tone in tones
}


@given(st.text(max_size=30), st.text(alphabet="濰坊大阪々〇e+ ·成十四", max_size=8))
@settings(max_examples=200, deadline=None)
def test_any_text_and_any_hanzi_get_an_answer(ko: str, zh: str) -> None:
    found = align(ko, zh, POLICY)
    if found is not None:
        assert ko[found.start :] == found.ko
        assert found.cost <= POLICY.accept
        assert "".join(step.zh for step in found.steps) == "".join(zh.split())
