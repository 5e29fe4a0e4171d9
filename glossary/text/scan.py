"""Known forms in a text: one automaton over all of them, found across line breaks and blanks, in one pass.

The automaton is made once for a revision of the glossary, kept as bytes, and loaded in milliseconds.
"""

from __future__ import annotations

import json
import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # zero-width signs and soft hyphens that conversions leave
_RUN = re.compile(rf"[^\s{INVISIBLE}]+")
_BLANKS = re.compile(rf"[\s{INVISIBLE}]+")
_SPLIT = 4  # syllables of the shortest name that a writer may break in two: 이위엔 통신
_LINE_BREAKS = 2  # of a name that goes on behind the end of a line, or of a page
_HEAD = b"forms2\n"


class Match(NamedTuple):
    """A known form in a text, `start` and `end` by the text's own offsets."""

    start: int
    end: int
    form: str
    broken: bool  # a line ends inside it


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without its blanks, with the way back to its offsets."""

    text: str
    places: Sequence[int]  # where each run begins in the squeezed text
    offsets: Sequence[int]  # and where in the original

    def offset(self, place: int) -> int:
        """The original offset of a character of the squeezed text."""
        run = bisect_right(self.places, place) - 1
        return self.offsets[run] + place - self.places[run]


def squeeze(text: str) -> Squeezed:
    """Drop blanks, line breaks and invisible signs.

    >>> found = squeeze("이위엔\\n통신")
    >>> found.text, found.offset(3)
    ('이위엔통신', 4)
    """
    runs = _RUN.findall(text)
    places = list(accumulate(map(len, runs), initial=0))
    return Squeezed("".join(runs), places[:-1], [run.start() for run in _RUN.finditer(text)])


class Forms:
    """All forms of a glossary, to be found in texts.

    >>> forms = Forms(["펑자오", "이위엔통신"])
    >>> [(found.start, found.end, found.form) for found in forms.find("펑자오가 이위엔 통신에")]
    [(0, 3, '펑자오'), (5, 11, '이위엔통신')]
    >>> Forms.load(forms.dump()).find("펑자오") == forms.find("펑자오")
    True
    """

    def __init__(self, forms: Iterable[str]) -> None:
        """Every form once; forms that differ by blanks alone are found alike."""
        self.forms: tuple[str, ...] = tuple(sorted({form for form in forms if _BLANKS.sub("", form)}))

    @classmethod
    def load(cls, data: bytes) -> Forms:
        """The forms from their bytes; raises ValueError where these are of another make."""
        if not data.startswith(_HEAD):
            raise ValueError("not the bytes of Forms")
        size = int.from_bytes(data[len(_HEAD) : len(_HEAD) + 8], "big")
        start = len(_HEAD) + 8
        made = cls(())
        made.forms = tuple(json.loads(zlib.decompress(data[start : start + size])))
        if made.forms:
            from daachorse import CharwiseDoubleArrayAhoCorasick

            made.__dict__["_automaton"] = CharwiseDoubleArrayAhoCorasick.deserialize(data[start + size :])
        return made

    def dump(self) -> bytes:
        """The forms and their automaton as bytes, to be kept beside the glossary."""
        names = zlib.compress(json.dumps(self.forms, ensure_ascii=False).encode(), 1)
        automaton = b"" if self._automaton is None else self._automaton.serialize()
        return _HEAD + len(names).to_bytes(8, "big") + names + automaton

    @cached_property
    def _automaton(self) -> CharwiseDoubleArrayAhoCorasick | None:
        from daachorse import CharwiseDoubleArrayAhoCorasick

        return CharwiseDoubleArrayAhoCorasick([_BLANKS.sub("", form) for form in self.forms]) if self.forms else None

    def __contains__(self, form: str) -> bool:
        """Whether this is one of the forms."""
        place = bisect_left(self.forms, form)
        return place < len(self.forms) and self.forms[place] == form

    def find(self, text: str) -> list[Match]:
        """Every form at every place, by its end; matches may overlap and nothing judges them yet."""
        return self.find_in(text, squeeze(text))

    def find_in(self, text: str, squeezed: Squeezed) -> list[Match]:
        """The same in a text that is squeezed already."""
        if self._automaton is None:
            return []
        found = []
        places, offsets = squeezed.places, squeezed.offsets
        for start, end, index in self._automaton.find_overlapping(squeezed.text):
            run = bisect_right(places, start) - 1
            first = offsets[run] + start - places[run]
            inside = run + 1 == len(places) or end <= places[run + 1]  # the run of its first sign
            last = first + end - start if inside else squeezed.offset(end - 1) + 1
            form = self.forms[index]
            if last - first == end - start:
                found.append(Match(first, last, form, broken=False))
            elif _may_break(text[first:last], form):
                found.append(Match(first, last, form, broken="\n" in text[first:last]))
        return found


class Joined(Forms):
    """Forms with further ones beside them, found as one.

    >>> [found.form for found in Joined(Forms(["펑자오"]), ["후룬"]).find("펑자오와 후룬")]
    ['펑자오', '후룬']
    """

    def __init__(self, first: Forms, more: Iterable[str]) -> None:
        """`more` must lack the forms of the first."""
        super().__init__(more)
        self._first = first

    def __contains__(self, form: str) -> bool:
        """Whether this is one of the forms."""
        return form in self._first or super().__contains__(form)

    def find_in(self, text: str, squeezed: Squeezed) -> list[Match]:
        """What either finds."""
        return [*self._first.find_in(text, squeezed), *super().find_in(text, squeezed)]


def _may_break(surface: str, form: str) -> bool:
    """Whether the blanks inside a match are those of a line's end, of the form itself, or of a long name in two."""
    if " ".join(surface.split()) == form:
        return True
    for gap in _BLANKS.finditer(surface):
        breaks = gap.group().count("\n")
        if breaks > _LINE_BREAKS:
            return False
        if not breaks and gap.group().strip(INVISIBLE):
            before, after = gap.start(), len(surface) - gap.end()
            if " " in form or before + after < _SPLIT or min(before, after) < 2:
                return False
    return True
