"""Signatures: every key within two slips shares one with the query, whatever the slips are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from glossary.store.index_codes import typed
from glossary.store.index_pieces import LONGEST, SHORTEST, cut, probes, signatures
from glossary.store.index_sounds import folded
from glossary.text.tables import records

KEYS = st.text(alphabet="ABCDE", min_size=SHORTEST, max_size=16)
SLIP = st.tuples(st.sampled_from("sid"), st.integers(0, 15), st.sampled_from("ABCDE"))


def _slipped(key: str, slips: list[tuple[str, int, str]]) -> str:
    for kind, place, char in slips:
        place %= max(1, len(key))
        key = key[:place] + ("" if kind == "d" else char) + key[place + (kind != "i") :]
    return key


@pytest.mark.parametrize("count", [1, 2])
@given(key=KEYS, slips=st.lists(SLIP, min_size=2, max_size=2))
def test_slips_are_found(count: int, key: str, slips: list[tuple[str, int, str]]) -> None:
    query = _slipped(key, slips[:count])
    if query and Levenshtein.distance(key, query) <= count:
        assert signatures(key, count) & probes(query, count)


@given(key=KEYS, slip=SLIP)
def test_one_slip_finds_what_two_may_part(key: str, slip: tuple[str, int, str]) -> None:
    query = _slipped(key, [slip])
    if query:
        assert signatures(key, 2) & probes(query, 1)


@given(st.integers(SHORTEST, LONGEST))
def test_four_pieces_make_the_whole(size: int) -> None:
    assert sum(cut(size)) == size
    assert max(cut(size)) - min(cut(size)) <= 1


@pytest.mark.parametrize("key", ["", "AB", "A" * (LONGEST + 1)])
def test_too_short_and_too_long_have_none(key: str) -> None:
    assert signatures(key, 2) == set()


@pytest.mark.parametrize("row", list(records("sound_folds.tsv")), ids=lambda row: row["pattern"])
def test_both_examples_of_a_fold_sound_alike(row: dict[str, str]) -> None:
    assert folded(typed(row["one"])) == folded(typed(row["other"]))
