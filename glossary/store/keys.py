"""Under which keys a concept is found: one row for each form, as it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from glossary.model import Concept, Reading
from glossary.store.index_codes import typed
from glossary.text.keys import hanzi_key, latin_key, pinyin_key

Row = tuple[str, str, str]  # field, key, text


def search_rows(concept: Concept, reading: Reading) -> list[Row]:
    """All rows of a concept, each once, what it is called before how its hanzi read."""
    return list(dict.fromkeys(row for row in _rows(concept, reading) if row[1]))


def _rows(concept: Concept, reading: Reading) -> Iterator[Row]:
    for term in concept.terms:
        if term.language == "ko":
            yield "ko", typed(term.text), term.text
        elif term.language == "en":
            yield "en", latin_key(term.text), term.text
        else:
            yield "zh", hanzi_key(term.text), term.text
    for alias in concept.aliases:
        if alias.kind == "ticker":
            yield "en", latin_key(alias.text), alias.text
        elif alias.kind == "hanzi":
            yield "zh", hanzi_key(alias.text), alias.text
    yield from _reading_rows(reading)


def _reading_rows(reading: Reading) -> Iterator[Row]:
    yield "pinyin", "".join(map(_toneless, reading.pinyin)), " ".join(reading.pinyin)
    for form in (reading.official, *reading.customary):
        yield "official", typed(form), form
    yield "sino_korean", typed(reading.sino_korean), reading.sino_korean


_toneless = lru_cache(maxsize=1 << 12)(pinyin_key)
