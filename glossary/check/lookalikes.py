"""Which hanzi was meant where another stands: the one that a Korean keyboard offers beside it and that sounds right.

Hanja are typed by their Sino-Korean sound, so a wrong one mostly shares it: 務 for 貿 (both 무), 謨 for 謀 (both 모).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from glossary.reading.chars import sino
from glossary.reading.options import option
from glossary.text.hanzi import fold
from glossary.text.tables import rows

_CLOSE = 0.07  # cost up to which a syllable plainly is a reading: official or everyday drift
_MOST = 3


def lookalikes(char: str, hangul: str, *, traditional: bool) -> tuple[str, ...]:
    """The common hanzi that share the Sino-Korean sound of `char` and can be read as `hangul`, commonest first.

    >>> lookalikes("務", "마오", traditional=True)[0], "謀" in lookalikes("謨", "머우", traditional=True)
    ('貿', True)
    >>> lookalikes("腾", "팅", traditional=False)
    ()
    """
    found = []
    for sound in sino(fold(char)) or sino(char):
        for other in _common("traditional" if traditional else "hanzi").get(sound, ()):
            if fold(other) == fold(char):
                continue
            read = option(other, hangul)
            if read is not None and read[0] <= _CLOSE:
                found.append(other)
    return tuple(dict.fromkeys(found))[:_MOST]


@cache
def _common(script: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, letters in rows("letter_frequency.tsv"):
        if name == script:
            for char in letters:
                for sound in sino(char):
                    found[sound].append(char)
    return {sound: tuple(chars) for sound, chars in found.items()}
