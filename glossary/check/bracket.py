"""bracket: an unbalanced or mixed bracket around hanzi, a stray space before a particle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from glossary.check.case import Case
from glossary.model import Finding
from glossary.text.brackets import Bracket, Brackets
from glossary.text.hanzi import HANZI
from glossary.text.particles import particle_at

RULE = "bracket"
_PAIRS = {"(": ")", "[": "]", "（": "）", "〔": "〕", "【": "】", "［": "］"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_HANZI = re.compile(f"[{HANZI}]")
_SPACE = re.compile(r"[ \u00a0]{1,2}")
_SURE = frozenset({"은", "는", "을", "를", "이", "가", "과", "와", "으로", "에서", "에게", "의"})
_PLAIN = re.compile(r"(?:에서는?|에게|의|도|에)(?![가-힣])")


def find(case: Case) -> Iterator[Finding]:
    """What is wrong with the brackets that hold hanzi; other brackets are none of a glossary's business."""
    found = case.survey.brackets
    for bracket in found:
        if not _HANZI.search(case.text, bracket.start, bracket.end):
            continue
        if not bracket.closed:
            yield case.finding(RULE, (bracket.start, bracket.start + 1), "bracket-open")
        else:
            yield from _mixed(case, bracket, found)
            yield from _spaced(case, bracket)


def _mixed(case: Case, bracket: Bracket, found: Brackets) -> Iterator[Finding]:
    """The sign that differs from most brackets of the text: of `（北京)` the first, where others are half-width."""
    opening, closing = case.text[bracket.start], case.text[bracket.end]
    if closing == _PAIRS.get(opening, closing):
        return
    usual = Counter(case.text[other.start] for other in found if other.closed and other is not bracket)
    place, right = bracket.end, _PAIRS[opening]
    if closing in _OPENING and usual[_OPENING[closing]] > usual[opening]:
        place, right = bracket.start, _OPENING[closing]
    params = (("opening", case.text[bracket.end if place == bracket.start else bracket.start]), ("preferred", right))
    yield case.finding(RULE, (place, place + 1), "bracket-mixed", suggestions=(right,), params=params)


def _spaced(case: Case, bracket: Bracket) -> Iterator[Finding]:
    """A particle belongs to the word before it: `총감) 은`; the determiner 이 and nouns that begin so are none."""
    space = _SPACE.match(case.text, bracket.end + 1)
    if space is None:
        return
    particle = particle_at(case.text, space.end())
    plain = _PLAIN.match(case.text, space.end())
    text = particle.text if particle else plain[0] if plain else ""
    if text not in _SURE or (text in ("이", "가", "의") and not _clause(case, space.end() + len(text))):
        return
    span = (bracket.end, space.end() + len(text))
    yield case.finding(
        RULE,
        span,
        "bracket-space",
        suggestions=(case.text[bracket.end] + text,),
        fixable=True,
        params=(("particle", text),),
    )


def _clause(case: Case, end: int) -> bool:
    """이 and 가 alone may be the determiner 이 or a noun: only a tokenizer can tell."""
    start = max(0, end - 20)
    tokens = case.tokenizers.korean.tokens("그" + case.text[end - 1 : end + 20])
    return bool(tokens) and start >= 0 and any(token.tag.startswith("JK") and token.start == 1 for token in tokens)
