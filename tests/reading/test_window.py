"""Windows: blanks go, offsets stay, and words, walls and gaps are where a reader sees them."""

from __future__ import annotations

import itertools

import pytest

from glossary.reading.window import make_window


def words(text: str) -> list[str]:
    """The window cut at its word starts."""
    window = make_window(text)
    marks = [*sorted(window.starts), len(window.text)]
    return [window.text[a:b] for a, b in itertools.pairwise(marks)]


CASES = [
    ("지난달 우다징", ["지난달", "우다징"]),
    ("우다징", ["우다징"]),
    ("  우다징  ", ["우다징"]),
    ("우\n다징", ["우", "다징"]),
    ("BYD우다징", ["BYD", "우다징"]),
    ("제18차", ["제", "18", "차"]),
    ("베이징·톈진", ["베이징", "·", "톈진"]),
    ("그는, 우다징", ["그는", ",", "우다징"]),
    ("우\u200b다징", ["우", "다징"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_where_words_begin(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_an_empty_window() -> None:
    window = make_window("")
    assert (window.text, window.offsets) == ("", [])


@pytest.mark.parametrize("text", ["우 다징", "\n우\r\n다징 ", "육상 선수 우다징", "A·B 우"])
def test_every_position_knows_its_origin(text: str) -> None:
    window = make_window(text)
    assert [text[window.origin(place)] for place in range(len(window.text))] == list(window.text)
    assert window.origin(len(window.text)) == len(text.rstrip())


def test_blanks_leave_gaps_and_signs_leave_walls() -> None:
    window = make_window("“우 다징”, 육상")
    assert window.text == "“우다징”,육상"
    assert window.gaps == {2, 6}
    assert window.walls == {0, 4, 5}


def test_signs_of_names_are_no_walls() -> None:
    assert make_window("베이징·톈진 R&D T-Box e+").walls == set()
