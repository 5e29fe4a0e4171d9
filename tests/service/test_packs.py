"""Packs, files and sheets through the use cases, on a database of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glossary.errors import InputError, NotFoundError
from glossary.model import Concept, Curation
from glossary.service import exchange
from glossary.service.bulk import put
from glossary.service.context import Context, open_context
from glossary.service.packs import import_pack, remove_pack
from glossary.service.scan_chinese import scan_chinese
from glossary.service.table import table

NAMES = "established-names"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A glossary with the pack of established names."""
    ctx = open_context(tmp_path_factory.mktemp("packed") / "g.db", actor="tester")
    assert import_pack(ctx, NAMES).created > 500
    return ctx


def _fresh(path: Path) -> Context:
    return open_context(path / "g.db", actor="tester")


def _korean(ctx: Context, key: str) -> list[tuple[str, str, str]]:
    with ctx.reader() as reader:
        found = [concept for concept in reader.concepts() if concept.key == key]
    return [(term.text, term.status, term.source) for term in found[0].terms if term.language == "ko"] if found else []


def test_a_pack_is_marked_and_a_second_time_changes_nothing(packed: Context) -> None:
    assert _korean(packed, "希捷")[0] == ("씨게이트", "preferred", NAMES)
    again = import_pack(packed, NAMES)
    assert (again.created, again.changed) == (0, 0)


def test_a_dry_run_makes_no_file(tmp_path: Path) -> None:
    ctx = _fresh(tmp_path)
    done = import_pack(ctx, NAMES, dry_run=True)
    assert (done.created > 500, done.written, ctx.db.exists()) == (True, False, False)


def test_an_editor_stands_over_a_pack_and_outlives_it(tmp_path: Path) -> None:
    ctx = _fresh(tmp_path)
    exchange.import_file(ctx, "ko,zh\n시게이트,希捷\n".encode(), "a.csv", "csv")
    import_pack(ctx, NAMES)
    assert _korean(ctx, "希捷")[:2] == [("시게이트", "preferred", "editor"), ("씨게이트", "admitted", NAMES)] or (
        _korean(ctx, "希捷")[0][:2] == ("시게이트", "preferred")
    )
    assert remove_pack(ctx, NAMES).removed > 500
    assert [text for text, _, _ in _korean(ctx, "希捷")] == ["시게이트"]
    with pytest.raises(NotFoundError, match="pack-missing"):
        remove_pack(ctx, "no-such-pack")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_export_import_export_gives_the_same_bytes(packed: Context, tmp_path: Path, form: str) -> None:
    first = "".join(exchange.export(packed, form))
    ctx = _fresh(tmp_path)
    done = exchange.import_file(ctx, first.encode(), f"g.{form}", form)
    assert (done.refused, done.changed) == ((), 0)
    assert "".join(exchange.export(ctx, form)) == first
    again = exchange.import_file(ctx, first.encode(), f"g.{form}", form)
    assert (again.created, again.changed) == (0, 0)


def test_decisions_and_deletions_travel_in_json_lines(tmp_path: Path) -> None:
    ctx = open_context(tmp_path / "a.db", actor="tester")
    rows = "ko,zh\n펑자오,彭昭\n펑자우,彭照\n".encode()
    exchange.import_file(ctx, rows, "a.csv", "csv")
    with ctx.writer() as writer, writer.transaction():
        first, second = (concept.id for concept in _concepts(ctx))
        writer.decide(first, second, "different", actor="tester", at=ctx.clock(), why="두 사람")
    put(ctx, [Curation("c000000000ab", "王某", source="editor", deleted=True)], lambda before, now: now, why="")
    said = "".join(exchange.export(ctx, "jsonl"))
    assert [json.loads(line)["record"] for line in said.splitlines()] == [
        "glossary",
        "concept",
        "concept",
        "concept",
        "decision",
    ]
    other = open_context(tmp_path / "b.db", actor="tester")
    exchange.import_file(other, said.encode(), "a.jsonl", "jsonl")
    assert "".join(exchange.export(other, "jsonl")) == said


def _concepts(ctx: Context) -> list[Concept]:
    with ctx.reader() as reader:
        return reader.concepts()


def test_a_refused_line_stops_all_unless_told_to_go_on(tmp_path: Path) -> None:
    ctx = _fresh(tmp_path)
    data = "ko,zh\n펑자오,彭昭\n彭昭,펑자오\n평자오,彭昭\n".encode()
    done = exchange.import_file(ctx, data, "a.csv", "csv")
    assert [(row.line, row.code) for row in done.refused] == [(3, "import-script"), (4, "import-twice")]
    assert (done.written, ctx.db.exists()) == (False, False)
    assert exchange.import_file(ctx, data, "a.csv", "csv", keep_going=True).created == 1
    assert _korean(ctx, "彭昭") == [("펑자오", "preferred", "editor")]


def test_files_of_other_encodings_and_of_nothing(tmp_path: Path) -> None:
    ctx = _fresh(tmp_path)
    rows = "국문,중문,비고\n펑자오,彭昭,기자\n허사이커지,禾賽科技,라이다\n"
    assert exchange.import_file(ctx, rows.encode("cp949"), "a.csv", "csv").created == 2
    assert exchange.import_file(ctx, rows.encode("utf-16"), "a.csv", "csv").unchanged == 2
    with pytest.raises(InputError, match="import-empty"):
        exchange.import_file(ctx, b"\n", "a.csv", "csv")
    with pytest.raises(InputError, match="exchange-format"):
        exchange.format_of(tmp_path / "a.docx")


def test_the_sheet_of_an_issue(tmp_path: Path) -> None:
    from glossary.service.build import build

    issue = tmp_path / "주간_260호.txt"
    issue.write_text("업체 즈우(摯物)와 펑자오(彭昭) 기자 <b>\n펑자오(彭昭)는 베이징(北京)에서\n", encoding="utf-8")
    ctx = _fresh(tmp_path)
    build(ctx, [issue])
    page = table(ctx, issue.name, ".html")
    assert page.count("<tbody>") == page.count("<caption>") >= 2
    assert "펑자오" in page
    assert '<span lang="zh-Hans">彭昭</span>' in page
    assert "<script" not in page
    assert "http" not in page
    assert "| 펑자오 | 彭昭 |" in table(ctx, issue.name, ".md", "zh")
    assert "펑자오,彭昭," in table(ctx, issue.name, ".csv", "en")
    with pytest.raises(NotFoundError, match="document-unknown"):
        table(ctx, "999", ".html")
    with pytest.raises(InputError, match="table-format"):
        table(ctx, issue.name, ".docx")


def test_a_chinese_text_gives_its_names(packed: Context, tmp_path: Path) -> None:
    text = "騰訊董事長馬化騰在深圳市宣布，公司將與中國科學院合作。"
    found = {name.text: (name.ko, name.generated, name.type) for name in scan_chinese(packed, text)}
    assert found["騰訊"] == ("텐센트", False, "organization")
    assert found["馬化騰"] == ("마화텅", True, "person")
    assert found["深圳市"] == ("선전시", True, "place")
    assert all(text[name.start : name.end] == name.text for name in scan_chinese(packed, text))
    without = {name.text: name.ko for name in scan_chinese(_fresh(tmp_path), text)}
    assert without["騰訊"] == "텐센트"
    assert scan_chinese(packed, " \n") == ()
