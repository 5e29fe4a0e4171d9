"""Learned brands: what enough witnesses teach, and that the aligner never overlooks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Brand
from glossary.reading.learned import NOTHING, learned
from glossary.reading.path import best_path
from glossary.reading.window import make_window

BRANDS = st.lists(
    st.builds(
        Brand, st.sampled_from(["星潭", "鹿鸣", "天九"]), st.sampled_from(["루미오", "디어콜"]), st.integers(1, 3)
    )
)


@pytest.mark.parametrize(
    ("ko", "zh", "steps"),
    [
        ("루미오", "星潭", [("루미오", "星潭", "brand")]),
        ("루미오그룹", "星潭集團", [("루미오", "星潭", "brand"), ("그룹", "集團", "translation")]),
        ("상하이루미오", "上海星潭", [("상", "上", "both"), ("하이", "海", "official"), ("루미오", "星潭", "brand")]),
        ("싱탄", "星潭", [("싱", "星", "official"), ("탄", "潭", "official")]),
    ],
)
def test_the_aligner_reads_what_was_learned(ko: str, zh: str, steps: list[tuple[str, str, str]]) -> None:
    known = learned([Brand("星潭", "루미오", 2)], 2)
    path = best_path(make_window(ko), zh, learned=known)
    assert path is not None
    assert [(step.ko, step.zh, step.how) for step in path.steps] == steps


def test_a_drift_dearer_than_the_brand_yields_to_it() -> None:
    window, known = make_window("씽탄"), learned([Brand("星潭", "씽탄", 2)], 2)
    plain, taught = best_path(window, "星潭"), best_path(window, "星潭", learned=known)
    assert plain is not None
    assert taught is not None
    assert [step.how for step in plain.steps] == ["drift", "official"]
    assert [step.how for step in taught.steps] == ["brand"]
    assert plain.cost > taught.cost


def test_a_longer_form_that_ends_in_a_brand_is_the_brand() -> None:
    known = learned([Brand("星潭", "주루미오", 5), Brand("星潭", "루미오", 2)], 2)
    assert (known.times("루미오", "星潭"), known.times("주루미오", "星潭")) == (2, 0)


@given(BRANDS, st.integers(1, 4))
def test_counts_add_up_in_any_order(brands: list[Brand], least: int) -> None:
    known = learned(brands, least)
    assert known == learned(reversed(brands), least)
    for zh in ("星潭", "鹿鸣", "天九"):
        for ko in ("루미오", "디어콜"):
            total = sum(brand.count for brand in brands if (brand.zh, brand.ko) == (zh, ko))
            assert known.times(ko, zh) == (total if total >= least else 0)


def test_nothing_is_false_and_holds_nothing() -> None:
    assert not NOTHING
    assert learned([Brand("星潭", "루미오", 1)], 2) is NOTHING
    assert not NOTHING.within("星潭")
