"""Markdown: a text as it stands, and the spans of it that no edit may touch: code, link targets, mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*$", re.MULTILINE)
_KEPT = re.compile(
    r"(?P<code>`{1,8})(?!`)[^`\n](?:[^\n]{0,1000}?[^`\n])?(?P=code)(?!`)"  # `code`
    r"|(?<=\]\()[ ]?<?[^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,200})?>?"  # [text](target
    r"|^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S{1,2000}"  # [label]: target
    r"|<(?:https?|mailto|ftp):[^\s<>]{1,2000}>|https?://[^\s<>()\[\]가-힣]{1,2000}"  # an address as it stands
    r"|<!--|</?[A-Za-z][^<>\n]{0,2000}>",  # HTML
    re.MULTILINE,
)
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,200}---[ \t]*\r?$", re.MULTILINE)


def kept_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of code blocks, code, link targets, addresses and HTML tags, in order.

    >>> text = "평자오(彭昭)는 `평자오`를 [평자오](https://example.com/평자오)에서"
    >>> [text[start:end] for start, end in kept_spans(text)]
    ['`평자오`', 'https://example.com/평자오']
    """
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    front = _FRONT.match(text)
    if front:
        yield front.span()
        place = front.end()
    for start, end in _blocks(text, place):
        yield from _inline(text, place, start)
        yield start, end
        place = end
    yield from _inline(text, place, len(text))


def _inline(text: str, place: int, stop: int) -> Iterator[tuple[int, int]]:
    while (match := _KEPT.search(text, place, stop)) is not None:
        start, place = match.span()
        if match.group() == "<!--":
            end = text.find("-->", place, stop)
            place = end + len("-->") if end >= 0 else stop
        yield start, place


def _blocks(text: str, place: int) -> Iterator[tuple[int, int]]:
    """Fenced code: a fence closes with one of its own sign, at least as long; unclosed, it runs to the end."""
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text, place):
        if opened is None:
            opened = match
        elif match["fence"].startswith(opened["fence"]) and match.group().strip() == match["fence"]:
            yield opened.start(), match.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(text)
