"""Which forms of a text look like one another: found through what is left when one syllable is taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from glossary.policy import CheckPolicy
from glossary.text.hangul import is_hangul, to_jamo
from glossary.text.sounds import sound_key

_SHORTEST = 3  # syllables or letters: two-syllable names are a slip apart from everything
_PARTICLES = frozenset("은는이가을를과와의도에로")
_CROWD = 12  # forms that share all but one syllable: 中国… organizations, not slips of one another


def alike(one: str, other: str, policy: CheckPolicy) -> bool:
    """Whether two forms without blanks may be one name with a slip; a name with a further word behind it is none.

    >>> from glossary.policy import load_policy
    >>> policy = load_policy().check
    >>> [alike(*pair, policy) for pair in (("김종문", "김중문"), ("AIoT", "Alot"), ("산둥", "산둥성"))]
    [True, True, False]
    """
    if one == other or one.startswith(other) or other.startswith(one) or _inflected(one, other):
        return False
    if same_sound(one, other):
        return True
    left, right = to_jamo(one.casefold()), to_jamo(other.casefold())
    limit = policy.near_long if min(len(left), len(right)) >= policy.near_from else policy.near_short
    return _same_letters(one, other) and OSA.distance(left, right, score_cutoff=limit) <= limit


def same_sound(one: str, other: str) -> bool:
    """Whether two Hangul forms, one of three syllables at least, differ only as writers drift.

    >>> same_sound("왕씽씽", "왕싱싱"), same_sound("지에웨싱천", "제웨싱천"), same_sound("수도", "쑤두")
    (True, True, False)
    """
    long = max(len(one), len(other)) >= _SHORTEST and all(map(is_hangul, one + other))
    return long and sound_key(one) == sound_key(other)


def pairs(forms: Iterable[str], policy: CheckPolicy) -> Iterator[tuple[str, str]]:
    """All pairs of forms that look alike, in work linear in the forms."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for form in sorted(set(forms)):
        key = form.casefold()
        if len(key) >= _SHORTEST:
            for left_out in {key[:place] + "*" + key[place + 1 :] for place in range(len(key))} | {
                key[:place] + "*" + key[place:] for place in range(1, len(key))
            }:
                blocks[left_out].append(form)
            blocks["~" + sound_key(form)].append(form)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        if 1 < len(block) <= _CROWD:
            for pair in combinations(block, 2):
                if pair not in seen:
                    seen.add(pair)
                    if alike(*pair, policy):
                        yield pair


def _inflected(one: str, other: str) -> bool:
    """Whether only the last syllable differs and one of the two is a particle: 과학기술과 is no 과학기술부."""
    return one[:-1] == other[:-1] and bool({one[-1], other[-1]} & _PARTICLES)


def _same_letters(one: str, other: str) -> bool:
    """Both in Hangul, or both in Latin letters long enough, with the digits alike: 5G and 4G are no slip."""
    if [char for char in one if char.isdigit()] != [char for char in other if char.isdigit()]:
        return False
    hangul = any(map(is_hangul, one)), any(map(is_hangul, other))
    return hangul[0] == hangul[1] and (hangul[0] or min(len(one), len(other)) > _SHORTEST)
