"""Edits: each is one act, told by events, taken back whole; of two editors none overwrites the other."""

from __future__ import annotations

import dataclasses
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from glossary_fakes import ISSUE, context

from glossary.errors import ConflictError, GlossaryError, InputError, NotFoundError
from glossary.link.group import concept_id
from glossary.model import Concept, Entry
from glossary.service.build import build
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.edit import add, change, merge, split, split_mentions
from glossary.service.history import history
from glossary.service.keep import verify
from glossary.service.naming import named
from glossary.service.undo import revive, undo

PENG, KONG = concept_id("彭昭"), concept_id("香港")
DRIFTED = Change((TermChange("평자오", "preferred"),))


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    ctx = context(tmp_path / "glossary.db")
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")
    build(ctx, [tmp_path / "260.txt"])
    return ctx


def concept(ctx: Context, id: str) -> Concept:
    with ctx.reader() as reader:
        return reader.concept(id).concept


def preferred(ctx: Context, id: str) -> str:
    return concept(ctx, id).terms[0].text


def test_an_editor_s_choice_heads_the_concept_and_survives_a_build(ctx: Context) -> None:
    before = concept(ctx, PENG).version
    done = change(ctx, PENG, DRIFTED, before, why="so he writes himself")
    assert (done.concept, done.version, preferred(ctx, PENG)) == (PENG, before + 1, "평자오")
    (ctx.db.parent / "261.txt").write_text("제 261 호 (2021. 12. 29)\n펑자오(彭昭)\n", encoding="utf-8")
    build(ctx, [ctx.db.parent / "261.txt"])
    assert preferred(ctx, PENG) == "평자오"
    assert verify(ctx) == []


def test_an_edit_on_an_old_version_is_refused_whole(ctx: Context) -> None:
    version = concept(ctx, PENG).version
    change(ctx, PENG, DRIFTED, version)
    with pytest.raises(ConflictError) as caught:
        change(ctx, PENG, Change(note="mine"), version)
    assert (caught.value.code, caught.value.params["version"]) == ("version-conflict", version + 1)
    assert concept(ctx, PENG).note == ""


def test_what_is_so_already_writes_nothing(ctx: Context) -> None:
    first = change(ctx, PENG, DRIFTED)
    assert change(ctx, PENG, DRIFTED).event == 0
    assert concept(ctx, PENG).version == first.version


def test_forbidding_a_form_takes_its_preference(ctx: Context) -> None:
    change(ctx, PENG, DRIFTED)
    change(ctx, PENG, Change((TermChange("평자오", forbidden=True),)))
    assert {term.text: term.forbidden for term in concept(ctx, PENG).terms if term.language == "ko"}["평자오"]
    assert preferred(ctx, PENG) == "펑자오"


def test_a_concept_by_hand_with_hanzi_and_without(ctx: Context) -> None:
    for terms in (["李四", "리쓰"], ["김철수"]):
        done = add(ctx, [TermChange(text) for text in terms], Change(type="person"))
        assert (concept(ctx, done.concept).type, concept(ctx, done.concept).review) == ("person", "approved")
        assert named(ctx, terms[-1]) == done.concept
        with pytest.raises(ConflictError) as caught:
            add(ctx, [TermChange(text) for text in terms])
        assert caught.value.code == "concept-exists"
        undo(ctx, done.event)
        with pytest.raises(NotFoundError):
            concept(ctx, done.concept)
    assert verify(ctx) == []


def test_merged_concepts_answer_to_both_ids_and_part_again(ctx: Context) -> None:
    done = merge(ctx, PENG, KONG, why="one")
    assert (concept(ctx, KONG).id, concept(ctx, KONG).members) == (PENG, (PENG, KONG))
    with pytest.raises(ConflictError, match="already-one"):
        merge(ctx, KONG, PENG)
    undo(ctx, done.event)
    assert concept(ctx, KONG).id == KONG
    merge(ctx, PENG, KONG)
    split(ctx, KONG)
    assert concept(ctx, KONG).id == KONG
    merge(ctx, PENG, KONG)
    assert concept(ctx, KONG).id == PENG
    assert verify(ctx) == []


def test_two_persons_of_one_name_are_told_apart_by_their_mentions(ctx: Context) -> None:
    place = f"260.txt:{ISSUE.index('평자오')}"
    done = split_mentions(ctx, PENG, [place])
    other = concept(ctx, done.concept)
    assert done.concept != PENG
    assert [term.text for term in other.terms if term.language == "ko"] == ["평자오"]
    assert concept(ctx, PENG).mentions == 1
    undo(ctx, done.event)
    assert concept(ctx, PENG).mentions == 2
    with pytest.raises(NotFoundError, match="mention-missing"):
        split_mentions(ctx, PENG, ["260.txt:0"])
    assert verify(ctx) == []


@pytest.mark.parametrize("text", ["", " ", "펑\n자오", "펑\x1b[31m자오", "가" * 201, "\udcff"])
def test_what_is_no_name_is_refused(ctx: Context, text: str) -> None:
    with pytest.raises(InputError, match="form-unfit"):
        change(ctx, PENG, Change((TermChange(text, "preferred"),)))
    with pytest.raises(InputError, match=r"concept-nameless|form-unfit"):
        add(ctx, [TermChange(text)])
    assert preferred(ctx, PENG) == "펑자오"


@pytest.mark.parametrize("text", ["\x00", "\x1b[31m", "\udcff"])
def test_notes_and_reasons_without_control_characters(ctx: Context, text: str) -> None:
    with pytest.raises(InputError, match="text-unfit"):
        change(ctx, PENG, Change(note=text))
    with pytest.raises(InputError, match="text-unfit"):
        change(ctx, PENG, Change(note="a"), why=text)
    assert change(ctx, PENG, Change(note="둘째\n줄")).event


