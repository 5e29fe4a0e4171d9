"""Transliterate: how hanzi names sound, stored or not."""

from __future__ import annotations

from glossary.model import EntityType, Reading
from glossary.service.context import Context
from glossary.text.hanzi import is_hanzi


def transliterate(ctx: Context, zh: str, type: EntityType | None = None) -> Reading:
    """How a hanzi name sounds: official Hangul, pinyin, Sino-Korean, what usage prefers; empty without hanzi."""
    if not has_hanzi(zh):
        return Reading(zh.strip(), "", (), "")
    return ctx.stages.transliterate(zh.strip(), type)


def has_hanzi(text: str) -> bool:
    """Whether there is anything to read.

    >>> has_hanzi("TCL科技"), has_hanzi("허사이커지")
    (True, False)
    """
    return any(map(is_hanzi, text))
