"""Keys that forms of one name share however they are spelled: what is compared at all, in time linear in the forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import log

from glossary.link.affixes import hangul_stems, hanzi_stems
from glossary.link.known import bearer, bearers, form_key
from glossary.link.sounds import LONGEST, likeliest
from glossary.model import EntityType, Node
from glossary.reading.chars import official_syllable
from glossary.reading.law import at_head
from glossary.reading.sino import by_syllable
from glossary.reading.transliterate import transliterate
from glossary.text.hangul import is_hangul, to_jamo

_STRANGE = log(1e-7)  # a syllable that spells no Mandarin
_SHORT = 5  # jamo from which one may be lost


@lru_cache(maxsize=200_000)
def canonical(key: str) -> str:
    """The official spelling of what a form most likely spells: one key for all drift of one sound.

    >>> canonical("조우위"), canonical("리엔샹"), canonical("비꾸이위엔")
    ('저우위', '롄샹', '비구이위안')
    """
    best: list[tuple[float, int, str]] = [(0.0, 0, "")]
    for end in range(1, len(key) + 1):
        ways = [(best[end - 1][0] + _STRANGE, end - 1, key[end - 1])]
        for size in range(1, min(LONGEST, end) + 1):
            share, pinyin = likeliest(key[end - size : end])
            if pinyin:
                ways.append((best[end - size][0] + log(share + 1e-9), end - size, official_syllable(pinyin)))
        best.append(max(ways))
    spelled, at = [], len(key)
    while at:
        _, before, written = best[at]
        spelled.append(written)
        at = before
    return "".join(reversed(spelled))


def deletions(key: str) -> Iterator[str]:
    """The canonical form's jamo, and the same with one lost: two forms a slip apart share one of these.

    >>> set(deletions("김종문")) & set(deletions("김중문")) != set()
    True
    """
    jamo = to_jamo(canonical(key))
    yield jamo
    if len(jamo) >= _SHORT:
        yield from {jamo[:at] + jamo[at + 1 :] for at in range(len(jamo))}


@lru_cache(maxsize=200_000)
def sounds_of(zh: str, type: EntityType) -> tuple[str, ...]:
    """How hanzi are called in Korean by their sound: officially, in Sino-Korean, and character by character.

    >>> sounds_of("彭昭", "person")
    ('펑자오', '팽소')
    """
    found = transliterate(zh, type=type)
    plain = by_syllable(zh)
    forms = (found.official, *found.customary, found.sino_korean, plain, "".join(map(at_head, plain)))
    return tuple(dict.fromkeys(form_key(form) for form in forms))


def node_keys(node: Node) -> set[str]:
    """All keys of a node, without those that only a slip makes: hanzi, stems, bearers, spellings, sounds."""
    places = node.type == "place"
    forms = {form_key(form) for form in (*node.forms, *node.latin)} - {""}
    found = set()
    for form in forms:
        for stem in hangul_stems(form, places):
            found |= {"f:" + stem.text, "f:" + canonical(stem.text)}
            found |= {"b:" + name for name in bearers(stem.text)}
    for stem in hanzi_stems(node.key) if node.key else ():
        found |= {"b:" + bearer(stem.text), "z:" + stem.text}
        found |= {"f:" + canonical(form) for form in sounds_of(stem.text, node.type)}
        found |= {"f:" + form for form in sounds_of(stem.text, node.type)}
    return found


def slip_keys(node: Node) -> set[str]:
    """The keys of a node's forms with one jamo lost; for forms that are Hangul and long enough."""
    forms = {form_key(form) for form in node.forms}
    return {"d:" + lost for form in forms if any(map(is_hangul, form)) for lost in deletions(form)}
