"""Transliterate: how hanzi names sound, stored or not."""

from __future__ import annotations

from glossary.model import EntityType, Reading
from glossary.service.context import Context


def transliterate(ctx: Context, zh: str, type: EntityType | None = None) -> Reading:
    """How a hanzi name sounds: official Hangul, pinyin, Sino-Korean, what usage prefers, and why."""
    return ctx.stages.transliterate(zh.strip(), type)
