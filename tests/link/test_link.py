"""Linking: what is one concept, which form is preferred, and why."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InputError
from glossary.link import link
from glossary.link.established import established
from glossary.link.prefer import CRITERIA
from glossary.model import Alias, Concept, EntityType, Evidence, Kind, Mention, Reading, Sighting
from glossary.policy import load_policy

POLICY = load_policy()
OFFICIAL = {
    "彭昭": "펑자오",
    "禾赛科技": "허싸이커지",
    "香港": "샹강",
    "安倍晋三": "안베이진싼",
    "上海": "상하이",
    "广州市科技创新协会": "광저우스커지촹신셰후이",
}
CUSTOMARY = {"香港": ("홍콩",), "上海": ("상해",), "安倍晋三": ("아베 신조",)}
SINO = {"上海": "상해", "香港": "향항"}
MISREAD = {"평자오"}


class TableVoice:
    """Readings from the tables above."""

    def reading(self, zh: str, type: EntityType) -> Reading:
        return Reading(zh, OFFICIAL.get(zh, ""), (), SINO.get(zh, ""), CUSTOMARY.get(zh, ()))

    def strain(self, ko: str, zh: str) -> float:
        return float(ko in MISREAD)


def sighting(
    ko: str,
    zh: str,
    *,
    ref: int = 0,
    document: int = 1,
    date: str | None = "2021-12-22",
    type_: EntityType = "organization",
    kind: Kind = "name",
    score: float = 0.9,
    en: str | None = None,
    aliases: tuple[Alias, ...] = (),
) -> Sighting:
    mention = Mention(ko, 0, len(ko), zh, 9, 9 + len(zh), kind, "transliteration", type_, score, en, aliases)
    return Sighting(ref, document, date, mention)


def concepts(*sightings: Sighting) -> list[Concept]:
    numbered = [dataclasses.replace(item, ref=ref) for ref, item in enumerate(sightings, start=1)]
    return [entry.concept for entry in link(numbered, (), (), (), POLICY, TableVoice())]


def texts(concept: Concept, language: str) -> list[str]:
    return [term.text for term in concept.terms if term.language == language]


@pytest.mark.parametrize(
    ("zh", "seen", "preferred", "criterion"),
    [
        ("彭昭", ["평자오", "평자오", "펑자오"], "펑자오", "readable"),
        ("彭昭", ["평자오", "펑자오"], "펑자오", "readable"),
        ("香港", ["샹강", "홍콩"], "홍콩", "established"),
        ("安倍晋三", ["안베이진싼", "아베 신조"], "아베 신조", "established"),
        ("上海", ["상하이", "상해"], "상하이", "nearest"),
        ("禾赛科技", ["허사이커지", "허싸이 커지", "허싸이커지"], "허싸이커지", "nearest"),
        ("广州市科技创新协会", ["광저우시 과기협회", "광저우시과기협회"], "광저우시과기협회", "unspaced"),
        ("禾赛科技", ["헤사이커지", "허사이커지"], "허사이커지", "nearest"),
    ],
)
def test_preferred_form(zh: str, seen: list[str], preferred: str, criterion: str) -> None:
    [concept] = concepts(*(sighting(ko, zh) for ko in seen))
    assert texts(concept, "ko")[0] == preferred
    assert criterion in [item.feature for item in concept.why]
    assert next(term.status for term in concept.terms if term.language == "ko") == "preferred"


@pytest.mark.parametrize(
    ("reading", "names"),
    [
        (Reading("香港", "샹강", (), "향항", ("홍콩", "향항")), ("홍콩",)),
        (Reading("上海", "상하이", (), "상해", ("상해",), trace=(Evidence("customary", 1.0, "place"),)), ()),
        (Reading("黄河", "황허", (), "황하", ("황하", "황허강")), ()),
        (
            Reading("诸葛亮", "주거량", (), "제갈량", ("제갈량",), trace=(Evidence("customary", 1.0, "history"),)),
            ("제갈량",),
        ),
        (Reading("鲁迅", "루쉰", (), "노신", ("노신",), trace=(Evidence("customary", 1.0, "modern"),)), ()),
        (
            Reading("成龙", "청룽", (), "성룡", ("성룡",), trace=(Evidence("customary", 1.0, "star"),)),
            ("성룡",),
        ),
        (
            Reading("东京", "둥징", (), "동경", ("도쿄", "동경"), trace=(Evidence("customary", 1.0, "foreign"),)),
            ("도쿄", "동경"),
        ),
        (Reading("禾赛科技", "허싸이커지", (), "화새과기"), ()),
    ],
)
def test_established_names(reading: Reading, names: tuple[str, ...]) -> None:
    assert established(reading) == names


def test_more_documents_come_before_the_official_form() -> None:
    seen = [("허사이커지", 1), ("허사이커지", 2), ("허싸이커지", 3)]
    [concept] = concepts(*(sighting(ko, "禾赛科技", document=number) for ko, number in seen))
    assert texts(concept, "ko") == ["허사이커지", "허싸이커지"]
    assert (concept.why[0].feature, concept.why[0].detail) == ("documents", "허싸이커지")


def test_a_form_from_the_bracket_is_admitted_behind() -> None:
    alias = Alias("펑쟈오", "hangul")
    [concept] = concepts(sighting("펑즈아오", "彭昭", aliases=(alias,)))
    assert texts(concept, "ko") == ["펑즈아오", "펑쟈오"]
    assert concept.why[0].feature == "glossed"


def test_scripts_are_one_concept_and_stay_as_written() -> None:
    [concept] = concepts(sighting("허싸이커지", "禾賽科技"), sighting("허싸이커지", "禾赛科技"))
    assert (texts(concept, "zh-Hans"), texts(concept, "zh-Hant")) == (["禾赛科技"], ["禾賽科技"])


def test_traditional_alone_gets_its_simplified_form_never_the_reverse() -> None:
    [traditional] = concepts(sighting("허싸이커지", "禾賽科技"))
    [simplified] = concepts(sighting("허싸이커지", "禾赛科技"))
    assert texts(traditional, "zh-Hans") == ["禾赛科技"]
    assert [term.count for term in traditional.terms if term.language == "zh-Hans"] == [0]
    assert texts(simplified, "zh-Hant") == []


def test_hanzi_of_both_scripts_stand_in_both() -> None:
    [concept] = concepts(sighting("펑자오", "彭昭"))
    assert texts(concept, "zh-Hans") == texts(concept, "zh-Hant") == ["彭昭"]


def test_english_names_from_columns_come_before_those_in_brackets() -> None:
    latin, ticker = Alias("Hesai", "latin"), Alias("HSAI", "ticker")
    [concept] = concepts(
        sighting("허사이커지", "禾赛科技", aliases=(latin, ticker)),
        sighting("허사이커지", "禾赛科技", en="Hesai Technology"),
        sighting("HESAI", "禾赛科技"),
    )
    assert texts(concept, "en") == ["Hesai Technology", "Hesai"]
    assert concept.aliases == (latin, ticker)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["person", "place"], ["person"]),
        (["person", "person", "place"], ["person"]),
        (["person", "person", "place", "place"], ["person", "place"]),
        (["organization", "organization", "product", "product"], ["organization"]),
        (["person"] * 9 + ["place"] * 2, ["person"]),
    ],
)
def test_type_by_majority_and_a_split_only_where_it_is_clear(types: list[EntityType], expected: list[str]) -> None:
    found = concepts(*(sighting("리장", "丽江", type_=type_) for type_ in types))
    assert sorted(concept.type for concept in found) == expected
    assert sum(concept.mentions for concept in found) == len(types)


def test_evidence_weighs_more_than_heads() -> None:
    [concept] = concepts(
        sighting("즈우", "摯物", type_="person", score=0.3),
        sighting("즈우", "摯物", type_="person", score=0.3),
        sighting("즈우", "摯物", type_="organization", score=0.95),
    )
    assert concept.type == "organization"
    assert (concept.why[-1].feature, concept.why[-1].detail) == ("type", "organization 1/3")


def test_a_term_becomes_a_concept_a_gloss_never_does() -> None:
    found = concepts(sighting("이안", "離岸", kind="term", type_="term"), sighting("신", "新", kind="gloss"))
    assert [(concept.key, concept.type) for concept in found] == [("离岸", "term")]


def test_dates_and_counts() -> None:
    [concept] = concepts(
        sighting("즈우", "摯物", date="2021-12-22"),
        sighting("즈우", "摯物", date=None, document=2),
        sighting("즈우", "摯物", date="2020-01-01", document=3),
    )
    assert (concept.first_seen, concept.last_seen) == ("2020-01-01", "2021-12-22")
    assert (concept.mentions, concept.documents) == (3, 3)


def test_an_unknown_criterion_is_refused() -> None:
    policy = dataclasses.replace(POLICY, link=dataclasses.replace(POLICY.link, prefer=("nearest", "loudest")))
    with pytest.raises(InputError) as caught:
        link([sighting("즈우", "摯物")], (), (), (), policy, TableVoice())
    assert "loudest" in str(caught.value)


def test_the_policy_names_every_criterion_once() -> None:
    assert sorted(POLICY.link.prefer) == sorted(CRITERIA)


NAMES = st.sampled_from(
    [("펑자오", "彭昭"), ("평자오", "彭昭"), ("홍콩", "香港"), ("샹강", "香港"), ("즈우", "摯物"), ("즈우", "挚物")]
)
SIGHTINGS = st.lists(st.builds(lambda pair, number: sighting(*pair, document=number), NAMES, st.integers(1, 3)))


@given(SIGHTINGS)
def test_every_mention_belongs_to_one_concept(found: list[Sighting]) -> None:
    numbered = [dataclasses.replace(item, ref=ref) for ref, item in enumerate(found)]
    entries = link(numbered, (), (), (), POLICY, TableVoice())
    assert sorted(ref for entry in entries for ref in entry.refs) == list(range(len(found)))
    assert len({entry.concept.id for entry in entries}) == len(entries)


@given(SIGHTINGS, st.randoms())
def test_order_changes_only_what_was_first(found: list[Sighting], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = concepts(*found), concepts(*shuffled)
    assert [(c.id, texts(c, "ko")[0], c.mentions) for c in one] == [(c.id, texts(c, "ko")[0], c.mentions) for c in two]
