"""Derivation: mined names, what editors and packs say, decisions and bare mentions make one concept."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link_fakes import bare, decision, entries, node, said, sighting, status, texts

from glossary.link.group import concept_id
from glossary.model import Alias, Evidence, Proposal

PENG = sighting("펑자오", "彭昭", type_="person", place="260.txt:10")
PING = sighting("평자오", "彭昭", type_="person", place="260.txt:20")


def test_a_misreading_is_deprecated_and_says_why() -> None:
    [entry] = entries([PING, PING, PING, PENG])
    assert status(entry.concept) == {"펑자오": "preferred", "평자오": "deprecated", "彭昭": "preferred"}
    assert Evidence("readable", 1.0, "평자오") in entry.concept.why


def test_the_only_form_stays_preferred_however_it_reads() -> None:
    [entry] = entries([sighting("리팅", "李腾", type_="person")])
    assert status(entry.concept)["리팅"] == "preferred"
    assert entry.concept.why[0] == Evidence("misread", 1.0, "리텅")


def test_a_latin_form_without_hanzi_is_english_where_there_is_a_korean_one() -> None:
    [entry] = entries([sighting("허사이커지", "禾赛科技", en="Hesai")], [bare("Hesai", node("禾赛科技"))])
    assert (texts(entry.concept), texts(entry.concept, "en")) == (["허사이커지"], ["Hesai"])
    assert [term.bare for term in entry.concept.terms if term.language == "en"] == [1]
    things = [bare("AIoT", document=1), bare("AIoT", document=2), bare("Alot")]
    [latin] = entries([], things, decisions=[decision("form:AIoT", "form:Alot")])
    assert (texts(latin.concept), texts(latin.concept, "en")) == (["AIoT", "Alot"], ["AIoT", "Alot"])


@pytest.mark.parametrize("relation", ["translation", "other", "japanese"])
def test_a_brand_or_a_translation_is_no_misreading(relation: str) -> None:
    brand = sighting("씨게이트", "希捷科技", relation=relation)  # type: ignore[arg-type]
    [entry] = entries([sighting("시제커지", "希捷科技"), brand])
    assert status(entry.concept)["씨게이트"] == "admitted"


def test_bare_mentions_are_counted_and_never_win_over_glossed_ones() -> None:
    [entry] = entries([PENG], [bare("펑쟈오", node("彭昭"), document=number) for number in (2, 3, 4)])
    first, second = [term for term in entry.concept.terms if term.language == "ko"]
    assert (first.text, first.count, first.bare, first.documents) == ("펑자오", 1, 0, 1)
    assert (second.text, second.count, second.bare, second.documents) == ("펑쟈오", 0, 3, 3)
    assert (entry.concept.mentions, entry.concept.documents, entry.bare) == (4, 4, (1, 2, 3))
    assert (entry.concept.first_seen, entry.concept.last_seen) == ("2021-12-22", "2021-12-29")


def test_what_may_mean_two_names_counts_for_none_until_they_are_one() -> None:
    both = bare("산시", node("陕西"), node("山西"))
    seen = [sighting("산시", "陕西"), sighting("산시", "山西")]
    assert [entry.bare for entry in entries(seen, [both])] == [(), ()]
    [one] = entries(seen, [both], decisions=[decision(node("陕西"), node("山西"))])
    assert one.bare == (1,)


def test_a_form_without_hanzi_is_linked_by_decision_or_by_a_sure_proposal() -> None:
    stray = bare("펑쟈오우")
    assert [texts(entry.concept) for entry in entries([PENG], [stray])] == [["펑자오"]]
    [decided] = entries([PENG], [stray], decisions=[decision(node("彭昭"), "form:펑쟈오우")])
    assert texts(decided.concept) == ["펑자오", "펑쟈오우"]
    assert decided.concept.members == (node("彭昭"), "form:펑쟈오우")
    assert decided.keys == ("彭昭", "ko:펑쟈오우")
    sure = Proposal(node("彭昭"), "form:펑쟈오우", "same", 0.99, (), automatic=True)
    [linked] = entries([PENG], [stray], proposals=[sure])
    assert (linked.concept.review, texts(linked.concept)) == ("proposed", ["펑자오", "펑쟈오우"])
    assert Evidence("linked", 0.99, "펑쟈오우") in linked.concept.why
    apart = decision(node("彭昭"), "form:펑쟈오우", "different")
    assert [texts(one.concept) for one in entries([PENG], [stray], [], [apart], [sure])] == [["펑자오"]]


def test_a_merged_concept_keeps_the_first_members_id_and_both_names() -> None:
    short, long_ = sighting("허사이", "禾赛"), sighting("허사이커지", "禾赛科技", en="Hesai")
    [entry] = entries([short, long_], decisions=[decision(node("禾赛科技"), node("禾赛"))])
    assert (entry.concept.id, entry.concept.key) == (node("禾赛科技"), "禾赛科技")
    assert entry.concept.members == (node("禾赛科技"), node("禾赛"))
    assert (texts(entry.concept, "zh-Hans"), texts(entry.concept, "en")) == (["禾赛科技", "禾赛"], ["Hesai"])
    assert entry.refs == (2, 1)


def test_two_forms_that_are_one_make_a_concept_without_hanzi() -> None:
    forms = [bare("김종문", type_="person", document=number) for number in (1, 2)] + [bare("김중문", type_="person")]
    assert entries([], forms) == []
    [entry] = entries([], forms, decisions=[decision("form:김종문", "form:김중문")])
    assert (entry.concept.id, entry.concept.key) == (concept_id("ko:김종문"), "ko:김종문")
    assert (texts(entry.concept), entry.concept.type) == (["김종문", "김중문"], "person")


def test_both_readings_a_hybrid_and_a_latin_brand_are_one_name() -> None:
    seen = [
        sighting("다즈후이", "大智慧"),
        sighting("대지혜", "大智慧", relation="sino-korean"),
        sighting("비야디", "比亚迪", aliases=(Alias("BYD", "latin"),)),
        sighting("BYD", "比亚迪", relation="other"),
    ]
    wise, byd = sorted((entry.concept for entry in entries(seen)), key=lambda concept: concept.key)
    assert texts(wise) == ["다즈후이", "대지혜"]
    assert (texts(byd), texts(byd, "en"), status(byd)["BYD"]) == (["비야디", "BYD"], ["BYD"], "preferred")


class TestCuration:
    def test_stands_over_the_mined(self) -> None:
        curation = said("彭昭", ("평자오", "ko", "preferred"), note="스스로 이렇게 쓴다", type_="work")
        [entry] = entries([PENG, PENG, PING], curations=[curation])
        assert status(entry.concept)["평자오"] == "preferred"
        assert entry.concept.why[0] == Evidence("editor", 1.0, "펑자오")
        assert (entry.concept.note, entry.concept.type, entry.concept.review) == (
            "스스로 이렇게 쓴다",
            "work",
            "approved",
        )

    def test_an_editor_goes_before_a_pack_and_a_pack_before_what_is_read(self) -> None:
        pack = said("上海", ("상해", "ko", "preferred"), source="china-places")
        [packed] = entries([sighting("상하이", "上海")], curations=[pack])
        assert texts(packed.concept) == ["상해", "상하이"]
        assert packed.concept.why[0].feature == "established"
        both = said("上海", ("상하이", "ko", "preferred"))
        mixed = type(pack)(pack.concept, pack.key, terms=(*pack.terms, *both.terms), source="editor")
        [chosen] = entries([sighting("상해", "上海")], curations=[mixed])
        assert status(chosen.concept)["상하이"] == "preferred"
        assert status(chosen.concept)["상해"] == "admitted"

    def test_a_pack_s_spacing_goes_before_what_was_seen_and_blanks_make_no_misreading(self) -> None:
        pack = said(
            "北京证券交易所",
            ("베이징증권거래소", "ko", "preferred"),
            ("리팅", "ko", "admitted"),
            source="established-names",
        )
        seen = [bare("베이징 증권 거래소", pack.concept), bare("리 팅", pack.concept)]
        [entry] = entries([], seen, [pack])
        assert texts(entry.concept)[:2] == ["베이징증권거래소", "베이징 증권 거래소"]
        assert status(entry.concept)["리 팅"] == "admitted"

    def test_forbidden_and_superseded_forms_never_win(self) -> None:
        curation = said("彭昭", ("펑자오", "ko", "superseded"), ("펑짜오", "ko", "preferred"), forbidden=("펑짜오",))
        [entry] = entries([PENG, PENG, PING], curations=[curation])
        assert status(entry.concept) == {
            "평자오": "preferred", "펑자오": "superseded", "펑짜오": "deprecated", "彭昭": "preferred"
        }  # fmt: skip
        flags = {term.text: term.forbidden for term in entry.concept.terms}
        assert flags["펑짜오"]
        assert {item.feature for item in entry.concept.why} >= {"forbidden", "unwanted"}

    def test_a_concept_without_a_mention_stays(self) -> None:
        hanzi = said("大智慧", ("大智慧", "zh-Hans", "preferred"), type_="organization")
        hand = said("ko:싱크탱크", ("싱크탱크", "ko", "preferred"), type_="organization")
        made = {entry.concept.key: entry.concept for entry in entries([], curations=[hanzi, hand])}
        assert texts(made["大智慧"]) == ["다즈후이"]  # nobody wrote it in Hangul: the official form
        assert [term.source for term in made["大智慧"].terms if term.language == "ko"] == ["official"]
        assert texts(made["ko:싱크탱크"]) == ["싱크탱크"]
        assert made["ko:싱크탱크"].mentions == 0

    def test_a_deleted_concept_is_nowhere_and_its_hanzi_can_come_back(self) -> None:
        assert entries([PENG], curations=[said("彭昭", deleted=True)]) == []
        assert len(entries([PENG], curations=[said("彭昭")])) == 1

    def test_a_curated_form_takes_its_bare_mentions_at_once(self) -> None:
        here, there = (said(zh, ("펑선생", "ko", "admitted")) for zh in ("彭昭", "彭超"))
        assert [one.bare for one in entries([PENG], [bare("펑선생")], [here])] == [(1,)]
        assert [one.bare for one in entries([PENG], [bare("펑선생")], [here, there])] == [(), ()]

    def test_a_packs_other_hanzi_are_its_own_where_no_other_has_them_and_the_type_fits(self) -> None:
        pack = said(
            "北京",
            ("北京", "zh-Hans", "preferred"),
            ("北京市", "zh-Hans", "admitted"),
            source="china-places",
            type_="place",
        )
        city = sighting("베이징시", "北京市", type_="place")
        [entry] = entries([city], curations=[pack])
        assert (entry.concept.id, entry.refs) == (node("北京"), (1,))
        other = said("北平", ("北京市", "zh-Hans", "admitted"), type_="place")
        assert len(entries([city], curations=[pack, other])) == 3
        assert len(entries([sighting("베이징시", "北京市", type_="person")], curations=[pack])) == 2

    def test_an_editors_choice_for_what_joins_is_superseded_by_that_for_what_stays(self) -> None:
        curations = [said("禾赛科技", ("허사이", "ko", "preferred")), said("禾赛", ("허싸이", "ko", "preferred"))]
        [entry] = entries([], curations=curations, decisions=[decision(node("禾赛科技"), node("禾赛"))])
        assert (status(entry.concept)["허사이"], status(entry.concept)["허싸이"]) == ("preferred", "superseded")

    def test_hanzi_and_english_of_an_editor_come_first(self) -> None:
        curation = said("禾赛科技", ("禾赛", "zh-Hans", "preferred"), ("Hesai Group", "en", "preferred"))
        [entry] = entries([sighting("허사이커지", "禾赛科技", en="Hesai")], curations=[curation])
        assert texts(entry.concept, "zh-Hans") == ["禾赛", "禾赛科技"]
        assert texts(entry.concept, "en") == ["Hesai Group", "Hesai"]
        assert status(entry.concept)["Hesai"] == "admitted"


class TestScopes:
    def test_a_mention_parts_from_its_node_for_a_node_of_its_own(self) -> None:
        parted = decision(node("彭昭"), "c0other", "different", scope=("260.txt:20",))
        first, second = entries([PENG, PING], decisions=[parted])
        assert (first.concept.id, texts(first.concept), first.refs) == (node("彭昭"), ["펑자오"], (1,))
        assert (second.concept.id, texts(second.concept), second.refs) == ("c0other", ["평자오"], (2,))

    def test_what_parted_is_never_joined_by_a_proposal(self) -> None:
        parted = decision(node("彭昭"), "c0other", "different", scope=("260.txt:20",))
        sure = Proposal(node("彭昭"), "c0other", "same", 1.0, (), automatic=True)
        assert len(entries([PENG, PING], decisions=[parted], proposals=[sure])) == 2

    def test_an_undone_parting_is_none(self) -> None:
        parted = decision(node("彭昭"), "c0other", "different", scope=("260.txt:20",), undone=True)
        assert len(entries([PENG, PING], decisions=[parted])) == 1

    def test_a_bare_mention_moves_too(self) -> None:
        seen = [sighting("산시", "陕西"), sighting("산시", "山西")]
        unclear = bare("산시", node("陕西"), place="260.txt:7")
        moved = decision(node("陕西"), node("山西"), "different", scope=("260.txt:7",))
        found = {entry.concept.key: entry.bare for entry in entries(seen, [unclear], decisions=[moved])}
        assert found == {"陕西": (), "山西": (1,)}


KEYS = ("彭昭", "彭超", "彭钊", "彭招")
EDGES = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS), st.sampled_from(["same", "different"])), max_size=6
)


@settings(deadline=None)
@given(EDGES, st.lists(st.sampled_from(KEYS), max_size=8), st.integers(0, 99))
def test_the_order_of_what_is_given_changes_nothing(
    edges: list[tuple[str, str, str]], seen: list[str], seed: int
) -> None:
    mentions = [sighting("펑자오", zh, place=f"260.txt:{place}") for place, zh in enumerate(seen)]
    decisions = [
        decision(node(left), node(right), judgement, id)  # type: ignore[arg-type]
        for id, (left, right, judgement) in enumerate(edges, start=1)
        if left != right
    ]
    curations = [said(zh, ("펑자오", "ko", "admitted")) for zh in KEYS]
    shuffled = mentions[:], decisions[:], curations[:]
    for items in shuffled:
        random.Random(seed).shuffle(items)
    one, two = entries(mentions, [], curations, decisions), entries(shuffled[0], [], shuffled[2], shuffled[1])
    assert [entry.concept for entry in one] == [entry.concept for entry in two]


@given(EDGES)
def test_no_two_names_that_somebody_parted_are_one(edges: list[tuple[str, str, str]]) -> None:
    decisions = [
        decision(node(left), node(right), judgement, id)  # type: ignore[arg-type]
        for id, (left, right, judgement) in enumerate(edges, start=1)
        if left != right
    ]
    found = entries([sighting("펑자오", zh) for zh in KEYS], decisions=decisions)
    for one in decisions:
        if one.judgement == "different":
            assert not any({one.left, one.right} <= {entry.concept.id, *entry.concept.members} for entry in found)
