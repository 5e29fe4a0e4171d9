"""Hanzi to pinyin: entries for whole names, surnames, words around a character, its usual reading; in this order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from glossary.model import EntityType
from glossary.reading.chars import mandarin_toned, toneless
from glossary.reading.defaults import default_reading
from glossary.reading.names import Surname, family_of, surname_of
from glossary.text.hanzi import simplified
from glossary.text.tables import rows


@dataclass(frozen=True, slots=True)
class Syllable:
    """One hanzi with its toned reading, the rule that decided it and that rule's reason."""

    zh: str
    pinyin: str
    rule: str  # name | surname | phrase | given | position | usual | own
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A string with known readings (none: the usual ones), the table it stands in, and how it weighs in a cover."""

    pinyin: tuple[str, ...]
    rule: str
    detail: str
    weight: int


def syllables(zh: str, type: EntityType | None = None) -> list[Syllable]:
    """Read a run of hanzi, traditional or simplified, as a name of the given type.

    >>> [s.pinyin for s in syllables("重慶")], [s.rule for s in syllables("單霁翔")]
    (['chóng', 'qìng'], ['surname', 'usual', 'usual'])
    """
    plain = simplified(zh)
    if known := _persons().get(plain):
        read = _covered(plain, known)
    else:
        surname = None if type is None and _headed(plain) else surname_of(plain, type)
        read = _as_person(plain, surname) if surname else _as_words(plain)
        if not surname and read[0].rule == "usual" and (family := family_of(plain)):
            read[0] = Syllable(read[0].zh, family.pinyin[0], "surname", family.reason)
    return [_kept_apart(ch, syllable) for ch, syllable in zip(zh, read, strict=True)]


def _headed(zh: str) -> bool:
    """Whether a curated name begins the string (柏林墙), or the string is itself a known word."""
    entries = _entries()
    heads = (entries.get(zh[:length]) for length in range(2, len(zh) + 1))
    return zh in entries or any(entry and entry.rule == "name" for entry in heads)


def _as_person(zh: str, surname: Surname) -> list[Syllable]:
    head = len(surname.text)
    pinyin = surname.pinyin or (default_reading(surname.text),)
    read = [Syllable(ch, one, "surname", surname.reason) for ch, one in zip(surname.text, pinyin, strict=True)]
    given = zh[head:]
    if known := _given().get(given):
        return read + [Syllable(ch, one, "given", "") for ch, one in zip(given, known, strict=True)]
    return read + [Syllable(ch, default_reading(ch, given=True), "usual") for ch in given]


def _as_words(zh: str) -> list[Syllable]:
    """Cover the string by the entries that are longest together; what stays bare has its usual reading."""
    best: list[tuple[int, int, Entry | None]] = [(0, 0, None)]
    entries, ends = _entries(), _ends()
    for end in range(1, len(zh) + 1):
        score, start, entry = best[end - 1][0], end - 1, None
        for begin in range(max(0, end - ends.get(zh[end - 1], 0)), end - 1):
            found = entries.get(zh[begin:end])
            if found and best[begin][0] + found.weight > score:
                score, start, entry = best[begin][0] + found.weight, begin, found
        best.append((score, start, entry))
    read: list[Syllable] = []
    end = len(zh)
    while end:
        _, start, entry = best[end]
        read[:0] = _covered(zh[start:end], entry) if entry else [_bare(zh, start)]
        end = start
    return read


def _covered(zh: str, entry: Entry) -> list[Syllable]:
    pinyin = entry.pinyin or tuple(map(default_reading, zh))
    return [Syllable(ch, one, entry.rule, entry.detail or zh) for ch, one in zip(zh, pinyin, strict=True)]


def _bare(zh: str, at: int) -> Syllable:
    ch = zh[at]
    if len(zh) > 1 and at == 0 and ch in _positions("head"):
        return Syllable(ch, _positions("head")[ch], "position", "at the head of a name")
    if len(zh) > 2 and at == len(zh) - 1 and ch in _positions("tail"):
        return Syllable(ch, _positions("tail")[ch], "position", "at the end of a name")
    return Syllable(ch, default_reading(ch), "usual")


def _kept_apart(original: str, syllable: Syllable) -> Syllable:
    """A traditional character that merged with others in simplified text (髮, 發) keeps to its own readings."""
    if original == syllable.zh or syllable.rule in ("name", "surname"):
        return Syllable(original, syllable.pinyin, syllable.rule, syllable.detail)
    own = mandarin_toned(original)
    if not own or toneless(syllable.pinyin) in map(toneless, own):
        return Syllable(original, syllable.pinyin, syllable.rule, syllable.detail)
    return Syllable(original, default_reading(original), "own", f"{original}, not {syllable.zh}")


@cache
def _entries() -> dict[str, Entry]:
    found = {}
    for phrase, pinyin, power in rows("mandarin_phrases.tsv"):
        readings = tuple(pinyin.split()) if pinyin else ()
        found[phrase] = Entry(readings, "phrase" if pinyin else "usual", "", 4 * len(phrase) ** 2 + int(power))
    for name, pinyin, kind, reason in rows("mandarin_names.tsv"):
        if kind not in ("head", "tail", "given", "person", "whole"):
            weight = 4 * len(name) ** 2 + (2 if kind == "word" else 6)
            found[name] = Entry(tuple(pinyin.split()), "name", reason, weight)
    return found


@cache
def _ends() -> dict[str, int]:
    """How long the longest entry is that ends with a character."""
    found: dict[str, int] = {}
    for name in _entries():
        found[name[-1]] = max(found.get(name[-1], 0), len(name))
    return found


@cache
def _persons() -> dict[str, Entry]:
    """Persons whose readings follow no rule; an entry counts for the whole name alone (柏杨, not 柏杨坝)."""
    return {
        name: Entry(tuple(pinyin.split()), "name", reason, 0)
        for name, pinyin, kind, reason in rows("mandarin_names.tsv")
        if kind in ("person", "whole")
    }


@cache
def _positions(kind: str) -> dict[str, str]:
    return {name: pinyin for name, pinyin, where, _ in rows("mandarin_names.tsv") if where == kind}


@cache
def _given() -> dict[str, tuple[str, ...]]:
    return {name: tuple(pinyin.split()) for name, pinyin, kind, _ in rows("mandarin_names.tsv") if kind == "given"}
