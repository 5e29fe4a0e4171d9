"""House style: official or house readings, simplified or traditional hanzi."""

from __future__ import annotations

import pytest
from link_fakes import bare, entries, house, node, said, sighting, status, texts

from glossary.model import Relation

OFFICIAL = house(readings="official")


def test_the_official_form_is_preferred_though_no_document_wrote_it() -> None:
    [entry] = entries([sighting("허사이커지", "禾赛科技")], policy=OFFICIAL)
    first = entry.concept.terms[0]
    assert (first.text, first.status, first.count, first.source) == ("허싸이커지", "preferred", 0, "official")
    assert (entry.concept.why[0].feature, entry.concept.why[0].detail) == ("official", "허사이커지")
    assert status(entry.concept)["허사이커지"] == "admitted"


def test_the_house_form_is_what_documents_write() -> None:
    [entry] = entries([sighting("허사이커지", "禾赛科技")], policy=house(readings="house"))
    assert texts(entry.concept) == ["허사이커지"]


def test_the_official_form_that_documents_have_keeps_its_counts() -> None:
    seen = [sighting("허사이커지", "禾赛科技"), sighting("허사이커지", "禾赛科技", document=2)]
    [entry] = entries(seen, [bare("허싸이커지", node("禾赛科技"))], policy=OFFICIAL)
    first = entry.concept.terms[0]
    assert (first.text, first.bare, first.source) == ("허싸이커지", 1, "")


@pytest.mark.parametrize(
    ("ko", "zh", "relation"),
    [
        ("중국과학원", "中国科学院", "sino-korean"),
        ("씨게이트", "禾赛科技", "other"),
        ("아베 신조", "安倍晋三", "japanese"),
        ("홍콩", "香港", "transliteration"),
    ],
)
def test_names_that_do_not_sound_like_their_hanzi_keep_theirs(ko: str, zh: str, relation: Relation) -> None:
    [entry] = entries([sighting(ko, zh, relation=relation)], policy=OFFICIAL)
    assert texts(entry.concept)[0] == ko


def test_an_editor_goes_before_the_norm() -> None:
    curation = said("禾赛科技", ("허사이커지", "ko", "preferred"))
    [entry] = entries([sighting("허사이커지", "禾赛科技")], curations=[curation], policy=OFFICIAL)
    assert texts(entry.concept) == ["허사이커지", "허싸이커지"]


@pytest.mark.parametrize(
    ("style", "hans", "hant"),
    [
        ("as-is", "preferred", "preferred"),
        ("simplified", "preferred", "admitted"),
        ("traditional", "admitted", "preferred"),
    ],
)
def test_the_script_of_the_house_is_preferred(style: str, hans: str, hant: str) -> None:
    seen = [sighting("허사이커지", "禾赛科技"), sighting("허사이커지", "禾賽科技")]
    [entry] = entries(seen, policy=house(hanzi=style))
    assert (status(entry.concept)["禾赛科技"], status(entry.concept)["禾賽科技"]) == (hans, hant)


def test_nothing_is_written_in_a_script_that_nobody_has_written() -> None:
    [entry] = entries([sighting("허사이커지", "禾赛科技")], policy=house(hanzi="traditional"))
    assert (texts(entry.concept, "zh-Hant"), status(entry.concept)["禾赛科技"]) == ([], "preferred")
