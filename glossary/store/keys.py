"""Under which keys a concept is found: one row for each form, as it is typed."""

from __future__ import annotations

from functools import lru_cache

from glossary.model import Concept, Reading
from glossary.store.index_codes import typed
from glossary.text.keys import hanzi_key, latin_key, pinyin_key

Row = tuple[str, str, str]  # field, key, text


def search_rows(concept: Concept, reading: Reading) -> list[Row]:
    """All rows of a concept, each once, what it is called before how its hanzi read."""
    found = [_row(_FIELD.get(term.language, "zh"), term.text) for term in concept.terms]
    found += [_row(_ALIAS[alias.kind], alias.text) for alias in concept.aliases if alias.kind in _ALIAS]
    found.append(("pinyin", "".join(map(_toneless, reading.pinyin)), " ".join(reading.pinyin)))
    found += [("official", typed(form), form) for form in (reading.official, *reading.customary)]
    found.append(("sino_korean", typed(reading.sino_korean), reading.sino_korean))
    return [row for row in dict.fromkeys(found) if row[1]]


def _row(field: str, text: str) -> Row:
    return field, _KEY[field](text), text


_FIELD = {"ko": "ko", "en": "en"}
_ALIAS = {"ticker": "en", "hanzi": "zh"}
_KEY = {"ko": typed, "en": latin_key, "zh": hanzi_key}
_toneless = lru_cache(maxsize=1 << 12)(pinyin_key)
