"""Build: what it stores, what it skips, what it reports."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
from pathlib import Path

import pytest
from glossary_fakes import CLOCK, ISSUE, FakeStages, context

from glossary.service.build import Labels, build
from glossary.service.context import Context


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return context(tmp_path / "glossary.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "issues"
    folder.mkdir()
    (folder / "260.txt").write_text(ISSUE, encoding="utf-8")
    return folder


def dump(ctx: Context) -> list[str]:
    connection = sqlite3.connect(ctx.db)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_first_build_stores_all(ctx: Context, folder: Path) -> None:
    summary = build(ctx, [folder])
    assert summary.added == ("issues/260.txt",)
    assert (summary.stats.documents, summary.stats.mentions, summary.stats.concepts) == (1, 7, 4)


def test_second_build_reads_nothing_and_changes_nothing(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    before = dump(ctx)
    summary = build(ctx, [folder, folder / "260.txt"])
    assert (summary.added, summary.changed, summary.unchanged) == ((), (), ("issues/260.txt",))
    assert ctx.stages.extracted == ["issues/260.txt"]  # type: ignore[attr-defined]
    assert dump(ctx) == before


def test_two_builds_of_the_same_are_the_same(tmp_path: Path, folder: Path) -> None:
    one, two = context(tmp_path / "one.db"), context(tmp_path / "two.db")
    build(one, [folder])
    build(two, [folder])
    assert dump(one) == dump(two)


def test_a_changed_document_replaces_its_mentions(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    (folder / "260.txt").write_text(ISSUE.replace("평자오(彭昭)", "장시(江西)"), encoding="utf-8")
    summary = build(ctx, [folder])
    assert summary.changed == ("issues/260.txt",)
    assert (summary.stats.documents, summary.stats.mentions, summary.stats.concepts) == (1, 7, 4)
    with ctx.reader() as reader:
        assert "평자오" not in [form.text for form in reader.known_forms()]


def test_incremental_equals_from_scratch(tmp_path: Path, folder: Path) -> None:
    step, whole = context(tmp_path / "step.db"), context(tmp_path / "whole.db")
    build(step, [folder])
    (folder / "261.txt").write_text("제 261 호 (2021. 12. 29)\n평자오(彭昭), 평자오(彭昭)\n", encoding="utf-8")
    build(step, [folder])
    build(whole, [folder])
    drop_versions = "SELECT id, key, type, mentions, documents, why FROM concepts ORDER BY id"
    tables = []
    for ctx in (step, whole):
        connection = sqlite3.connect(ctx.db)
        search = connection.execute("SELECT * FROM terms ORDER BY concept_id, place").fetchall()
        tables.append((connection.execute(drop_versions).fetchall(), search))
        connection.close()
    assert tables[0] == tables[1]


def test_a_concept_that_changes_counts_its_version_up(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    (folder / "261.txt").write_text("펑자오(彭昭)\n", encoding="utf-8")
    build(ctx, [folder])
    connection = sqlite3.connect(ctx.db)
    versions = dict(connection.execute("SELECT key, version FROM concepts"))
    connection.close()
    assert versions == {"彭昭": 2, "禾赛科技": 1, "香港": 1, "江西": 1}


def test_a_copy_is_not_counted_twice(ctx: Context, folder: Path) -> None:
    (folder / "copy.txt").write_text(ISSUE, encoding="utf-8")
    summary = build(ctx, [folder])
    assert summary.added == ("issues/260.txt",)
    assert summary.unchanged == ("issues/copy.txt",)
    assert summary.stats.documents == 1


def test_a_moved_file_keeps_its_place(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    (folder / "260.txt").rename(folder / "2021-260.txt")
    assert build(ctx, [folder]).unchanged == ("issues/2021-260.txt",)
    (folder / "2021-260.txt").write_text(ISSUE + "\n펑자오(彭昭)\n", encoding="utf-8")
    summary = build(ctx, [folder])
    assert summary.changed == ("issues/2021-260.txt",)
    assert summary.stats.documents == 1


def test_a_bad_file_stops_nothing(ctx: Context, folder: Path) -> None:
    (folder / "000.bin").write_bytes(b"\xff\xfe\x00")
    (folder / "001.txt").write_text("", encoding="utf-8")
    summary = build(ctx, [folder, folder / "missing.txt"])
    assert [(Path(problem.name).name, problem.code) for problem in summary.problems] == [
        ("missing.txt", "file-missing"),
        ("000.bin", "not-text"),
        ("001.txt", "empty-file"),
    ]
    assert summary.added == ("issues/260.txt",)


def test_nothing_to_read_makes_no_database(ctx: Context) -> None:
    summary = build(ctx, [ctx.db.parent / "missing.txt"])
    assert [problem.code for problem in summary.problems] == ["file-missing"]
    assert not ctx.db.exists()


def test_folders_are_walked_in_order_without_hidden_files(ctx: Context, folder: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", ".git/x.txt"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(f"펑자오(彭昭) {name}\n", encoding="utf-8")
    (folder / ".hidden.txt").write_text("펑자오(彭昭)\n", encoding="utf-8")
    assert build(ctx, [folder]).added == ("issues/260.txt", "issues/a/1.txt", "issues/b/2.txt")


def test_the_glossary_s_own_files_and_pipes_are_no_documents(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    (ctx.db.parent / "glossary.toml").write_text("[lookup]\nlimit = 5\n", encoding="utf-8")
    os.mkfifo(ctx.db.parent / "pipe")
    (ctx.db.parent / "gone.txt").symlink_to("nowhere")
    summary = build(ctx, [ctx.db.parent])
    assert (summary.unchanged, summary.added, summary.problems) == (("issues/260.txt",), (), ())


def test_a_name_that_is_no_unicode_stops_nothing(ctx: Context, folder: Path) -> None:
    (folder / os.fsdecode(b"\xff.txt")).write_text("펑자오(彭昭)", encoding="utf-8")
    summary = build(ctx, [folder])
    assert summary.added == ("issues/260.txt",)
    assert [problem.code for problem in summary.problems] == ["document-failed"]


def test_options_label_only_what_states_nothing(ctx: Context, folder: Path) -> None:
    (folder / "note.txt").write_text("펑자오(彭昭)\n", encoding="utf-8")
    build(ctx, [folder], labels=Labels(7, "2020-01-01"))
    with ctx.reader() as reader:
        assert [(doc.name, doc.issue, doc.date) for doc in reader.documents()] == [
            ("issues/260.txt", 260, "2021-12-22"),
            ("issues/note.txt", 7, "2020-01-01"),
        ]


def test_the_clock_is_the_context_s(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    connection = sqlite3.connect(ctx.db)
    assert connection.execute("SELECT added FROM documents").fetchone() == (CLOCK,)
    connection.close()


def test_another_policy_reads_again(tmp_path: Path, folder: Path) -> None:
    stages = FakeStages()
    build(context(tmp_path / "glossary.db", stages), [folder])
    changed = context(tmp_path / "glossary.db", stages)
    changed = dataclasses.replace(changed, policy=dataclasses.replace(changed.policy, digest="other"))
    assert build(changed, [folder]).changed == ("issues/260.txt",)
