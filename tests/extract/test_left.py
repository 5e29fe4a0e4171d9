"""Before a bracket: where the name ends, its written word, the quotation, and how far the window reaches."""

from __future__ import annotations

import pytest

from glossary.extract.left import left_of, tails
from glossary.text.tables import records

WORDS = [
    ("생수 업체 농푸산취안(", "농푸산취안", True),
    ("생수 업체 농푸산취안 (", "농푸산취안", False),
    ("생수 업체 농푸산취안\n(", "농푸산취안", False),
    ("생수 업체 농푸산취안\r\n(", "농푸산취안", False),
    ("생수 업체 농푸산취안((", "농푸산취안", True),
    ("생수 업체 농푸산취안\u200b(", "농푸산취안", True),
    ("생수 업체 <b>농푸산취안</b>(", "농푸산취안", True),
    ("생수 업체 농푸산취안<br/>(", "농푸산취안", True),
    ("업체[농푸산취안](", "농푸산취안", True),
    ("‘농푸산취안’(", "농푸산취안", True),
    ("‘농푸산취안’ (", "농푸산취안", False),
    ("저장성·농푸산취안(", "저장성·농푸산취안", True),
    ("생수, 농푸산취안(", "농푸산취안", True),
    ("TP-Link(", "TP-Link", True),
]


@pytest.mark.parametrize(("text", "word", "touching"), WORDS)
def test_the_word_before_a_bracket(text: str, word: str, *, touching: bool) -> None:
    left = left_of(text, len(text) - 1, 0, 40)
    assert left is not None
    assert (left.word, left.touching) == (word, touching)


NOTHING = [
    "(",
    "   (",
    "농푸산취안\n\n(",
    "농푸산취안\r\n\r\n(",
    "농푸산취안\t(",
    "농푸산취안    (",
    "농푸산취안((((((",
    "](",
    "[](",
    "’(",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_before_a_bracket(text: str) -> None:
    assert left_of(text, len(text) - 1, 0, 40) is None


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("영화 ‘붉은 수수밭’(", "붉은 수수밭"),
        ("영화 《붉은 수수밭》 (", "붉은 수수밭"),
        ("영화 [붉은 수수밭](", "붉은 수수밭"),
        ("영화 ‘붉은 수수밭(", "붉은 수수밭"),
        ("영화 붉은 수수밭(", None),
    ],
)
def test_the_quotation_before_a_bracket(text: str, quoted: str | None) -> None:
    left = left_of(text, len(text) - 1, 0, 40)
    assert left is not None
    assert (None if left.quote is None else text[slice(*left.quote)]) == quoted


@pytest.mark.parametrize("wall", ["\n\n", "\r\n\r\n", "\t"])
def test_no_window_reaches_over_a_blank_line_or_a_cell(wall: str) -> None:
    text = f"항저우{wall}농푸산취안("
    left = left_of(text, len(text) - 1, 0, 40)
    assert left is not None
    assert left.text[left.start : left.end] == "농푸산취안"


def test_no_window_reaches_below_its_bound() -> None:
    text = "항저우 농푸산취안("
    bound = text.index("농")
    left = left_of(text, len(text) - 1, bound, 40)
    assert left is not None
    assert left.start == bound
    assert left_of(text, len(text) - 1, len(text) - 1, 40) is None
    assert left.near(3).window.text == "산취안"


def test_positions_of_the_window_are_offsets_of_the_text() -> None:
    text = "업체 농푸\n산취안("
    left = left_of(text, len(text) - 1, 0, 40)
    assert left is not None
    assert text[left.offset(2) : left.stop(7)] == "농푸\n산취안"


@pytest.mark.parametrize("row", list(records("korean_generics.tsv")), ids=lambda row: row["generic"])
def test_each_generic_word_may_be_left_out(row: dict[str, str]) -> None:
    text = row["example_ko"] + "("
    left = left_of(text, len(text) - 1, 0, 40)
    assert left is not None
    assert len(row["example_ko"]) - len(row["generic"]) in tails(left)


@pytest.mark.parametrize(
    ("text", "stems"),
    [("마윈 회장(", ["마윈"]), ("마윈회장(", []), ("회장(", []), ("창춘역(", ["창춘"]), ("창춘(", [])],
)
def test_titles_are_words_of_their_own(text: str, stems: list[str]) -> None:
    left = left_of(text, len(text) - 1, 0, 40)
    assert left is not None
    assert [left.window.text[:stop] for stop in tails(left)] == stems
