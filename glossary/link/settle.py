"""Mentions to bearers, one document after the other: hanzi first, then spelling weighed together with company.

For archives of any size: a bare form is compared with the names of documents that share names with its own, and with
those that are spelled or sound alike anywhere; so work per mention does not grow with the archive.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from glossary.link.affixes import LEGAL, PLACE, TRADE, Stem, hangul_stems, hanzi_stems
from glossary.link.block import canonical, sounds_of
from glossary.link.known import form_key
from glossary.link.sounds import answers, is_sino
from glossary.link.spoken import spoken
from glossary.link.weave import weave
from glossary.link.weights import weighed
from glossary.model import EntityType
from glossary.text.hangul import to_jamo
from glossary.text.keys import hanzi_key

_WRITTEN = 5.0  # the very form that stands for the name elsewhere
_ALONE = -2.0  # no name of the document is ever seen beside it
_BESIDE = (0.0, 1.0, 2.2, 3.0)  # for one, two, three and more names in common
_HERE = 3.5  # it stands with its hanzi in this very document
_JOINED = 0.5  # log odds from which a form joins a bearer
_NEAR_DOCUMENTS = 24  # documents looked at for company
_SPREAD = 40  # documents beyond which a name tells nothing about company
_LIKE = 0.6  # likeness in jamo from which spellings are weighed
_CLASH = -4.0
_FEW = 4  # of a bearer's spellings, the first that were met
_SHORT = 1.0  # what the short form of a name says less
_LEFT_OUT = frozenset({LEGAL, TRADE, PLACE})
_CERTAIN = 7.5  # log odds from which nothing else is looked at: spelled so, in company
_PLAIN = 3.0  # log odds from which no further bearer is tried
_TRIED = 6  # spellings near by that are weighed
_EVERYWHERE = 12  # bearers of one form anywhere that are weighed


class Seen(NamedTuple):
    """One mention as linking meets it."""

    document: int
    ko: str
    zh: str  # "" where it stands without hanzi
    type: EntityType


def settle(seen: Sequence[Seen]) -> list[int]:
    """The bearer of each mention, as a number; mentions with the same folded hanzi are one, others by likelihood.

    >>> text = [Seen(1, "펑자오", "彭昭", "person"), Seen(1, "평자오", "", "person"), Seen(2, "왕싱", "王兴", "person")]
    >>> settle(text)
    [0, 0, 1]
    """
    return _Desk(seen).settle()


class _Desk:
    """All bearers so far with their documents and forms, and the indexes that find them."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self._seen = seen
        self._found = [-1] * len(seen)
        self._zh: list[str] = []
        self._types: list[EntityType] = []
        self._forms: list[Counter[str]] = []
        self._spellings: list[list[tuple[str, str]]] = []  # the first ones: by sound, as written
        self._documents: list[list[int]] = []
        self._by_sound: defaultdict[str, list[int]] = defaultdict(list)
        self._in: defaultdict[int, list[int]] = defaultdict(list)  # document -> bearers
        self._names: dict[int, frozenset[str]] = {}  # document -> what is named in it, by canonical form
        self._where: defaultdict[str, list[int]] = defaultdict(list)  # canonical form -> documents

    def settle(self) -> list[int]:
        by_document: defaultdict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(self._seen):
            by_document[one.document].append(number)
        self._glossed()
        for document, numbers in by_document.items():
            self._names[document] = names = frozenset(canonical(form_key(self._seen[n].ko)) for n in numbers)
            for name in names:
                self._where[name].append(document)
        for document, numbers in by_document.items():
            self._settle_document(document, [number for number in numbers if self._found[number] < 0])
        return self._found

    def _glossed(self) -> None:
        keys: dict[str, int] = {}
        for number, one in enumerate(self._seen):
            if one.zh:
                key = hanzi_key(one.zh)
                if key not in keys:
                    keys[key] = self._bearer(key, one.type)
                    for sound in _sounds(key, one.type):
                        self._by_sound[sound].append(keys[key])
                self._note(number, keys[key])

    def _bearer(self, zh: str, type: EntityType) -> int:
        self._zh.append(zh)
        self._types.append(type)
        self._forms.append(Counter())
        self._spellings.append([])
        self._documents.append([])
        return len(self._zh) - 1

    def _note(self, number: int, bearer: int) -> None:
        one = self._seen[number]
        self._found[number] = bearer
        form = form_key(one.ko)
        if not self._forms[bearer][form]:
            if len(self._spellings[bearer]) < _FEW:
                self._spellings[bearer].append((to_jamo(canonical(form)), form))
            for sound in _spelled(form):
                if bearer not in self._by_sound[sound][-_EVERYWHERE:]:
                    self._by_sound[sound].append(bearer)
        self._forms[bearer][form] += 1
        if one.document not in self._documents[bearer][-2:]:
            self._documents[bearer].append(one.document)
        if bearer not in self._in[one.document]:
            self._in[one.document].append(bearer)

    def _settle_document(self, document: int, numbers: list[int]) -> None:
        forms: dict[tuple[str, EntityType], list[int]] = {}
        for number in numbers:
            forms.setdefault((form_key(self._seen[number].ko), self._seen[number].type), []).append(number)
        if not forms:
            return
        around = _Around(self._neighbourhood(document), self._spellings, self._zh)
        for (form, type), same in sorted(forms.items(), key=lambda item: (-len(item[0][0]), item[0])):
            bearer = self._home(document, form, type, around)
            for number in same:
                self._note(number, bearer)
            around.add(bearer, form)

    def _neighbourhood(self, document: int) -> list[int]:
        """The bearers of this document and of those that share names with it, the nearest first."""
        shared: Counter[int] = Counter()
        for name in sorted(self._names[document]):
            documents = self._where[name]
            if len(documents) <= _SPREAD:
                shared.update(documents)
        near = (other for other, _ in shared.most_common(_NEAR_DOCUMENTS + 1))
        return list(dict.fromkeys(bearer for other in (document, *near) for bearer in self._in.get(other, ())))

    def _home(self, document: int, form: str, type: EntityType, around: _Around) -> int:
        best, odds = -1, _JOINED
        tried: set[int] = set()
        for sure, find in ((_CERTAIN, self._sounding), (_PLAIN, _nearby)):
            if odds >= _PLAIN:
                break
            for bearer in find(form, around):
                if bearer not in tried:
                    tried.add(bearer)
                    total = self._odds(bearer, form, type) + self._company(bearer, document, form)
                    if total > odds:
                        best, odds = bearer, total
                        if odds >= sure:
                            break
        return best if best >= 0 else self._bearer("", type)

    def _sounding(self, form: str, around: _Around) -> list[int]:
        """The bearers that are spelled or sound so anywhere; of a crowd those near by."""
        keys = dict.fromkeys((form, canonical(form)))
        alike = list(dict.fromkeys(bearer for key in keys for bearer in self._by_sound.get(key, ())))
        if len(alike) <= _EVERYWHERE:
            return alike
        return [bearer for bearer in alike if bearer in around.bearers] or alike[:_EVERYWHERE]

    def _odds(self, bearer: int, form: str, type: EntityType) -> float:
        clash = _CLASH if "person" in (type, self._types[bearer]) and type != self._types[bearer] else 0.0
        if form in self._forms[bearer]:
            return _WRITTEN + clash
        zh = self._zh[bearer]
        if zh:
            return max(_spoken(form, stem) for stem in _stems(zh)) + clash
        most = max(self._forms[bearer].items(), key=lambda item: (item[1], item[0]))[0]
        return max(_woven(form, most), *(_woven(*pair) - _SHORT for pair in _shorter(form, most)), -9.0) + clash

    def _company(self, bearer: int, document: int, form: str) -> float:
        documents = self._documents[bearer]
        if document in documents[-3:] or document in documents:
            return _HERE
        own = canonical(form)
        names = self._names[document]
        beside: set[str] = set()
        for other in documents[:_NEAR_DOCUMENTS]:
            beside |= names & self._names[other]
        beside.discard(own)
        beside -= {canonical(other) for other in self._forms[bearer]}
        return _BESIDE[min(len(beside), 3)] if beside else _ALONE


