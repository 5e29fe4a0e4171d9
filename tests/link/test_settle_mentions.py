"""Settling mentions: hanzi first, then spelling together with company."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from pairwise import pairwise
from synthetic import mentions

from glossary.link.around import Around
from glossary.link.beside import Page
from glossary.link.settle import settle
from glossary.link.spoken import spoken
from glossary.link.weights import at_most, weighed
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


def test_company_is_counted_without_the_name_itself() -> None:
    where = {"리강": [1, 2, 5], "왕웨이": [1, 2, 3], "장저우": [1], "푸저우": [1, 3, 4]}
    page = Page(list(where), where)
    assert page.beside([2, 3, 9], ()) == 3
    assert page.beside([2, 3, 9], ("푸저우", "샤먼")) == 2
    assert page.beside([6, 9], ()) == 0
    assert page.nearest(3) == [1, 2, 3]


def test_the_owner_of_a_spelling_is_found_by_its_place() -> None:
    around = Around(
        [4, 0, 2], [["푸저우", "복주"], [], ["리강"], [], ["왕웨이"]], [["a", "b"], [], ["c"], [], ["d"]], [""] * 5
    )
    around.add(9, "장저우")
    assert [around.owner(place) for place in range(len(around.sounds))] == [4, 0, 0, 2, 9]
    assert (9, "장저우") in around.bare


@pytest.mark.parametrize(
    ("form", "zh"), [("리경", "李庚"), ("펑쟈오", "彭昭"), ("허싸이커지", "禾赛科技"), ("리강", "李庚")]
)
def test_a_least_step_changes_nothing_that_holds_it(form: str, zh: str) -> None:
    whole = spoken(form, zh)
    assert spoken(form, zh, whole.worst - 0.01).total == whole.total
    assert spoken(form, zh, 90.0).total <= whole.total


@pytest.mark.parametrize("way", ["spoken", "woven"])
def test_no_spelling_exceeds_what_is_the_most(way: str) -> None:
    assert all(weighed(way, total, worst) <= at_most(way) for total in (-20.0, 3.0, 40.0) for worst in (-9.0, 2.0, 9.0))
