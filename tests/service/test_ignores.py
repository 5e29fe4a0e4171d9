"""Ignores go on counting: after a file has moved, after names have become one, after a name has got its entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputError
from glossary.service.build import build
from glossary.service.check import Checked, check_bytes
from glossary.service.context import Context, open_context
from glossary.service.ignores import LONGEST, add_ignore, behind, ignores
from glossary.service.keep import verify

ISSUE = "대표 펑자오(彭昭)는 말했다. 펑자오(彭昭)가 왔다. 부사장 리팅(李腾)은 강조했다.\n"
DRAFT = "부사장 리팅(李腾)은 강조했다.\n"


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    """A glossary that has read one issue."""
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")
    found = open_context(tmp_path / "glossary.db")
    build(found, [tmp_path / "260.txt"])
    return found


def _check(ctx: Context, text: str = DRAFT, name: str = "260.txt") -> Checked:
    return check_bytes(ctx, name, text.encode())


def _silenced(checked: Checked) -> list[str]:
    return [item.finding.rule for item in checked.silenced]


def test_an_ignore_follows_a_file_that_gets_another_name(ctx: Context, tmp_path: Path) -> None:
    add_ignore(ctx, "hanzi-mismatch", document="260.txt", reason="본인이 쓰는 표기")
    assert _silenced(_check(ctx)) == ["hanzi-mismatch"]
    (tmp_path / "260.txt").rename(tmp_path / "2021-260.txt")
    build(ctx, [tmp_path / "2021-260.txt"])
    assert [one.document for one in ignores(ctx)] == ["2021-260.txt"]
    assert _silenced(_check(ctx, name="2021-260.txt")) == ["hanzi-mismatch"]
    assert _silenced(_check(ctx)) == []
    assert verify(ctx) == []


@pytest.mark.parametrize("mark", ["concept", "fingerprint"])
def test_an_ignore_follows_a_concept_into_another(ctx: Context, mark: str) -> None:
    from glossary.service.edit import merge

    (found,) = [item for item in _check(ctx).findings if item.rule == "hanzi-mismatch"]
    assert found.concept
    marks = {mark: getattr(found, mark)}
    add_ignore(ctx, "hanzi-mismatch", reason="본인이 쓰는 표기", **marks)
    (other,) = [item.concept for item in _check(ctx, "비서 펑자오(彭昭)은 왔다.").findings if item.rule == "particle"]
    assert other
    merge(ctx, other, found.concept, why="한 사람")
    checked = _check(ctx)
    assert "hanzi-mismatch" in _silenced(checked)
    assert [one.reason for one in behind(ctx, checked) if one] == ["본인이 쓰는 표기"]


def test_an_ignore_of_a_new_name_counts_when_it_has_an_entry(tmp_path: Path) -> None:
    ctx = open_context(tmp_path / "glossary.db")
    (tmp_path / "1.txt").write_text("대표 펑자오(彭昭)는 말했다.\n", encoding="utf-8")
    build(ctx, [tmp_path / "1.txt"])
    (found,) = [item for item in _check(ctx).findings if item.rule == "hanzi-mismatch"]
    assert not found.concept
    add_ignore(ctx, "hanzi-mismatch", fingerprint=found.fingerprint, reason="본인이 쓰는 표기")
    (tmp_path / "260.txt").write_text(DRAFT, encoding="utf-8")
    build(ctx, [tmp_path / "260.txt"])
    assert "hanzi-mismatch" in _silenced(_check(ctx))


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("", "ignore-empty"),
        (" \n ", "ignore-empty"),
        ("가" * (LONGEST + 1), "ignore-reason"),
        ("a\x00b", "ignore-reason"),
    ],
)
def test_a_reason_is_neither_empty_nor_endless(ctx: Context, reason: str, code: str) -> None:
    with pytest.raises(InputError, match=code):
        add_ignore(ctx, "particle", reason=reason)
    assert add_ignore(ctx, "particle", reason=" 인용\n문 ").reason == "인용 문"
