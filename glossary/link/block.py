"""Keys that forms of one name share however they are spelled: what is compared at all, in time linear in the forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log

from glossary.link.affixes import hangul_stems, hanzi_stems
from glossary.link.known import bearer, bearers, form_key
from glossary.link.shares import LONGEST, likeliest
from glossary.link.sounds import chance
from glossary.model import EntityType, Node
from glossary.reading.chars import official_syllable
from glossary.reading.options import readings
from glossary.reading.sino import by_syllable, syllable
from glossary.reading.transliterate import transliterate
from glossary.text.hangul import is_hangul, to_jamo
from glossary.text.hanzi import is_hanzi

_STRANGE = log(1e-7)  # a syllable that spells no Mandarin
_TWINS = str.maketrans({"i": "l", "1": "l", "0": "o", "|": "l"})
_LONG = 4  # syllables of a name that is known by its beginning
_SHORT = 5  # jamo from which one may be lost


@lru_cache(maxsize=500_000)  # every form of a large archive is asked for again and again
def canonical(key: str) -> str:
    """The official spelling of what a form most likely spells: one key for all drift of one sound.

    >>> canonical("조우위"), canonical("리엔샹"), canonical("비꾸이위엔")
    ('저우위', '롄샹', '비구이위안')
    """
    return "".join(segments(key))


def segments(key: str) -> tuple[str, ...]:
    """The official spelling of each pinyin syllable that a form most likely spells.

    >>> segments("조우위")
    ('저우', '위')
    """
    return tuple(official_syllable(written) or written for _, written in _segmented(key))


def surprise(key: str) -> float:
    """How rare a form is among names, as minus the log of its share: long names are nobody else's by chance.

    >>> surprise("왕웨이") < surprise("량웨이커지")
    True
    """
    return -sum(log(chance(chunk)) for chunk, _ in _segmented(key))


@lru_cache(maxsize=10_000)
def _segmented(key: str) -> list[tuple[str, str]]:
    """The chunks of a form, each with the pinyin that it most likely spells, else as it stands."""
    table = likeliest()
    best: list[tuple[float, int, str]] = [(0.0, 0, "")]
    for end in range(1, len(key) + 1):
        odds, begin, spelled = best[end - 1][0] + _STRANGE, end - 1, key[end - 1]
        for start in range(max(0, end - LONGEST), end):
            found = table.get(key[start:end])
            if found is not None and best[start][0] + found[0] > odds:
                odds, begin, spelled = best[start][0] + found[0], start, found[1]
        best.append((odds, begin, spelled))
    chunks, at = [], len(key)
    while at:
        _, before, written = best[at]
        chunks.append((key[before:at], written))
        at = before
    chunks.reverse()
    return chunks


def deletions(key: str) -> Iterator[str]:
    """The canonical form's jamo, and the same with one lost: two forms a slip apart share one of these.

    >>> set(deletions("김종문")) & set(deletions("김중문")) != set()
    True
    """
    jamo = to_jamo(canonical(key))
    yield jamo
    if len(jamo) >= _SHORT:
        yield from {jamo[:at] + jamo[at + 1 :] for at in range(len(jamo))}


@lru_cache(maxsize=100_000)
def sounds_of(zh: str, type: EntityType) -> tuple[str, ...]:
    """How hanzi are called in Korean by their sound: officially, in Sino-Korean, and character by character.

    >>> sounds_of("彭昭", "person")
    ('펑자오', '팽소')
    >>> "리경" in sounds_of("李庚", "person")
    True
    """
    found = transliterate(zh, type=type)
    plain = "".join(map(syllable, zh))
    forms = (found.official, *found.customary, found.sino_korean, by_syllable(zh), plain)
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
        if not any(map(is_hangul, form)):
            found.add("t:" + twin(form))
        found |= {f"e:{head}/{tail}" for head, tail in _ends(form)} | _beginning(segments(form))
    for stem in hanzi_stems(node.key) if node.key else ():
        found |= {"b:" + bearer(stem.text), "z:" + stem.text}
        found |= {"f:" + canonical(form) for form in sounds_of(stem.text, node.type)}
        found |= {"f:" + form for form in sounds_of(stem.text, node.type)}
        found |= _beginning([_said(char)[0] for char in stem.text])
        found |= {f"e:{head}/{tail}" for head in _said(stem.text[0]) for tail in _said(stem.text[-1])}
    return found


def twin(key: str) -> str:
    """Latin letters without the differences that print hides: AIoT and Alot.

    >>> twin("aiot") == twin("alot")
    True
    """
    return key.translate(_TWINS)


def _beginning(sounds: Sequence[str]) -> set[str]:
    """Where a long name begins: its end may be written anyhow, 지우산셔슈에 for 지우산쉐서."""
    return {f"p:{sounds[0]}{sounds[1]}"} if len(sounds) >= _LONG else set()


def _ends(form: str) -> set[tuple[str, str]]:
    """How a form begins and ends, by its likeliest sound and as it is written: a slip between is no bar."""
    sounds = segments(form)
    heads, tails = {sounds[0], form[0]}, {sounds[-1], form[-1]}
    return {(head, tail) for head in heads for tail in tails} if len(form) > 1 else set()


def _said(char: str) -> tuple[str, ...]:
    """How a character is said: officially and in Sino-Korean."""
    spelled, hanja = readings(char)
    if not is_hanzi(char):
        return (char,)
    return (*(official_syllable(pinyin) for pinyin, _ in spelled[:2]), *hanja) or (char,)


def slip_keys(node: Node) -> set[str]:
    """The keys of a node's forms with one jamo lost; for forms that are Hangul and long enough."""
    forms = {form_key(form) for form in node.forms}
    return {"d:" + lost for form in forms if any(map(is_hangul, form)) for lost in deletions(form)}
