"""Which runs of a text belong together: headings, paragraphs, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from glossary.model import Block

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_HEADING = re.compile(
    r"\s*(?:#{1,6}\s+\S"  # Markdown
    r"|\d{1,2}\.\s+\S"  # 1. 2021 중국 AIoT 산업 연례 컨퍼런스 개최
    r"|\d{1,2}\)\s*\S"  # 1) 행사 성과
    r"|[①-⑳]\s*\S"  # ② 창업보육센터 지원 업무
    r"|[▶■□◆◇]\s*\S"
    r"|제\s*\d+\s*[장절부]\b"
    r"|第[一二三四五六七八九十\d]+[章节節部]"
    r"|[一二三四五六七八九十]{1,3}、)"
)
_SENTENCE_END = re.compile(r"[.。!?！？;；:：,，][\"'”’」』)）\]]*\s*$")
_LONGEST_HEADING = 80


def blocks(text: str) -> tuple[Block, ...]:
    """Cut `text` at blank lines; a line with a tab is a row, a short numbered line without full stop a heading.

    >>> [(block.kind, block.start, block.end) for block in blocks("1. 소식\\n\\n즈우(摯物)는\\n선전에서\\n순위\\t산업")]
    [('heading', 0, 5), ('paragraph', 7, 19), ('row', 20, 25)]
    """
    return tuple(_blocks(text))


def kind_of(text: str) -> Literal["paragraph", "heading", "row"]:
    """What a paragraph of a word processor is by its looks alone.

    >>> kind_of("1. 2021 중국 AIoT 산업 연례 컨퍼런스"), kind_of("순위\\t산업"), kind_of("즈우(摯物)는 행사를 열었다.")
    ('heading', 'row', 'paragraph')
    """
    kind = _kind(text) if _LINE.fullmatch(text) else "paragraph"
    return "heading" if kind == "heading" else "row" if kind == "row" else "paragraph"


def _blocks(text: str) -> Iterator[Block]:
    start = end = -1
    for match in _LINE.finditer(text):
        if start >= 0 and _blank_between(text, end, match.start()):
            yield Block(start, end)
            start = -1
        line = match.group()
        kind = _kind(line)
        if kind == "paragraph":
            start, end = (match.start() if start < 0 else start), match.end()
            continue
        if start >= 0:
            yield Block(start, end)
            start = -1
        if kind != "blank":
            yield Block(match.start(), match.end(), "row" if kind == "row" else "heading")
    if start >= 0:
        yield Block(start, end)


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if "\t" in line.strip():
        return "row"
    if len(line) <= _LONGEST_HEADING and _HEADING.match(line) and not _SENTENCE_END.search(line):
        return "heading"
    return "paragraph"


def _blank_between(text: str, end: int, start: int) -> bool:
    """Tell whether a blank line or a page break stands between two lines (one line end may be CR, LF or CRLF)."""
    gap = text[end:start].replace("\r\n", "\n")
    return len(gap) > 1 or gap == "\f"