def test_a_name_typed_in_parts_is_the_name(ctx: Context) -> None:
    parts = unicodedata.normalize("NFD", "펑자오")
    assert named(ctx, parts) == PENG
    done = change(ctx, PENG, Change((TermChange(parts, "preferred"),)))
    assert concept(ctx, done.concept).terms[0].text == "펑자오"
    assert add(ctx, [TermChange(parts)]).concept == concept_id("ko:펑자오")


def test_parted_mentions_stay_parted_in_a_corrected_text(ctx: Context) -> None:
    with ctx.reader() as reader:
        place = next(item.place for item in reader.sightings(["彭昭"]) if item.mention.ko == "평자오")
    other = split_mentions(ctx, PENG, [place]).concept
    (ctx.db.parent / "260.txt").write_text("머리말 한 줄\n" + ISSUE.replace("평자오", "새 평자오"), encoding="utf-8")
    build(ctx, [ctx.db.parent / "260.txt"])
    assert (concept(ctx, other).mentions, concept(ctx, PENG).mentions) == (1, 1)
    assert verify(ctx) == []


def test_a_deleted_concept_stays_away_until_it_is_brought_back(ctx: Context) -> None:
    version = concept(ctx, PENG).version
    merge(ctx, PENG, KONG)
    done = change(ctx, PENG, Change(deleted=True))
    for id in (PENG, KONG):
        with pytest.raises(NotFoundError):
            concept(ctx, id)
    undo(ctx, done.event)
    assert concept(ctx, KONG).id == PENG
    change(ctx, PENG, Change(deleted=True))
    assert revive(ctx, PENG, version).version > done.version
    assert verify(ctx) == []


def test_any_version_comes_back_with_the_standing_of_its_forms(ctx: Context) -> None:
    first = concept(ctx, PENG)
    change(ctx, PENG, DRIFTED)
    second = concept(ctx, PENG)
    change(ctx, PENG, Change((TermChange("펑자오", "preferred"),), type="work", note="x"))
    for version in (second, first, second):
        revive(ctx, PENG, version.version)
        now = concept(ctx, PENG)
        assert [(term.text, term.status) for term in now.terms] == [(term.text, term.status) for term in version.terms]
        assert (now.type, now.note) == (version.type, version.note)
    with pytest.raises(NotFoundError, match="version-missing"):
        revive(ctx, PENG, 99)


def test_undo_takes_back_one_thing_and_leaves_what_came_after(ctx: Context) -> None:
    first = change(ctx, PENG, DRIFTED)
    change(ctx, PENG, Change(note="kept"))
    back = undo(ctx, first.event)
    assert (preferred(ctx, PENG), concept(ctx, PENG).note) == ("펑자오", "kept")
    undo(ctx, back.event)
    assert preferred(ctx, PENG) == "평자오"
    change(ctx, PENG, Change((TermChange("평자오", "deprecated"),)))
    with pytest.raises(ConflictError, match="undo-overtaken"):
        undo(ctx, first.event)


@pytest.mark.parametrize(("event", "code"), [(1, "undo-derived"), (999, "event-missing")])
def test_what_cannot_be_undone_is_said(ctx: Context, event: int, code: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        undo(ctx, event)
    assert caught.value.code == code


def test_history_tells_who_when_why_and_what(ctx: Context) -> None:
    change(ctx, PENG, DRIFTED, why="so he writes himself")
    lines = history(ctx, "彭昭" and named(ctx, "彭昭"))
    said = next(line for line in lines if line.event.entity == "curation")
    assert (said.event.at, said.event.why) == (ctx.clock(), "so he writes himself")
    assert ("ko 평자오", "", "preferred") in [(item.what, item.before, item.after) for item in said.differences]
    with pytest.raises(NotFoundError):
        history(ctx, "never")


def test_the_actor_is_the_one_named_else_the_environment_s(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_USER", "lee")
    done = change(ctx, PENG, DRIFTED)
    with ctx.reader() as reader:
        assert reader.event(done.event).actor == "lee"
    monkeypatch.setenv("GLOSSARY_USER", "two\nlines")
    with pytest.raises(GlossaryError, match="actor-invalid"):
        change(ctx, PENG, Change(note="x"))


def test_an_edit_at_the_end_of_a_chain_reaches_all_that_is_one_with_it(ctx: Context) -> None:
    """Nodes that are known by a link alone have links of their own, which count."""
    ids = [add(ctx, [TermChange(zh)]).concept for zh in ("甲乙", "丙丁", "戊己", "庚辛")]
    with ctx.writer() as writer, writer.transaction():
        for left, right in pairwise(ids):
            writer.decide(left, right, "same", actor="kim", at=ctx.clock())
    change(ctx, ids[0], Change(note="x"))
    assert set(concept(ctx, ids[3]).members) == set(ids)
    assert verify(ctx) == []


def test_a_node_taken_from_a_concept_that_nobody_spoke_of_is_told_to_the_log(ctx: Context) -> None:
    merge(ctx, PENG, KONG)
    with ctx.writer() as writer, writer.transaction():
        entry = writer.entries([PENG])[PENG]
        taken = dataclasses.replace(entry.concept, id="c000000000aa", key="甲", members=("c000000000aa", KONG))
        writer.replace_concepts(["甲"], [Entry(taken, entry.reading, (), (), ("甲", "香港"))], at=ctx.clock())
        assert writer.members([PENG]) == {}
    assert {fault.code for fault in verify(ctx)} <= {"verify-count"}
