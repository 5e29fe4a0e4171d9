"""What the index holds of a concept: its forms with their shelves, parts and signatures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from glossary.model import Concept, Reading
from glossary.store.index_buckets import SOUNDS
from glossary.store.index_codes import SOUND, field_of, jamo, leading, packed, rank_of, shelf, steps
from glossary.store.index_pieces import Bucket, signatures
from glossary.store.index_sounds import folded
from glossary.store.keys import search_rows
from glossary.text.keys import latin_key, pinyin_key

PLACES = 64  # forms of one number; a concept with more has several numbers
_SLIPS = {"ko": 2, "official": 2, "sino_korean": 1, "en": 2, "pinyin": 1}  # forgiven, two together in one place aside
_TIERS = {True: ((10, 0), (1, 1), (0, 2)), False: ((30, 3), (10, 4), (3, 5), (2, 6), (0, 7))}
_HEARD = frozenset(("ko", "official"))  # what is also found by its sound
_APPROVED = 1 << 40


class Form(NamedTuple):
    """One row of `forms` without its number."""

    shelf: int
    key: str
    text: str

    @property
    def field(self) -> str:
        """Which field it is a form of."""
        return field_of(self.shelf)

    @property
    def rank(self) -> int:
        """How its concept ranks, 0 the best."""
        return rank_of(self.shelf)


def weight(concept: Concept) -> int:
    """Approved before mined, frequent before rare, as one number."""
    return (_APPROVED if concept.review == "approved" else 0) + concept.mentions


def rank(concept: Concept) -> int:
    """The weight in a few steps, 0 the best, exact among the rare ones that are the most."""
    tiers = _TIERS[concept.review == "approved"]
    return next(tier for least, tier in tiers if concept.mentions >= least)


def forms(concept: Concept, reading: Reading) -> list[Form]:
    """The forms of a concept, a key once in a field, and no sound twice."""
    order = rank(concept)
    seen: set[tuple[str, str]] = set()
    found: list[Form] = []
    for field, key, text in search_rows(concept, reading):
        mark = ("sound" if field in SOUND else field, key)
        if mark not in seen:
            seen.add(mark)
            found.append(Form(shelf(field, order), key, text))
    return found


def parts(form: Form) -> set[int]:
    """The codes under which parts of a form are found."""
    field, key, text, order = form.field, form.key, form.text, form.rank
    if field == "zh":
        return packed("zh", order, key, range(1, len(key)))
    if field == "en":
        return packed("latin", order, key, _ends(map(latin_key, text.split())))
    if field == "pinyin":
        syllables = [_toneless(syllable) for syllable in text.split()]
        letters = packed("letters", order, "".join([syllable[:1] for syllable in syllables]), (0,))
        return letters | packed("latin", order, key, _ends(syllables))
    found = packed("sound", order, key, steps(text))
    if field == "ko":
        first = leading(text)
        found |= packed("initials", order, first, (0,)) | packed("inner", order, first, range(1, len(first)))
    return found


def _ends(words: Iterable[str]) -> list[int]:
    return list(accumulate(map(len, words)))[:-1]


_toneless = lru_cache(maxsize=1 << 12)(pinyin_key)


def lying(form: Form) -> list[tuple[str, set[Bucket]]]:
    """What is found in spite of slips: the key of a form, and that of its sound, each with its buckets."""
    field, key = form.field, form.key
    slips = _SLIPS.get(field, 0)
    if not slips:
        return []
    spelt = jamo(key)
    found = [(spelt, signatures(spelt, slips))]
    if field in _HEARD:
        sounds = by_sound(key)
        found.append((sounds, signatures(sounds, 1)))
    return found


def marks(form: Form) -> set[tuple[Bucket, str]]:
    """The buckets in which a form is found in spite of slips, each with the key that lies there."""
    return {(bucket, key) for key, buckets in lying(form) for bucket in buckets}


def by_sound(key: str) -> str:
    """What lies in buckets for the sound of a key: no key as it is spelt.

    >>> from glossary.store.index_codes import typed
    >>> by_sound(typed("지엔챠오")) == by_sound(typed("젠치아오"))
    True
    """
    return SOUNDS + folded(key)
