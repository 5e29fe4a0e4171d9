"""The closed lists of words that values speak in."""

from __future__ import annotations

from typing import Literal

Kind = Literal["name", "term", "gloss"]
Relation = Literal["transliteration", "sino-korean", "translation", "mixed", "japanese", "other"]
EntityType = Literal["person", "place", "organization", "media", "product", "event", "work", "term"]
AliasKind = Literal["latin", "hangul", "ticker", "hanzi"]
Language = Literal["ko", "zh-Hans", "zh-Hant", "en"]
TermStatus = Literal["preferred", "admitted", "deprecated", "superseded"]
Review = Literal["mined", "proposed", "approved"]
Judgement = Literal["same", "different", "unsure"]
Origin = Literal["editor", "automatic", "import"]
Format = Literal["text", "markdown", "html", "docx", "hwpx", "hwp", "pdf"]
Severity = Literal["info", "warning", "error"]

TYPES: tuple[EntityType, ...] = ("person", "place", "organization", "media", "product", "event", "work", "term")
PACKS = frozenset({"china-places", "established-names"})  # lists that ship: what only they say, no text has said
