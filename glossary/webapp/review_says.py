"""What speaks for and against two names being one, in words of the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from glossary.messages import Lang
from glossary.model import Evidence
from glossary.webapp.catalog import label, messages, say

_HANZI = re.compile(r"([\u3400-\u9fff\uf900-\ufaff]+)")
_STEP = re.compile(r"([^\s\u3400-\u9fff]+)([\u3400-\u9fff]+)")


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason in pieces, each with whether it is hanzi; `against` where it speaks for two names."""

    pieces: tuple[tuple[str, bool], ...]
    against: bool


def signs(evidence: Iterable[Evidence], lang: Lang) -> list[Sign]:
    """The reasons in words, those for one name first, the weightiest first.

    >>> found = signs([Evidence("reads", 2.4, "후胡 론润")], "ko")[0]
    >>> "".join(text for text, _ in found.pieces), found.against
    ('한자를 이렇게 읽어 쓴 것으로 보입니다: 胡 후, 润 론.', False)
    """
    found = sorted(evidence, key=lambda one: (one.value < 0, -abs(one.value)))
    return [Sign(pieces(_said(one, lang)), one.value < 0) for one in found]


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """A text cut where hanzi begin and end.

    >>> pieces("펑자오(彭昭)")
    (('펑자오(', False), ('彭昭', True), (')', False))
    """
    cut = _HANZI.split(text)
    return tuple((part, number % 2 == 1) for number, part in enumerate(cut) if part)


def _said(one: Evidence, lang: Lang) -> str:
    key = f"sign.{one.feature}"
    if one.value < 0 and f"{key}-against" in messages(lang):
        key = f"{key}-against"
    if key not in messages(lang):
        return f"{one.feature} {one.detail}".strip()
    here, _, there = (_told(one, lang)).partition(" / ")
    return say(lang, key, detail=_told(one, lang), here=here, there=there)


def _told(one: Evidence, lang: Lang) -> str:
    """What stands behind a reason, written for reading: 后胡 as 胡 후, two forms with a bar between them."""
    if one.feature == "reads":
        return ", ".join(f"{hanzi} {sound}" for sound, hanzi in _STEP.findall(one.detail)) or one.detail
    if one.feature == "woven":
        pairs = [pair.partition(":") for pair in one.detail.split()]
        return ", ".join(f"{a or '–'}·{b or '–'}" for a, _, b in pairs if a != b) or one.detail
    if one.feature == "company":
        return ", ".join(one.detail.split())
    if one.feature == "type":
        return " / ".join(label(lang, "type", part) for part in one.detail.split(" / "))
    return one.detail
