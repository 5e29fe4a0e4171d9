"""Settling mentions: hanzi first, then spelling together with company."""

from __future__ import annotations

from typing import NamedTuple

from pairwise import pairwise
from synthetic import mentions

from glossary.link.settle import settle
from glossary.model import EntityType


class Name(NamedTuple):
    """One mention."""

    document: int
    ko: str
    zh: str
    type: EntityType


def test_homographs_follow_their_company() -> None:
    text = []
    for document, zh, friend in ((1, "福州", "샤먼"), (2, "抚州", "난창"), (3, "", "샤먼"), (4, "", "난창")):
        text += [Name(document, "푸저우", zh, "place"), Name(document, friend, "", "place")]
    found = settle([*text, Name(3, "장저우", "", "place"), Name(1, "장저우", "", "place")])
    assert found[0] == found[4] != found[2]


def test_different_hanzi_never_meet() -> None:
    found = settle([Name(1, "왕웨이", zh, "person") for zh in ("王伟", "王维", "王偉")])
    assert found[0] == found[2] != found[1]


def test_synthetic_mentions_are_settled_the_same_every_time() -> None:
    """Below what the bench measures at 10,000 and more: few mentions keep little company."""
    some = list(mentions(2_000, 5))
    found = settle([Name(one.document, one.ko, one.zh, one.type) for one in some])  # type: ignore[arg-type]
    assert found == settle([Name(one.document, one.ko, one.zh, one.type) for one in some])  # type: ignore[arg-type]
    assert pairwise(found, [one.bearer for one in some])[2] > 0.9


def test_a_seed_says_everything() -> None:
    assert list(mentions(300, 3)) == list(mentions(300, 3)) != list(mentions(300, 4))
