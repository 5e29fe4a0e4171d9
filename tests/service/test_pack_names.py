"""Authority packs over real text: the same names found whether the pack or the text came first, and no words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.exchange.packs import pack
from glossary.model import Curation
from glossary.service.build import build
from glossary.service.context import Context, open_context
from glossary.service.packs import import_pack, remove_pack

TEXT = """제 7 호 (2021. 12. 22)
중국 베이징과 칭다오의 업체가 총 3.1억 위안을 모았고, 미디어 이슈에 관해 토론했다.
주민 이주에 따른 보상을 차지하고, 이를 방침으로 삼아 구현하는 자리다.
허사이커지(禾赛科技)는 항저우에 있다.
"""
Found = set[tuple[str, str, int, int]]


def names(ctx: Context) -> Found:
    """Every concept that the text names: key, preferred form, how often with hanzi and without."""
    found: Found = set()
    with ctx.reader() as reader:
        for concept in reader.concepts():
            for row in reader.usage(concept.id):
                form = next(term.text for term in concept.terms if term.language == "ko")
                found.add((concept.key, form, row.glossed, row.bare))
    return found


def _short(name: str) -> Iterator[Curation]:
    """The entries of a pack that the text can name: all would take a minute."""
    return (one for one in pack(name) if any(term.text in TEXT for term in one.terms))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "issues"
    place.mkdir()
    (place / "7.txt").write_text(TEXT, encoding="utf-8")
    return place


def test_a_pack_after_the_build_counts_as_before_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.service.packs.pack", _short)
    after, before = (open_context(tmp_path / name, actor="test") for name in ("after.db", "before.db"))
    build(after, [folder])
    bare = names(after)
    for name in ("china-places", "established-names"):
        import_pack(after, name)
        import_pack(before, name)
    build(before, [folder])
    found = names(after)
    assert found == names(before)
    assert {("北京", "베이징", 0, 1), ("青岛", "칭다오", 0, 1), ("杭州", "항저우", 0, 1)} <= found
    assert {key for key, *_ in found} <= {"北京", "青岛", "杭州", "禾赛科技", "中国"}
    for name in ("established-names", "china-places"):
        remove_pack(after, name)
    assert names(after) == bare
