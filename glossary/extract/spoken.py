"""Where a text speaks of China by other words than names, and where of another country or a place of Korea."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from glossary.extract.behind import words
from glossary.extract.gazetteer import entries

_HANGUL = re.compile("[가-힣]{2,}")


@cache
def china_words() -> re.Pattern[str]:
    """Words that speak of China; names are left out, they speak for themselves."""
    return re.compile(
        "|".join(word for word, said in words("sentence").items() if "china" in said and not entries(word))
    )


def china_places(text: str) -> Iterator[int]:
    """Where a word begins that speaks of China.

    >>> list(china_places("중국의 도시")), list(china_places("미국의 도시"))
    ([0], [])
    """
    return (match.start() for match in china_words().finditer(text))


def abroad_places(text: str) -> Iterator[int]:
    """Where a word begins that speaks of another country, or of a place of Korea.

    >>> list(abroad_places("중국과 미국의 도시"))
    [4]
    """
    table = _abroad()
    for word in _HANGUL.finditer(text):
        ends = table.get(word.group()[:2])
        if ends is not None and word.group().startswith(ends):
            yield word.start()


@cache
def _abroad() -> dict[str, tuple[str, ...]]:
    """These words by their first two syllables: most words of a text are passed by at one look."""
    said = [word for word, kinds in words("sentence").items() if "abroad" in kinds]
    korea = [word for word, kinds in words("before").items() if "korea" in kinds]
    table: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for word in (*said, *korea):
        table[word[:2]] += (word,)
    return dict(table)
