"""Nodes of one hanzi name: what was said of a person stays with the person when a place of the name comes, and back."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from link_fakes import POLICY, decision, entries, said, sighting

from glossary.link.group import concept_id, groups, ids_of
from glossary.model import Curation, EntityType, Sighting

OWN, PERSON, PLACE = (concept_id("丽江", part) for part in ("", "person", "place"))
FIRST_PERSONS: list[EntityType] = ["place", "person", "person", "place", "place"]  # the first place is a slip
FIRST_PLACES: list[EntityType] = ["place", "place", "person", "person", "person"]


def _seen(types: Sequence[EntityType]) -> list[Sighting]:
    """One mention in each document, the documents in this order."""
    return [sighting("리장", "丽江", type_=type_, document=number) for number, type_ in enumerate(types, start=1)]


def _curated(id: str, type_: EntityType | None) -> Curation:
    return dataclasses.replace(said("丽江", type_=type_, note="checked"), concept=id)


@pytest.mark.parametrize(
    ("types", "curated", "expected"),
    [
        (FIRST_PLACES, {}, {OWN: "place", PERSON: "person"}),
        (FIRST_PERSONS, {}, {OWN: "person", PLACE: "place"}),
        (FIRST_PERSONS, {OWN: "place"}, {OWN: "place", PERSON: "person"}),  # a pack of places
        (FIRST_PLACES, {OWN: "person"}, {OWN: "person", PLACE: "place"}),
        (FIRST_PERSONS, {OWN: None}, {OWN: "person", PLACE: "place"}),
        (FIRST_PERSONS, {PERSON: None}, {OWN: "place", PERSON: "person"}),  # they were apart so before
        (FIRST_PLACES, {PLACE: None}, {OWN: "person", PLACE: "place"}),
    ],
)
def test_an_id_stays_with_what_it_was_for(
    types: list[EntityType], curated: dict[str, EntityType | None], expected: dict[str, str]
) -> None:
    curations = [_curated(id, type_) for id, type_ in curated.items()]
    found = groups(_seen(types), POLICY.link, (), curations)
    assert {group.id: group.type for group in found} == expected
    assert {group.id for group in found} <= ids_of("丽江")


def test_a_decision_holds_an_id_as_well() -> None:
    apart = [decision(PERSON, concept_id("彭昭"), "different")]
    assert {group.id: group.type for group in groups(_seen(FIRST_PERSONS), POLICY.link, apart)} == {
        OWN: "place",
        PERSON: "person",
    }


def test_what_an_editor_said_of_a_person_does_not_land_on_the_first_place() -> None:
    curation = _curated(OWN, None)
    [before] = entries(_seen(["person", "person", "person"]), curations=[curation])
    found = entries(_seen(["person", "person", "person", "place", "place"]), curations=[curation])
    after = {entry.concept.id: entry.concept for entry in found}
    assert (before.concept.id, before.concept.type, before.concept.note) == (OWN, "person", "checked")
    assert (after[OWN].type, after[OWN].note) == ("person", "checked")
    assert (after[PLACE].type, after[PLACE].note) == ("place", "")


def test_more_documents_change_no_id() -> None:
    for later in (["place"] * 2, ["person"] * 4, ["place", "person"] * 4):
        found = groups(_seen([*FIRST_PERSONS, *later]), POLICY.link)  # type: ignore[list-item]
        assert {group.id: group.type for group in found} == {OWN: "person", PLACE: "place"}
