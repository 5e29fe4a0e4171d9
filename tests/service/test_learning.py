"""Brands learned from issue to issue: an invented newsletter whose 루미오 stands for 星潭 without reading it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from glossary.model import Brand, Document, Extraction
from glossary.policy import Policy
from glossary.service.build import build
from glossary.service.context import Context, open_context
from glossary.service.extract import extract_path
from glossary.service.lookup import lookup
from glossary.service.stages import RealStages

ISSUES = {
    "1.txt": "제 1 호 (2026. 1. 7)\n\n관광 플랫폼 루미오그룹(星潭集团)이 상장한다.\n",
    "2.txt": "제 2 호 (2026. 1. 14)\n\n루미오과기(星潭科技)는 즈우(摯物)와 손을 잡았다.\n",
    "3.txt": "제 3 호 (2026. 1. 21)\n\n주루미오(星潭)지사가 문을 열었다. 후원사는 루미오 (星潭)이다.\n",
}
EXACT = [("루미오", "星潭"), ("루미오", "星潭")]


class Counting(RealStages):
    """The real stages; they note which documents they are asked to study."""

    def __init__(self) -> None:
        super().__init__()
        self.studied: list[str] = []

    def study(self, doc: Document, policy: Policy, witnesses: Iterable[Brand]) -> Extraction:
        self.studied.append(doc.name)
        return super().study(doc, policy, witnesses)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "issues"
    folder.mkdir()
    for name, text in ISSUES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return open_context(tmp_path / "glossary.db", stages=Counting())


def names(ctx: Context, issue: str) -> list[tuple[str, str]]:
    with ctx.reader() as reader:
        [found] = [document.id for document in reader.documents() if document.name == f"issues/{issue}"]
        return [(mention.ko, mention.zh) for _, mention in reader.mentions_of_document(found)]


def dump(ctx: Context) -> list[str]:
    connection = sqlite3.connect(ctx.db)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_the_third_issue_finds_what_it_would_miss_alone(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    assert names(ctx, "3.txt") == EXACT
    _, alone = extract_path(ctx, folder / "3.txt")
    assert [(mention.ko, mention.zh) for mention in alone] == [("주루미오", "星潭")]
    assert lookup(ctx, "루미오")[0].zh_hans == "星潭"


def test_one_issue_after_the_other_gives_the_same(ctx: Context, folder: Path, tmp_path: Path) -> None:
    for name in ISSUES:
        build(ctx, [folder / name])
    whole = open_context(tmp_path / "whole.db", stages=Counting())
    build(whole, [folder])
    assert [names(ctx, name) for name in ISSUES] == [names(whole, name) for name in ISSUES]


def test_an_unchanged_folder_is_not_read_again(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    before = dump(ctx)
    build(ctx, [folder])
    assert ctx.stages.studied == [f"issues/{name}" for name in ISSUES]  # type: ignore[attr-defined]
    assert dump(ctx) == before


def test_a_changed_issue_takes_its_witness_with_it(ctx: Context, folder: Path) -> None:
    build(ctx, [folder])
    (folder / "1.txt").write_text("제 1 호 (2026. 1. 7)\n\n관광 플랫폼.\n", encoding="utf-8")
    (folder / "3.txt").write_text(ISSUES["3.txt"] + "끝.\n", encoding="utf-8")
    build(ctx, [folder])
    assert names(ctx, "3.txt") == [("주루미오", "星潭")]


def test_a_house_may_ask_for_more_witnesses(ctx: Context, folder: Path) -> None:
    (ctx.db.parent / "glossary.toml").write_text("[extract]\nlearn = 3\n", encoding="utf-8")
    strict = open_context(ctx.db, stages=Counting())
    build(strict, [folder])
    assert names(strict, "3.txt") == [("주루미오", "星潭")]


def test_another_policy_learns_anew_as_from_nothing(ctx: Context, folder: Path, tmp_path: Path) -> None:
    build(ctx, [folder])
    (ctx.db.parent / "glossary.toml").write_text("[lookup]\nlimit = 7\n", encoding="utf-8")
    again = open_context(ctx.db, stages=Counting())
    build(again, [folder])
    fresh = open_context(tmp_path / "fresh.db", stages=Counting())
    build(fresh, [folder])
    assert [names(again, name) for name in ISSUES] == [names(fresh, name) for name in ISSUES]
