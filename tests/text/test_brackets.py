"""Brackets: which stretch each one holds, whatever its shape, and what becomes of the unclosed; quotations."""

from __future__ import annotations

import pytest

from glossary.text.brackets import INSIDE, brackets, quoted_before


def shown(text: str) -> list[str]:
    """Each bracket's inside, with `…` where it was never closed."""
    return [text[b.start + 1 : b.end] + ("" if b.closed else "…") for b in brackets(text)]


CASES = [
    ("", []),
    ("우전 수향마을", []),
    ("우전(烏鎭)은", ["烏鎭"]),
    ("우전[烏鎭]은", ["烏鎭"]),
    ("우전（烏鎭）은", ["烏鎭"]),
    ("우전〔烏鎭〕은", ["烏鎭"]),
    ("우전【烏鎭】은", ["烏鎭"]),
    ("우전［烏鎭］은", ["烏鎭"]),
    ("우전(烏鎭]은", ["烏鎭"]),
    ("우전(烏鎭）은", ["烏鎭"]),
    ("우전(烏鎭(Wuzhen))은", ["烏鎭(Wuzhen)", "Wuzhen"]),
    ("우전((烏鎭))은", ["(烏鎭)", "烏鎭"]),
    ("우전(烏鎭)과 통샹(桐鄕)", ["烏鎭", "桐鄕"]),
    ("우전)은 (烏鎭)", ["烏鎭"]),
    ("우전(烏鎭", ["烏鎭…"]),
    ("우전(烏鎭\n\n통샹(桐鄕)", ["烏鎭…", "桐鄕"]),
    ("우전(烏鎭\r\n\r\n통샹(桐鄕)", ["烏鎭…", "桐鄕"]),
    ("우전(烏鎭\n대운하)은", ["烏鎭\n대운하"]),
    ("우전(烏鎭\t대운하", ["烏鎭…"]),
    ("우전(烏鎭 통샹(桐鄕)", ["烏鎭 통샹…", "桐鄕"]),
    ("《우전》 <b> {烏鎭} 「우전」", []),
    ("(", ["…"]),
    (")", []),
]


@pytest.mark.parametrize(("text", "insides"), CASES)
def test_insides(text: str, insides: list[str]) -> None:
    assert shown(text) == insides


def test_the_bracket_around_is_the_parent() -> None:
    found = brackets("(협력사 [우전(烏鎭)], 통샹(桐鄕)) 등 (加)")
    assert [bracket.parent for bracket in found] == [None, 0, 1, 0, None]


def test_what_is_too_long_holds_no_gloss() -> None:
    found = brackets("(" + "가" * (INSIDE + 1) + ")와 (烏鎭)")
    assert [bracket.closed for bracket in found] == [False, True]
    assert found[0].end == found[0].start + 1 + INSIDE


def test_an_unclosed_one_before_does_not_swallow_the_next() -> None:
    text = "목록 1( 우전(烏鎭)과 통샹(桐鄕)"
    assert [text[b.start + 1 : b.end] for b in brackets(text) if b.closed] == ["烏鎭", "桐鄕"]


QUOTED = [
    ("드라마 ‘랑야방’", "랑야방"),
    ("드라마 “랑야방”", "랑야방"),
    ("드라마 '랑야방'", "랑야방"),
    ('드라마 "랑야방"', "랑야방"),
    ("드라마 《랑야방》", "랑야방"),
    ("드라마 〈랑야방〉", "랑야방"),
    ("드라마 「랑야방」", "랑야방"),
    ("드라마 『랑야방』", "랑야방"),
    ("드라마 <랑야방>", "랑야방"),
    ("드라마 ｢랑야방｣", "랑야방"),
    ("드라마 ‘랑야방: 권력의 기록’", "랑야방: 권력의 기록"),
    ("드라마 ‘랑야방", "랑야방"),
    ("드라마 '랑야방", "랑야방"),
    ("‘견환전’과 ‘랑야방’", "랑야방"),
    ("드라마 랑야방", None),
    ("드라마 ‘견환전’과 랑야방", None),
    ("‘끝났다’고 했다. 랑야방", None),
    ("‘첫 줄\n랑야방", None),
    ("Xi'an", None),
    ("’", None),
    ("‘’", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "inside"), QUOTED)
def test_the_quotation_before_a_bracket(text: str, inside: str | None) -> None:
    found = quoted_before(text, len(text), 40)
    assert (None if found is None else text[slice(*found)]) == inside


def test_a_quotation_beyond_the_limit_is_not_looked_for() -> None:
    assert quoted_before("‘" + "가" * 50 + "’", 52, 40) is None
