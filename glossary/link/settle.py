"""Mentions to bearers, one document after the other: hanzi first, then spelling weighed together with company.

For archives of any size: a bare form is compared with the names of documents that share names with its own, and with
those that are spelled or sound alike anywhere; so work per mention does not grow with the archive.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain, islice
from math import log
from typing import Protocol

from glossary.link.around import Around, nearby
from glossary.link.beside import Page
from glossary.link.block import canonical, surprise
from glossary.link.known import form_key
from glossary.link.shorter import ALIKE, READS, alike, reads, sounds, spelled
from glossary.model import EntityType
from glossary.text.hangul import to_jamo
from glossary.text.keys import hanzi_key
from glossary.text.uncollected import uncollected

_WRITTEN = 5.0  # the very form that stands for the name elsewhere
_RARE = 8.0  # by how much a name is rarer than bearers are many before one bearer is likelier than two
_ALONE = -6.0  # no name of the document is ever seen beside it
_BESIDE = (0.0, 0.5, 2.0, 3.0, 3.5, 3.9, 4.2)  # for one, two, three and more names in common
_MEETING, _MET = 0.1, 2.0  # share of surroundings in common from which two bearers may be one, and what that counts
_HERE = 3.5  # it stands with its hanzi in this very document
_JOINED = 0.5  # log odds from which a form joins a bearer
_NEAR_DOCUMENTS = 24  # documents looked at for company
_SPREAD = 40  # documents beyond which a name tells nothing about company
_CLASH = -4.0
_FEW = 4  # of a bearer's spellings, the first that were met
_CERTAIN = 7.5  # log odds from which nothing else is looked at: spelled so, in company
_PLAIN = 3.0  # log odds from which no further bearer is tried
_MEANT = 24  # bearers of one form anywhere whose surroundings are compared
_EVERYWHERE = 12  # bearers of one form anywhere that are weighed


class Seen(Protocol):
    """One mention as linking meets it: in which document, its Korean, its hanzi or "", its type."""

    @property
    def document(self) -> int: ...
    @property
    def ko(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def type(self) -> EntityType: ...


def settle(seen: Sequence[Seen]) -> list[int]:
    """The bearer of each mention, as a number; mentions with the same folded hanzi are one, others by likelihood.

    >>> from collections import namedtuple
    >>> name = namedtuple("name", "document ko zh type")
    >>> text = [(1, "펑자오", "彭昭", "person"), (1, "평자오", "", "person"), (2, "왕싱", "王兴", "person")]
    >>> settle([name(*one) for one in text])
    [0, 0, 1]
    """
    with uncollected():
        return _Desk(seen).settle()


class _Desk:
    """All bearers so far with their documents and forms, and the indexes that find them."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self._seen = seen
        self._keys = _keys(seen)
        self._found = [-1] * len(seen)
        self._zh: list[str] = []
        self._types: list[EntityType] = []
        self._forms: list[Counter[str]] = []
        self._spellings: list[list[str]] = []  # the first ones
        self._jamo: list[list[str]] = []  # their sounds
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
            self._names[document] = names = frozenset(canonical(self._keys[n]) for n in numbers)
            for name in names:
                self._where[name].append(document)
        for document, names in self._names.items():
            self._names[document] = frozenset(name for name in names if len(self._where[name]) <= _SPREAD)
        for document, numbers in by_document.items():
            self._settle_document(document, [number for number in numbers if self._found[number] < 0])
        homes = self._homecomings()
        return [homes.get(bearer, bearer) for bearer in self._found]

    def _alone(self, form: str) -> float:
        """What it means that two of one name keep no company: little where so rare a name is hardly two bearers'."""
        return max(_ALONE, min(0.0, surprise(form) - log(len(self._zh)) - _RARE))

    def _homecomings(self) -> dict[int, int]:
        """Bearers without hanzi that are another after all: spelled or sounding like it, in the same surroundings."""
        homes: dict[int, int] = {}
        for bearer, zh in enumerate(self._zh):
            if zh or not self._forms[bearer]:
                continue
            form = max(self._forms[bearer].items(), key=lambda item: (item[1], item[0]))[0]
            own = self._surroundings(bearer)
            best, odds = -1, _JOINED
            like = dict.fromkeys(other for sound in spelled(form) for other in self._by_sound.get(sound, ()))
            for other in islice(like, _MEANT):
                if other < bearer and other not in homes and self._meet(own, other):
                    found = self._odds(other, form, self._types[bearer]) + _MET
                    if found > odds:
                        best, odds = other, found
            if best >= 0:
                homes[bearer] = best
        return homes

    def _surroundings(self, bearer: int) -> set[int]:
        """Who is named in a bearer's documents beside it."""
        near = {other for document in self._documents[bearer][:_NEAR_DOCUMENTS] for other in self._in[document]}
        near.discard(bearer)
        return near

    def _meet(self, own: set[int], other: int) -> bool:
        """Whether another bearer's documents name enough of the same; where there is nothing to compare, they may."""
        theirs = self._surroundings(other)
        return len(own & theirs) >= _MEETING * min(len(own), len(theirs))

    def _glossed(self) -> None:
        keys: dict[str, int] = {}
        for number, one in enumerate(self._seen):
            if one.zh:
                key = hanzi_key(one.zh)
                if key not in keys:
                    keys[key] = self._bearer(key, one.type)
                    for sound in sounds(key, one.type):
                        self._by_sound[sound].append(keys[key])
                self._note(number, keys[key])

    def _bearer(self, zh: str, type: EntityType) -> int:
        self._zh.append(zh)
        self._types.append(type)
        self._forms.append(Counter())
        self._spellings.append([])
        self._jamo.append([])
        self._documents.append([])
        return len(self._zh) - 1

    def _note(self, number: int, bearer: int) -> None:
        one = self._seen[number]
        self._found[number] = bearer
        form, forms = self._keys[number], self._forms[bearer]
        if form not in forms:
            if len(self._spellings[bearer]) < _FEW:
                self._spellings[bearer].append(form)
                self._jamo[bearer].append(to_jamo(canonical(form)))
            for sound in spelled(form):
                if bearer not in self._by_sound[sound][-_EVERYWHERE:]:
                    self._by_sound[sound].append(bearer)
        forms[form] += 1
        if one.document not in self._documents[bearer][-2:]:
            self._documents[bearer].append(one.document)
        if bearer not in self._in[one.document]:
            self._in[one.document].append(bearer)

    def _settle_document(self, document: int, numbers: list[int]) -> None:
        forms: dict[tuple[str, EntityType], list[int]] = {}
        for number in numbers:
            forms.setdefault((self._keys[number], self._seen[number].type), []).append(number)
        if not forms:
            return
        page = Page(self._names[document], self._where)
        around = Around(self._neighbourhood(document, page), self._spellings, self._jamo, self._zh)
        for (form, type), same in sorted(forms.items(), key=lambda item: (-len(item[0][0]), item[0])):
            bearer = self._home(document, form, type, around, page)
            for number in same:
                self._note(number, bearer)
            around.add(bearer, form)

    def _neighbourhood(self, document: int, page: Page) -> list[int]:
        """The bearers of this document and of those that share names with it, the nearest first."""
        near = (document, *page.nearest(_NEAR_DOCUMENTS + 1))
        return list(dict.fromkeys(chain.from_iterable(self._in.get(other, ()) for other in near)))

    def _home(self, document: int, form: str, type: EntityType, around: Around, page: Page) -> int:
        best, odds = -1, _JOINED
        tried: set[int] = set()
        for sure, find in ((_CERTAIN, self._sounding), (_PLAIN, nearby)):
            if odds >= _PLAIN:
                break
            for bearer in find(form, around):
                if bearer not in tried:
                    tried.add(bearer)
                    company = self._company(bearer, document, form, page)
                    if company + self._at_most(bearer, form) <= odds:
                        continue
                    total = self._odds(bearer, form, type) + company
                    if total > odds:
                        best, odds = bearer, total
                        if odds >= sure:
                            break
        return best if best >= 0 else self._bearer("", type)

    def _sounding(self, form: str, around: Around) -> list[int]:
        """The bearers that are spelled or sound so anywhere; of a crowd those near by."""
        keys = dict.fromkeys((form, canonical(form)))
        found = list(dict.fromkeys(bearer for key in keys for bearer in self._by_sound.get(key, ())))
        if len(found) <= _EVERYWHERE:
            return found
        return [bearer for bearer in found if bearer in around.bearers] or found[:_EVERYWHERE]

    def _at_most(self, bearer: int, form: str) -> float:
        """What no spelling exceeds: where even that will not do, it need not be weighed."""
        return _WRITTEN if form in self._forms[bearer] else READS if self._zh[bearer] else ALIKE

    def _odds(self, bearer: int, form: str, type: EntityType) -> float:
        clash = _CLASH if "person" in (type, self._types[bearer]) and type != self._types[bearer] else 0.0
        if form in self._forms[bearer]:
            return _WRITTEN + clash
        zh = self._zh[bearer]
        if zh:
            return reads(form, zh) + clash
        most = max(self._forms[bearer].items(), key=lambda item: (item[1], item[0]))[0]
        return alike(form, most) + clash

    def _company(self, bearer: int, document: int, form: str, page: Page) -> float:
        documents = self._documents[bearer]
        if document in documents[-3:] or document in documents:
            return _HERE
        beside = page.beside(documents[:_NEAR_DOCUMENTS], (canonical(form), *map(canonical, self._forms[bearer])))
        if not beside:
            return self._alone(form) if page.size > 1 else 0.0
        return _BESIDE[min(beside, len(_BESIDE) - 1)]


def _keys(seen: Sequence[Seen]) -> list[str]:
    """The key of each mention's form, one text for all that are written alike."""
    known: dict[str, str] = {}
    for one in seen:
        if one.ko not in known:
            key = form_key(one.ko)
            known[one.ko] = known.setdefault(key, key)
    return [known[one.ko] for one in seen]