class _Around:
    """The spellings of the bearers near a document, ready to be searched."""

    def __init__(self, bearers: list[int], spellings: list[list[tuple[str, str]]], zh: list[str]) -> None:
        self.bearers = frozenset(bearers)
        self.sounds: list[str] = []
        self.owners: list[int] = []
        self.bare: list[tuple[int, str]] = []  # of those whose hanzi nobody gave: they may be read either way
        for bearer in bearers:
            known = spellings[bearer]
            self.sounds += [sound for sound, _ in known]
            self.owners += [bearer] * len(known)
            if not zh[bearer]:
                self.bare += [(bearer, form) for _, form in known]

    def add(self, bearer: int, form: str) -> None:
        """One more spelling that is near by."""
        self.sounds.append(to_jamo(canonical(form)))
        self.owners.append(bearer)
        self.bare.append((bearer, form))


def _nearby(form: str, around: _Around) -> Iterator[int]:
    """The bearers near by that are spelled somewhat like the form, or whose name it may be in the other reading."""
    like = process.extract(
        to_jamo(canonical(form)),
        around.sounds,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=_LIKE,
        limit=_TRIED,
    )
    yield from (around.owners[place] for _, _, place in like)
    read = is_sino(form)
    for bearer, other in around.bare:
        if (read and _answers(form, other)) or (_answers(other, form) and is_sino(other)):
            yield bearer


def _answers(sino: str, sound: str) -> bool:
    """Whether the ends of a form are Sino-Korean for characters that the ends of the other sound like."""
    if not 2 <= len(sino) <= len(sound):
        return False
    head, tail = answers(sino[0]), answers(sino[-1])
    if not (sound[0] in head or sound[:2] in head or sound[:3] in head):
        return False
    return sound[-1] in tail or sound[-2:] in tail or sound[-3:] in tail


@lru_cache(maxsize=200_000)
def _spelled(form: str) -> tuple[str, ...]:
    """A spelling and its sound, with and without what a firm is and does."""
    stems = [stem.text for stem in hangul_stems(form, False) if stem.kinds <= _LEFT_OUT]
    return tuple(dict.fromkeys((*stems, *map(canonical, stems))))


@lru_cache(maxsize=200_000)
def _woven(one: str, other: str) -> float:
    found = weave(one, other)
    return weighed("woven", found.total, found.worst)


def _shorter(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Two forms of which one leaves out what a firm is and does."""
    for long, short in ((one, other), (other, one)):
        yield from ((stem.text, short) for stem in hangul_stems(long, False)[1:] if stem.kinds <= _LEFT_OUT)


def _stems(zh: str) -> list[Stem]:
    """A name and its short forms: without what a firm is and does."""
    return [stem for stem in hanzi_stems(zh) if stem.kinds <= _LEFT_OUT]


def _sounds(zh: str, type: EntityType) -> list[str]:
    plain = [sound for stem in _stems(zh) for sound in sounds_of(stem.text, type)]
    return list(dict.fromkeys((*plain, *map(canonical, plain))))


@lru_cache(maxsize=500_000)
def _spoken(form: str, stem: Stem) -> float:
    found = spoken(form, stem.text)
    return weighed("spoken", found.total, found.worst) - (_SHORT if stem.rest else 0.0)
