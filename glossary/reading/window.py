"""The Hangul before a bracket as an aligner wants it: without blanks, with a way back and with word starts."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.text.hangul import is_hangul

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # zero-width signs and soft hyphens that conversions leave
_GLUE = "·ㆍ∙・-+&"  # signs that stand inside names
_BLANK, _HANGUL, _WORD, _SIGN, _WALL = range(5)


@dataclass(frozen=True, slots=True)
class Window:
    """`text` is the window without blanks; `offsets[k]` is where its k-th character stood in the original."""

    text: str
    offsets: list[int]
    starts: set[int]  # positions in `text` where a word begins
    walls: set[int]  # positions of characters no name reaches across
    gaps: set[int]  # positions with a blank right before them

    def origin(self, position: int) -> int:
        """The original offset of a position (its end offset for the end of the text)."""
        return self.offsets[position] if position < len(self.offsets) else self.offsets[-1] + 1


class _Classes(dict[str, int]):
    """What each character is to a window, worked out once."""

    def __missing__(self, char: str) -> int:
        self[char] = found = _class(char)
        return found


def _class(char: str) -> int:
    if char.isspace() or char in INVISIBLE:
        return _BLANK
    if is_hangul(char):
        return _HANGUL
    if char.isalnum():
        return _WORD
    return _SIGN if char in _GLUE else _WALL


_CLASSES = _Classes()


def make_window(original: str) -> Window:
    """Take blanks out of a text and note where words begin.

    >>> window = make_window("은 이위엔 통신")
    >>> window.text, sorted(window.starts), window.origin(1)
    ('은이위엔통신', [0, 1, 4], 2)
    """
    classes = _CLASSES
    offsets: list[int] = []
    starts, walls, gaps = {0}, set(), set()
    position, previous = 0, -1
    for offset, char in enumerate(original):
        kind = classes[char]
        if kind == _BLANK:
            previous = _BLANK if position else -1
            continue
        if kind != previous and position:
            if previous == _BLANK:
                gaps.add(position)
            if previous != _SIGN or kind != _WALL:
                starts.add(position)
        if kind == _WALL:
            walls.add(position)
        offsets.append(offset)
        previous = kind
        position += 1
    text = original if position == len(original) else "".join(map(original.__getitem__, offsets))
    return Window(text, offsets, starts, walls, gaps)
