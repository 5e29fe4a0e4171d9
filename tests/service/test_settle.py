"""After the documents: bare mentions counted, links made and unmade, the same glossary whatever was read first."""

from __future__ import annotations

import dataclasses
import itertools
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from glossary_fakes import FakeStages, context

from glossary.link.group import concept_id
from glossary.model import BareMention, CuratedTerm, Curation, Decision, Document, Mention, Node, Proposal
from glossary.policy import Policy
from glossary.service.build import build
from glossary.service.context import Context
from glossary.service.edit import edit, merge
from glossary.service.lookup import lookup
from glossary.service.settle import MARK
from glossary.service.undo import undo

PENG = concept_id("彭昭")
TEXTS = {
    "257.txt": "제 257 호 (2021. 12. 1)\n펑자오가 왔다. 펑쨔오우도 왔다.\n",
    "258.txt": "제 258 호 (2021. 12. 8)\n펑자오(彭昭)가 말했다. 허사이커지와 홍콩.\n",
    "259.txt": "제 259 호 (2021. 12. 15)\n허사이커지(禾赛科技, Hesai)는 홍콩(香港)에 있다. 펑자오도 있다.\n",
    "260.txt": "제 260 호 (2021. 12. 22)\n평자오(彭昭) 총재. 허사이커지. 장시(江西).\n",
}


