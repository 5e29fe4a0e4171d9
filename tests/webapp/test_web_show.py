"""Spans and templates beyond the doctests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.webapp.show import first_mention, matched, spans

TEMPLATE = "{ko}({zh_hans}, {en})"


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=4))
def test_cutting_loses_nothing(text: str, marks: list[tuple[int, int]]) -> None:
    pieces = spans(text, *((start, end, "ko") for start, end in marks))
    assert "".join(piece.text for piece in pieces) == text


@given(st.text(max_size=30), st.text(max_size=5))
def test_marking_a_query_loses_nothing(text: str, query: str) -> None:
    assert "".join(piece.text for piece in matched(text, query)) == text


@pytest.mark.parametrize(
    ("template", "hans", "hant", "en", "expected"),
    [
        (TEMPLATE, "胡润", "", None, "후룬(胡润)"),
        (TEMPLATE, "", "胡潤", None, "후룬(胡潤)"),
        (TEMPLATE, "", "", "Hurun", "후룬(Hurun)"),
        (TEMPLATE, "", "", None, "후룬"),
        (TEMPLATE, "胡润", "", "후룬", "후룬(胡润)"),
        ("{ko}[{zh_hant}]", "胡润", "胡潤", None, "후룬[胡潤]"),
        ("{zh_hans} {ko}", "{en}", "", "Hurun", "{en} 후룬"),
    ],
)
def test_the_template_leaves_no_gap(template: str, hans: str, hant: str, en: str | None, expected: str) -> None:
    assert first_mention(template, "후룬", hans, hant, en) == expected
