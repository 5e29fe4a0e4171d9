"""Blocks: every character that is not white space stands in exactly one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.blocks import blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("첫 문단\n둘째 줄\n\n둘째 문단", [("paragraph", "첫 문단\n둘째 줄"), ("paragraph", "둘째 문단")]),
        ("첫 문단\r\n둘째 줄\r\n\r\n둘째", [("paragraph", "첫 문단\r\n둘째 줄"), ("paragraph", "둘째")]),
        ("순위\t산업\n1\t기업", [("row", "순위\t산업"), ("row", "1\t기업")]),
        ("# 소식\n본문", [("heading", "# 소식"), ("paragraph", "본문")]),
        ("1. 선전상보(深圳商报)\n\n본문", [("heading", "1. 선전상보(深圳商报)"), ("paragraph", "본문")]),
        ("1. 문장은 제목이 아니다.", [("paragraph", "1. 문장은 제목이 아니다.")]),
        ("▶ 산업분포", [("heading", "▶ 산업분포")]),
        ("一、公司简介\n正文", [("heading", "一、公司简介"), ("paragraph", "正文")]),
        ("앞쪽\f뒤쪽", [("paragraph", "앞쪽"), ("paragraph", "뒤쪽")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_cutting(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.kind, text[block.start : block.end]) for block in blocks(text)] == expected


@given(st.text(st.sampled_from("가나 \t\r\n\f1.#▶北京(")))
def test_blocks_hold_all_that_is_written_in_order(text: str) -> None:
    found = blocks(text)
    edges = [edge for block in found for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    covered = {at for block in found for at in range(block.start, block.end)}
    assert {at for at, ch in enumerate(text) if not ch.isspace()} <= covered
