"""Slips counted here are those that the library counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from glossary.store import index_distance
from glossary.store.index_distance import distances, within

KEYS = st.text(alphabet="ABC", max_size=8)


@given(left=KEYS, right=KEYS, most=st.integers(0, 3))
def test_as_the_library_counts(left: str, right: str, most: int) -> None:
    slips = OSA.distance(left, right)
    assert within(left, right, most) == (slips if slips <= most else None)


@given(key=KEYS, others=st.lists(KEYS, max_size=80))
def test_few_and_many_are_measured_alike(key: str, others: list[str]) -> None:
    numbers = range(len(others))
    expected = {place: OSA.distance(key, other) for place, other in enumerate(others)}
    assert distances(key, numbers, others, 2) == {place: slips for place, slips in expected.items() if slips <= 2}


def test_few_are_measured_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_distance, "sys", type("sys", (), {"modules": {}}))
    assert distances("ABC", [7, 8, 9], ["ABD", " ABC", "XYZ"], 1) == {7: 1}
    assert distances(" ABC", [7, 8, 9], ["ABD", " ABC", "XYZ"], 1) == {8: 0}
