"""Packs and files over what is said already."""

from __future__ import annotations

from dataclasses import replace

from glossary.exchange.merge import with_pack, with_row, without_pack
from glossary.exchange.record import adopted, amended
from glossary.model import CuratedTerm, Curation

PACK = Curation(
    "c1",
    "北京",
    "place",
    source="p",
    terms=(CuratedTerm("베이징", "ko", "preferred"), CuratedTerm("북경", "ko", "admitted")),
)
EDITED = Curation("c1", "北京", source="editor", terms=(CuratedTerm("북경", "ko", "preferred", source="editor"),))


def test_a_pack_on_an_empty_place_signs_its_forms() -> None:
    assert {term.source for term in with_pack(None, PACK).terms} == {"p"}


def test_a_pack_brought_in_twice_changes_nothing() -> None:
    once = with_pack(EDITED, PACK)
    assert with_pack(once, PACK) == once
    alone = with_pack(None, PACK)
    assert with_pack(alone, PACK) == alone


def test_an_editor_stands_over_a_pack() -> None:
    assert [(term.text, term.status, term.source) for term in with_pack(EDITED, PACK).terms] == [
        ("북경", "preferred", "editor"),
        ("베이징", "admitted", "p"),
    ]


def test_a_newer_pack_replaces_its_own_forms() -> None:
    newer = replace(PACK, terms=(CuratedTerm("페이징", "ko", "preferred"),))
    assert [term.text for term in with_pack(with_pack(None, PACK), newer).terms] == ["페이징"]


def test_a_pack_goes_and_leaves_what_editors_said() -> None:
    left = without_pack(with_pack(EDITED, PACK), "p")
    assert left is not None
    assert left.terms == EDITED.terms
    assert without_pack(with_pack(None, PACK), "p") is None


def test_what_was_deleted_stays_deleted() -> None:
    gone = replace(with_pack(None, PACK), deleted=True)
    assert with_pack(gone, PACK).deleted


def test_a_row_typed_by_hand_twice_changes_nothing() -> None:
    row = Curation("c1", "北京", source="editor", terms=(CuratedTerm("베이징", "ko", "preferred"),))
    for before in (None, EDITED, with_pack(None, PACK)):
        once = with_row(before, row)
        assert once.terms[0].text == "베이징"
        assert with_row(once, row) == once


def test_only_what_a_file_changed_becomes_an_editors_word() -> None:
    now = adopted(replace(PACK, source="", terms=(CuratedTerm("베이징", "ko", "preferred"),)))
    bare = replace(now, source="", terms=tuple(replace(term, source="") for term in now.terms))
    row = replace(bare, terms=(*bare.terms, CuratedTerm("북경", "ko", "admitted")))
    after = amended(None, bare, row)
    assert after is not None
    assert [(term.text, term.source) for term in after.terms] == [("베이징", "mined"), ("북경", "editor")]
    assert amended(now, bare, bare) == now
