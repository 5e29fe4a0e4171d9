"""The Hangul before a bracket as an aligner wants it: without blanks, with a way back and with word starts."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.text.hangul import is_hangul

_GLUE = "·ㆍ∙・-+&"  # signs that stand inside names


@dataclass(frozen=True, slots=True)
class Window:
    """`text` is the window without blanks; `offsets[k]` is where its k-th character stood in the original."""

    text: str
    offsets: tuple[int, ...]
    starts: frozenset[int]  # positions in `text` where a word begins
    walls: frozenset[int]  # positions of characters no name reaches across
    gaps: frozenset[int]  # positions with a blank right before them

    def origin(self, position: int) -> int:
        """The original offset of a position (its end offset for the end of the text)."""
        return self.offsets[position] if position < len(self.offsets) else self.offsets[-1] + 1


def make_window(original: str) -> Window:
    """Take blanks out of a text and note where words begin.

    >>> window = make_window("은 이위엔 통신")
    >>> window.text, sorted(window.starts), window.origin(1)
    ('은이위엔통신', [0, 1, 4], 2)
    """
    kept = [(offset, char) for offset, char in enumerate(original) if not char.isspace()]
    starts, walls, gaps = {0}, set(), set()
    previous = ""
    for position, (offset, char) in enumerate(kept):
        if position and offset != kept[position - 1][0] + 1:
            gaps.add(position)
            starts.add(position)
        if _wall(char):
            walls.add(position)
        if previous and _kind(previous) != _kind(char):
            starts.add(position)
        previous = char
    return Window(
        "".join(char for _, char in kept),
        tuple(offset for offset, _ in kept),
        frozenset(starts),
        frozenset(walls),
        frozenset(gaps),
    )


def _wall(char: str) -> bool:
    return not (char.isalnum() or char in _GLUE)


def _kind(char: str) -> int:
    if is_hangul(char):
        return 1
    return 2 if char.isalnum() else 3
