"""Tails of a query: every row of the table, and text of any kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.service.tails import without_tail
from glossary.text.tables import lines, records

ROWS = list(records("query_tails.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=[row["tail"] for row in ROWS])
def test_every_example_leaves_its_name(row: dict[str, str]) -> None:
    assert row["example"] == row["name"] + row["tail"]
    assert row["name"] in list(without_tail(row["example"]))
    assert row["kind"] in ("particle", "noun")


def test_no_tail_twice() -> None:
    assert lines("query_tails.tsv")[0] == "tail\tkind\texample\tname"
    assert len({row["tail"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("허사이커지 센서", ["허사이커지"]),
        ("Hesai Technology Lidar", ["Hesai Technology", "Hesai"]),
        ("리는", []),
        ("허사이커지", []),
        ("", []),
    ],
)
def test_what_is_left(query: str, left: list[str]) -> None:
    assert list(without_tail(query)) == left


@given(st.text(alphabet="허는의 \u1100\u1161a그룹\n", max_size=30))
def test_ever_shorter_and_never_less_than_a_name(query: str) -> None:
    lengths = [len(name) for name in without_tail(query)]
    assert lengths == sorted(set(lengths), reverse=True)
    assert all(length >= 2 for length in lengths)
