"""Words before brackets that nothing reads: the tokenizer is asked once, in a short window, and decides."""

from __future__ import annotations

import pytest
from token_fakes import FakeTokenizers, knowing

from glossary.extract.inside import Core
from glossary.extract.left import Left, left_of
from glossary.extract.nouns import Nouns

CONTEXT = 20


def before(text: str) -> Left:
    left = left_of(text, text.index("("), 0, 40)
    assert left is not None
    return left


def core_of(text: str) -> Core:
    start = text.index("(") + 1
    return Core(start, text.index(")"), 0, start)


def unread(text: str, tokenizers: FakeTokenizers) -> str | None:
    pair = Nouns(tokenizers, CONTEXT).unread(before(text), text, core_of(text))
    return None if pair is None else text[pair.ko_start : pair.ko_end]


CASES = [
    ("나스닥 격인 차스닥(創業板)", "차스닥"),
    ("로봇 업체 로보캣(北辰智能)", "로보캣"),
    ("드라마 ‘하늘의 별’(滿天星)", "하늘의 별"),
    ("드라마 ‘하늘의 별(滿天星)", "하늘의 별"),
    ("로봇 업체 로보캣 (北辰智能)", None),
    ("값이 올랐다(北辰智能)", None),
    ("로보캣(星)", None),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_names_that_the_hanzi_do_not_read(text: str, name: str | None) -> None:
    assert unread(text, knowing(올랐다="EF")) == name


@pytest.mark.parametrize(("tag", "known"), [("NNP", True), ("SL", True), ("NNG", False), ("JX", False), ("EF", False)])
def test_names_are_proper_nouns(tag: str, *, known: bool) -> None:
    assert Nouns(knowing(로보캣=tag), CONTEXT).is_name(before("업체 로보캣(")) is known


def test_a_question_is_short_and_asked_once() -> None:
    fake = FakeTokenizers()
    nouns, text = Nouns(fake, CONTEXT), "아주 긴 문장이 이어지고 또 이어진 다음에 나오는 로봇 업체 로보캣("
    assert nouns.is_name(before(text))
    assert nouns.is_name(before(text))
    assert len(fake.korean.asked) == 1
    assert len(fake.korean.asked[0]) == CONTEXT


def test_line_breaks_are_no_part_of_a_question() -> None:
    fake = FakeTokenizers()
    assert Nouns(fake, CONTEXT).is_name(before("업체 갤\r\n봇("))
    assert "\n" not in fake.korean.asked[0]