class Strays(FakeStages):
    """Finds 펑쨔오우, which no concept has, beside the known names."""

    def unglossed(
        self, doc: Document, policy: Policy, names: object, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        found = super().unglossed(doc, policy, names, mentions)  # type: ignore[arg-type]
        at = doc.text.find("펑쨔오우")
        if at < 0 or names.meanings("펑쨔오우"):  # type: ignore[attr-defined]
            return found
        return (*found, BareMention("펑쨔오우", at, at + 4, ("form:펑쨔오우",), "person", 0.8))


def sure(nodes: Sequence[Node], decisions: Iterable[Decision], policy: object, voice: object) -> list[Proposal]:
    """Every form without hanzi is surely 彭昭, where that is known."""
    if PENG not in {node.id for node in nodes}:
        return []
    forms = [node for node in nodes if node.id.startswith("form:")]
    return [Proposal(PENG, node.id, "same", 0.99, (), node.mentions, automatic=True) for node in forms]


@pytest.fixture
def ctx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    monkeypatch.setattr("glossary.service.settle.propose", sure)
    return context(tmp_path / "glossary.db", Strays())


def write(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
    return [folder / name for name in names]


def picture(ctx: Context) -> list[tuple[object, ...]]:
    """The glossary without what tells when it was made."""
    with ctx.reader() as reader:
        ids = [concept.id for concept in reader.concepts()]
        concepts = sorted(reader.entries(ids).items())
        return [
            (id, dataclasses.replace(entry.concept, version=0), tuple(
                (row.name, row.glossed, row.bare) for row in reader.usage(id)
            ))
            for id, entry in concepts
        ]  # fmt: skip


def forms(ctx: Context, query: str) -> dict[str, tuple[str, int, int]]:
    """The Korean forms of what a query finds, each with its status and counts."""
    found = lookup(ctx, query)[0].id
    with ctx.reader() as reader:
        terms = reader.concept(str(found)).concept.terms
    return {term.text: (term.status, term.count, term.bare) for term in terms if term.language == "ko"}


def test_bare_mentions_are_counted_in_all_documents_whichever_came_first(ctx: Context) -> None:
    summary = build(ctx, write(ctx.db.parent, *TEXTS))
    assert forms(ctx, "彭昭") == {
        "펑자오": ("preferred", 1, 2),
        "펑쨔오우": ("admitted", 0, 1),
        "평자오": ("deprecated", 1, 0),
    }
    assert forms(ctx, "禾赛科技") == {"허사이커지": ("preferred", 1, 2)}
    assert [(one.stays, one.joins) for one in summary.linked] == [("펑자오(彭昭)", "펑쨔오우")]


@pytest.mark.parametrize("order", list(itertools.permutations(TEXTS))[::3])
def test_builds_in_any_order_make_the_same_glossary(ctx: Context, order: Sequence[str], tmp_path: Path) -> None:
    other = context(tmp_path / "whole" / "glossary.db", Strays())
    other.db.parent.mkdir()
    build(other, write(other.db.parent, *TEXTS))
    for name in order:
        build(ctx, write(ctx.db.parent, name))
    assert picture(ctx) == picture(other)


def test_old_documents_are_searched_for_new_forms_only(ctx: Context) -> None:
    stages = ctx.stages
    assert isinstance(stages, Strays)
    build(ctx, write(ctx.db.parent, "257.txt", "258.txt"))
    stages.scanned.clear()
    build(ctx, write(ctx.db.parent, "260.txt"))
    assert stages.scanned == ["260.txt"]  # 평자오 and 장시 stand in no other
    stages.scanned.clear()
    build(ctx, write(ctx.db.parent, "259.txt"))
    assert sorted(stages.scanned) == ["258.txt", "259.txt", "260.txt"]  # 허사이커지 and 홍콩 do


def test_a_build_that_finds_nothing_new_searches_nothing(ctx: Context) -> None:
    stages = ctx.stages
    assert isinstance(stages, Strays)
    paths = write(ctx.db.parent, *TEXTS)
    build(ctx, paths)
    stages.scanned.clear()
    before = picture(ctx)
    assert build(ctx, paths).linked == ()
    assert (stages.scanned, picture(ctx)) == ([], before)


def test_a_build_that_was_cut_off_is_finished_by_the_next(ctx: Context) -> None:
    paths = write(ctx.db.parent, *TEXTS)
    build(ctx, paths)
    before = picture(ctx)
    with ctx.writer() as writer, writer.transaction():
        writer.note(MARK, "")
        for number, _ in list(writer.document_texts()):
            writer.put_bare(number, ())
    assert build(ctx, paths).unchanged == tuple(TEXTS)
    assert picture(ctx) == before


def test_a_form_that_an_editor_adds_is_looked_for_in_what_was_read(ctx: Context) -> None:
    paths = write(ctx.db.parent, *TEXTS)
    build(ctx, paths)
    term = CuratedTerm("총재", "ko", "admitted", source="editor")
    edit(ctx, Curation(PENG, "彭昭", terms=(term,), source="editor"))
    assert forms(ctx, "彭昭")["총재"] == ("admitted", 0, 0)
    build(ctx, paths)
    assert forms(ctx, "彭昭")["총재"] == ("admitted", 0, 1)


def test_hanzi_that_an_editor_gave_beside_its_own_take_what_is_read_later(ctx: Context) -> None:
    terms = (CuratedTerm("禾赛", "zh-Hans", "preferred"), CuratedTerm("禾赛科技", "zh-Hans", "admitted"))
    edit(ctx, Curation(concept_id("禾赛"), "禾赛", terms=terms, source="editor"))
    build(ctx, write(ctx.db.parent, *TEXTS))
    assert lookup(ctx, "허사이커지")[0].id == concept_id("禾赛")
    assert forms(ctx, "禾赛") == {"허사이커지": ("preferred", 1, 2)}


def test_what_an_editor_says_outlives_a_rebuild_of_everything(ctx: Context) -> None:
    paths = write(ctx.db.parent, *TEXTS)
    build(ctx, paths)
    edit(ctx, Curation(PENG, "彭昭", note="창립자", source="editor"))
    other = dataclasses.replace(ctx, policy=dataclasses.replace(ctx.policy, digest="other"))
    assert build(other, paths).changed == tuple(TEXTS)
    with ctx.reader() as reader:
        assert reader.concept(PENG).concept.note == "창립자"


def test_an_answer_parts_what_was_linked_and_taking_it_back_links_again(ctx: Context) -> None:
    from glossary.service.review import answer, number_of, questions

    paths = write(ctx.db.parent, *TEXTS)
    build(ctx, paths)
    [asked] = questions(ctx, automatic=True)
    assert asked.number == number_of(Proposal(PENG, "form:펑쨔오우", "same", 1.0, ()))
    event = answer(ctx, asked.number, "different", why="다른 사람").event
    assert "펑쨔오우" not in forms(ctx, "彭昭")
    build(ctx, paths)
    assert "펑쨔오우" not in forms(ctx, "彭昭")
    undo(ctx, event)
    assert "펑쨔오우" in forms(ctx, "彭昭")


def test_a_merge_by_hand_survives_and_counts_both(ctx: Context) -> None:
    paths = write(ctx.db.parent, *TEXTS)
    build(ctx, paths)
    merge(ctx, concept_id("禾赛科技"), concept_id("江西"))
    build(ctx, write(ctx.db.parent, "260.txt"))
    with ctx.reader() as reader:
        found = reader.concept(concept_id("江西")).concept
    assert (found.id, found.mentions) == (concept_id("禾赛科技"), 4)


def test_a_file_that_is_gone_is_told_and_forgotten_only_when_asked(ctx: Context) -> None:
    folder = ctx.db.parent / "issues"
    folder.mkdir()
    write(folder, *TEXTS)
    build(ctx, [folder])
    (folder / "260.txt").unlink()
    told = build(ctx, [folder])
    assert (told.gone, told.pruned, told.stats.documents) == (("issues/260.txt",), False, 4)
    pruned = build(ctx, [folder], prune=True)
    assert (pruned.gone, pruned.pruned, pruned.stats.documents) == (("issues/260.txt",), True, 3)
    assert "평자오" not in forms(ctx, "彭昭")
    assert lookup(ctx, "江西")[0].id is None


def test_no_mention_is_of_a_concept_that_is_not_there(ctx: Context) -> None:
    build(ctx, write(ctx.db.parent, *TEXTS))
    connection = sqlite3.connect(ctx.db)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    counted = dict(connection.execute("SELECT concept_id, count(*) FROM bare_mentions GROUP BY concept_id"))
    stored = dict(
        connection.execute("SELECT concept_id, sum(bare) FROM terms WHERE language = 'ko' GROUP BY concept_id")
    )
    connection.close()
    assert counted == {concept: bare for concept, bare in stored.items() if bare}
