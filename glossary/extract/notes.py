"""Whether words in a bracket can be a name at all: notes (roles, trades, dates), labels, the look of a brand."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from glossary.extract.cues import context_words, suffixes
from glossary.reading.chars import official_syllables, sino_syllables
from glossary.reading.law import at_head
from glossary.text.hangul import is_hangul
from glossary.text.tables import records, rows

LONG = 5  # syllables that make a word too long for a Chinese name

_DIGIT = re.compile(r"\d")
_MODIFIER = re.compile(r"(?:의|은|는|을|를|와|과|에|한|할|된|인|던|로|도)\Z")
_AMOUNT = re.compile(r"[\d.,\s]*(?:[A-D]\d?\+?)?\Z|Q[1-4]\Z|(?:Series|Round)\b")


@lru_cache(maxsize=4_096)
def is_note(piece: str) -> bool:
    """Whether Hangul words tell something of a name (role, trade, date, place in a picture) and are no name.

    >>> [is_note(piece) for piece in ("사진", "IoT 싱크탱크 창시자", "1990년대생", "지금의 강소성")]
    [True, True, True, True]
    >>> [is_note(piece) for piece in ("포니 마", "트리나솔라", "동영상 플랫폼", "킹소프트클라우드")]
    [False, False, True, False]
    """
    words = piece.split()
    if not words or _DIGIT.search(piece):
        return True
    table = _notes()
    if words[-1] in _roles() or words[0] in table["begin"] or (len(words) == 1 and piece in table["whole"]):
        return True
    return any(_ends_so(words, size) for size in range(1, 1 + min(6, len(words[-1]))))


def _ends_so(words: list[str], size: int) -> bool:
    stem, end = words[-1][:-size], words[-1][-size:]
    if end in _notes()["end"]:
        return size > 1 or not stem
    if end not in _notes()["trade"] or (size == 1 and stem):
        return False
    return len(words) > 1 or not looks_foreign(stem, strict=True) or is_note(stem)


def is_latin_note(piece: str) -> bool:
    """Whether Latin words are a role, a trade, a unit or a round of money rather than a name.

    >>> [is_latin_note(piece) for piece in ("CEO", "Series B", "B.C.483", "3.5 USD", "Li Auto", "AI Speech")]
    [True, True, True, True, False, False]
    """
    noted = _notes()["latin"]
    bare = [word.rstrip("0123456789.") or word for word in piece.split()]
    return bool(_AMOUNT.match(piece)) or all(word in noted or not any(map(str.isalpha, word)) for word in bare)


def unlabelled(piece: str) -> tuple[str, bool]:
    """The words behind a label that announces a name, and whether there was one.

    >>> unlabelled("본명 덩리쥔"), unlabelled("만주어"), unlabelled("덩리쥔")
    (('덩리쥔', True), ('', True), ('덩리쥔', False))
    """
    words = piece.split()
    for size in (2, 1):
        if " ".join(words[:size]) in _notes()["label"]:
            return " ".join(words[size:]), True
    return piece, False


def looks_foreign(word: str, *, strict: bool) -> bool:
    """Whether a Hangul word sounds neither Sino-Korean nor Mandarin, as a brand does; strictly: by one syllable alone.

    Else a word of five syllables that Mandarin might write counts as well: few Chinese names are so long.

    >>> [looks_foreign(word, strict=True) for word in ("유니트리", "쓰촨성", "알리바바", "대산")]
    [True, False, False, False]
    >>> [looks_foreign(word, strict=False) for word in ("맥스원세미", "세쿼이아차이나", "광저우")]
    [True, True, False]
    """
    stem = next((word[:-size] for size in (3, 2, 1) if len(word) > size + 1 and word[-size:] in _generics()), word)
    sino = [syllable in _sino()[place > 0] for place, syllable in enumerate(stem)]
    mandarin = [syllable in official_syllables() for syllable in stem]
    neither = any(not one and not other for one, other in zip(sino, mandarin, strict=True))
    return neither or (not strict and not all(sino) and (len(stem) >= LONG or not all(mandarin)))


def modifies(word: str) -> bool:
    """Whether a word ends in a particle or an ending that ties it to the next: 바이대사의, 엄격한."""
    return bool(_MODIFIER.search(word)) and len(word) > 1


def is_plain_hangul(piece: str) -> bool:
    """Whether nothing but Hangul and blanks stands in a piece."""
    return all(is_hangul(char) or char == " " for char in piece)


@cache
def _notes() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in records("bracket_notes.tsv"):
        found[row["where"]].add(row["word"].rstrip("."))
    return {where: frozenset(words) for where, words in found.items()}


@cache
def _roles() -> frozenset[str]:
    return frozenset(cue.word for cue in context_words() if cue.says in ("title", "person"))


@cache
def _generics() -> frozenset[str]:
    return frozenset(row[0] for row in rows("korean_generics.tsv")) | frozenset(suffixes("ko"))


@cache
def _sino() -> tuple[frozenset[str], frozenset[str]]:
    """Sino-Korean syllables at the head of a word, where the initial-sound law rules, and inside it."""
    first = frozenset(map(at_head, sino_syllables()))
    return first, first | sino_syllables()
