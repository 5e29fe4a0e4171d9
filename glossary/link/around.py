"""The spellings of the names near a document, ready to be searched for what may be one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, chain

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from glossary.link.block import canonical
from glossary.link.sounds import answers, is_sino
from glossary.text.hangul import to_jamo

_LIKE = 0.6  # likeness in jamo from which spellings are weighed
_TRIED = 6  # spellings near by that are weighed


class Around:
    """The spellings of the bearers near a document, ready to be searched."""

    def __init__(self, bearers: list[int], spellings: list[list[str]], sounds: list[list[str]], zh: list[str]) -> None:
        self.bearers = frozenset(bearers)
        known = [sounds[bearer] for bearer in bearers]
        self.sounds = list(chain.from_iterable(known))
        # of those whose hanzi nobody gave: they may be read either way
        self.bare = [(bearer, form) for bearer in bearers if not zh[bearer] for form in spellings[bearer]]
        self._owners = bearers
        self._ends = list(accumulate(map(len, known)))

    def add(self, bearer: int, form: str) -> None:
        """One more spelling that is near by."""
        self.sounds.append(to_jamo(canonical(form)))
        self._owners.append(bearer)
        self._ends.append(len(self.sounds))
        self.bare.append((bearer, form))

    def owner(self, place: int) -> int:
        """Whose spelling stands at a place of the sounds."""
        return self._owners[bisect_right(self._ends, place)]


def nearby(form: str, around: Around) -> Iterator[int]:
    """The bearers near by that are spelled somewhat like the form, or whose name it may be in the other reading."""
    like = process.extract(
        to_jamo(canonical(form)),
        around.sounds,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=_LIKE,
        limit=_TRIED,
    )
    yield from (around.owner(place) for _, _, place in like)
    read = is_sino(form)
    for bearer, other in around.bare:
        if (read and _answers(form, other)) or (_answers(other, form) and is_sino(other)):
            yield bearer


def _answers(sino: str, sound: str) -> bool:
    """Whether the ends of a form are Sino-Korean for characters that the ends of the other sound like."""
    if not 2 <= len(sino) <= len(sound):
        return False
    head, tail = answers(sino[0]), answers(sino[-1])
    if not (sound[0] in head or sound[:2] in head or sound[:3] in head):
        return False
    return sound[-1] in tail or sound[-2:] in tail or sound[-3:] in tail
