"""Clusters: decisions before links, "different" before "same", the same answer in any order."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.link.cluster import clusters
from glossary.model import Decision, Judgement, Node, Proposal

IDS = ("a", "b", "c", "form:d", "form:e")


def _nodes(ids: tuple[str, ...] = IDS) -> list[Node]:
    return [Node(id, "", "", (id,), "person") for id in ids]


def _said(id: int, left: str, right: str, judgement: Judgement = "same", **more: object) -> Decision:
    return Decision(id, left, right, judgement, "kim", "", **more)  # type: ignore[arg-type]


def _sure(left: str, right: str, score: float = 0.99, judgement: Judgement = "same") -> Proposal:
    return Proposal(left, right, judgement, score, (), automatic=True)


@pytest.mark.parametrize(
    ("decisions", "proposals", "together"),
    [
        ([], [], []),
        ([], [_sure("a", "b")], ["ab"]),
        ([], [Proposal("a", "b", "same", 0.99, ())], []),  # not automatic: waits
        ([_said(1, "a", "b"), _said(2, "b", "c")], [], ["abc"]),
        ([_said(1, "a", "b", "different")], [_sure("a", "b")], []),
        ([_said(1, "a", "b", "different")], [_sure("a", "c"), _sure("c", "b", 0.98)], ["ac"]),
        ([_said(1, "a", "b", "unsure")], [_sure("a", "b")], []),
        ([_said(1, "a", "b", "different", undone=True)], [_sure("a", "b")], ["ab"]),
        ([_said(1, "a", "b", scope=("x:1",))], [], []),
        ([_said(1, "a", "gone"), _said(2, "gone", "b")], [], ["ab"]),
        ([_said(1, "a", "b"), _said(2, "a", "b", "different")], [], []),
        ([], [_sure("a", "b", judgement="different"), _sure("a", "c"), _sure("b", "c", 0.97)], ["ac"]),
    ],
)
def test_who_is_one(decisions: list[Decision], proposals: list[Proposal], together: list[str]) -> None:
    found = clusters(_nodes(), decisions, proposals)
    pairs = {tuple(sorted(pair)) for group in together for pair in combinations(group, 2)}
    assert {pair for pair in combinations(IDS, 2) if found[pair[0]] == found[pair[1]]} == pairs


def test_a_node_with_hanzi_stays_before_a_form() -> None:
    assert clusters(_nodes(), [_said(1, "form:d", "b")], [])["form:d"] == "b"


def test_the_left_one_stays() -> None:
    assert clusters(_nodes(), [_said(1, "b", "a")], []) == {"a": "b", "b": "b", "c": "c", **_alone("form:d", "form:e")}


def _alone(*ids: str) -> dict[str, str]:
    return dict.fromkeys(ids) | {id: id for id in ids}


PAIRS = st.lists(st.sampled_from(list(combinations("abcdefgh", 2))), max_size=12)


@given(same=PAIRS, different=PAIRS, seed=st.integers(0, 99))
def test_no_order_matters_and_nothing_crosses_a_different(
    same: list[tuple[str, str]], different: list[tuple[str, str]], seed: int
) -> None:
    nodes = _nodes(tuple("abcdefgh"))
    decisions = [_said(at, *pair, "different") for at, pair in enumerate(different)]
    decisions += [_said(100 + at, *pair) for at, pair in enumerate(same)]
    found = clusters(nodes, decisions, [])
    assert all(found[left] != found[right] for left, right in different)
    assert all(found[found[id]] == found[id] for id in found)
    dice = random.Random(seed)
    dice.shuffle(nodes)
    dice.shuffle(decisions)
    assert clusters(nodes, decisions, []) == found
