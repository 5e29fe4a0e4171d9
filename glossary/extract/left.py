"""What stands before a bracket: where the name ends, the quotation around it, and the window the aligner reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from glossary.reading.window import Window, make_window
from glossary.text.brackets import CLOSING_QUOTES, QUOTES, ROUND, quoted_before
from glossary.text.hangul import is_hangul
from glossary.text.tables import rows

_BLANK_LIMIT = 3  # blanks and line breaks between a name and its bracket


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
    touching = end == place
    quote = quoted_before(text, end, size)
    if text[end - 1] == "]":
        opened = text.rfind("[", max(lower, end - size), end)
        if opened < 0 or opened + 1 >= end - 1:
            return None
        quote = (opened + 1, end - 1)
        end -= 1
    elif text[end - 1] in CLOSING_QUOTES:
        if quote is None:
            return None
        end = quote[1]
    if quote is not None and quote[0] < lower:
        quote = None
    start = max(lower, end - size)
    for sign in ("\n\n", "\t", "\r\n\r\n"):
        cut = text.rfind(sign, start, end)
        start = max(start, cut + len(sign)) if cut >= 0 else start
    return Left(text, start, end, quote, touching) if start < end else None


def tails(left: Left) -> list[int]:
    """Window ends to try besides the real one: behind the name stands a generic word the hanzi leave out (화치아오역)."""
    text = left.window.text
    return [len(text) - size for size in range(1, 6) if len(text) > size + 1 and text[-size:] in _generics()]


def _generics() -> frozenset[str]:
    global _GENERICS
    if not _GENERICS:
        _GENERICS = frozenset(row[0] for row in rows("korean_generics.tsv"))
    return _GENERICS


_GENERICS: frozenset[str] = frozenset()


def _strip(text: str, place: int, lower: int) -> int | None:
    end, blanks = place, 0
    while end > lower and (text[end - 1].isspace() or text[end - 1] in ROUND):
        blanks += text[end - 1].isspace()
        if blanks > _BLANK_LIMIT or text[end - 1] == "\t" or text.startswith("\n\n", end - 1):
            return None
        end -= 1
    return end


def _stops(char: str) -> bool:
    return not (is_hangul(char) or char.isalnum() or char in "·ㆍ∙-+&.") or char in QUOTES or char in CLOSING_QUOTES
