"""Under which keys a concept is found: one row for each form and each way of typing it."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.model import Concept, Reading
from glossary.text.hangul import initials, is_hangul
from glossary.text.keyboard import strokes
from glossary.text.keys import hanzi_key, latin_key, pinyin_key

Row = tuple[str, str, str]  # field, key, text


def search_rows(concept: Concept, reading: Reading) -> list[Row]:
    """All rows of a concept, each once, in order."""
    return sorted({row for row in _rows(concept, reading) if row[1]})


def _rows(concept: Concept, reading: Reading) -> Iterator[Row]:
    for term in concept.terms:
        if term.language == "ko":
            yield "ko", strokes(term.text), term.text
            if any(map(is_hangul, term.text)):
                yield "initials", initials(term.text), term.text
        elif term.language == "en":
            yield "en", latin_key(term.text), term.text
        else:
            yield "zh", hanzi_key(term.text), term.text
    yield from _reading_rows(reading)
    for alias in concept.aliases:
        if alias.kind == "ticker":
            yield "en", latin_key(alias.text), alias.text
        elif alias.kind == "hanzi":
            yield "zh", hanzi_key(alias.text), alias.text


def _reading_rows(reading: Reading) -> Iterator[Row]:
    shown = " ".join(reading.pinyin)
    yield "pinyin", pinyin_key(shown), shown
    yield "pinyin_initials", "".join(pinyin_key(syllable)[:1] for syllable in reading.pinyin), shown
    yield "official", strokes(reading.official), reading.official
    yield "sino_korean", strokes(reading.sino_korean), reading.sino_korean
    for form in reading.customary:
        yield "official", strokes(form), form
