"""What stands before a bracket: where the name ends, the quotation around it, and the window the aligner reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property

from glossary.extract.cues import context_words
from glossary.reading.window import INVISIBLE, Window, make_window
from glossary.text.brackets import CLOSING_QUOTES, QUOTES, ROUND, quoted_before
from glossary.text.hangul import is_hangul
from glossary.text.tables import rows

_BLANK_LIMIT = 3  # blanks and line breaks between a name and its bracket; as many further opening signs
_TAG = re.compile(r"<(?:/[A-Za-z][A-Za-z0-9]*|br ?/?)>\Z")  # what a conversion leaves: </b>, <br/>
_TAG_SIZE = 16


@dataclass(frozen=True)
class Left:
    """The stretch before a bracket; offsets are the document's."""

    text: str
    start: int
    end: int
    quote: tuple[int, int] | None
    touching: bool  # no blank between name and bracket

    @cached_property
    def window(self) -> Window:
        """The stretch as the aligner reads it."""
        return make_window(self.text[self.start : self.end])

    def near(self, size: int) -> Left:
        """The same place with no more than `size` characters before the bracket, all that a short name can need."""
        return self if self.end - self.start <= size else replace(self, start=self.end - size)

    def offset(self, position: int) -> int:
        """The document offset of a window position."""
        return self.start + self.window.origin(position)

    def stop(self, position: int) -> int:
        """The document offset behind the last character before a window position."""
        return self.start + self.window.offsets[position - 1] + 1

    @cached_property
    def word_start(self) -> int:
        """The document offset where the written word before the bracket begins."""
        place = self.end
        while place > self.start and not self.text[place - 1].isspace() and not _stops(self.text[place - 1]):
            place -= 1
        return place

    @property
    def word(self) -> str:
        """The written word before the bracket."""
        return self.text[self.word_start : self.end]


def left_of(text: str, place: int, lower: int, size: int) -> Left | None:
    """The stretch of at most `size` characters before `place` that may hold its name, not below `lower`.

    >>> text = "방송사가 ‘춘완’(春晩)"
    >>> left = left_of(text, text.index("("), 0, 40)
    >>> left.word, text[slice(*left.quote)]
    ('춘완', '춘완')
    """
    end = _strip(text, place, lower)
    if end is None or end <= lower:
        return None
    touching = not any(map(str.isspace, text[end:place]))
    start = _first(text, max(lower, end - size), end)
    quote = quoted_before(text, end, end - start)
    if text[end - 1] == "]":
        opened = text.rfind("[", start, end)
        if opened < 0 or opened + 1 >= end - 1:
            return None
        quote = (opened + 1, end - 1)
        end -= 1
    elif text[end - 1] in CLOSING_QUOTES:
        if quote is None:
            return None
        end = quote[1]
    return Left(text, start, end, quote, touching) if start < end else None


def _first(text: str, start: int, end: int) -> int:
    """Where the paragraph or table cell that holds the end begins, not before `start`."""
    for sign in ("\n\n", "\t", "\r\n\r\n"):
        cut = text.rfind(sign, start, end)
        start = max(start, cut + len(sign)) if cut >= 0 else start
    return start


def tails(left: Left) -> list[int]:
    """Window ends to try besides the real one: behind the name stands a word that the hanzi leave out.

    A generic word (화치아오역) may be attached, a title is a word of its own (마윈 회장).
    """
    text, starts = left.window.text, left.window.starts
    found = []
    for size in range(1, min(6, len(text))):
        word, place = text[-size:], len(text) - size
        if word in _generics() or (place in starts and word in _titles()):
            found.append(place)
    return found


@cache
def _generics() -> frozenset[str]:
    return frozenset(row[0] for row in rows("korean_generics.tsv"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(cue.word for cue in context_words() if cue.says == "title")


def _strip(text: str, place: int, lower: int) -> int | None:
    """Where the name before `place` ends: behind blanks, invisible signs, mark-up; None when too much lies between."""
    end, breaks, blanks, signs = place, 0, 0, 0
    while end > lower:
        char = text[end - 1]
        if char == ">" and (tag := _TAG.search(text, max(lower, end - _TAG_SIZE), end)):
            end = tag.start()
            continue
        if not (char.isspace() or char in ROUND or char in INVISIBLE):
            return end
        blanks += char.isspace() and char != "\r"
        breaks += char == "\n"
        signs += not char.isspace()
        if blanks > _BLANK_LIMIT or signs > _BLANK_LIMIT or breaks > 1 or char == "\t":
            return None
        end -= 1
    return end


def _stops(char: str) -> bool:
    return not (is_hangul(char) or char.isalnum() or char in "·ㆍ∙-+&.") or char in QUOTES or char in CLOSING_QUOTES
