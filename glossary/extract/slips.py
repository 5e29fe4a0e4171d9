"""Forms of one document that differ by a slip: 평자오 beside 펑자오, 김중문 beside 김종문, Alot beside AIoT."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from glossary.extract.behind import stem
from glossary.extract.cues import beside
from glossary.model import EntityType, Evidence
from glossary.text.hangul import is_hangul, to_jamo
from glossary.text.sounds import sound_key
from glossary.text.tables import rows

SHORT = 3  # syllables below which a slip has to stand in a list of names
ONE, TWO = 6, 10  # jamo from which one slip, from which two are forgiven
SCORE = 0.6
_MOST = 2  # slips that are ever forgiven
_SAME = 2.5  # how near a word is that only drifts from a name: 왕씽씽, 왕싱싱
_OFFICES = frozenset("장관원표자석")  # how titles end: 지부장, 차관, 위원, 대표, 기자, 주석
_OBJECTS = frozenset("를을은는의에")  # how a word of three syllables ends that is no person: 기지를
_ANY = "*"  # a title of the table right beside the name
_ENDS = re.compile("(?:으로|[은는이가을를과와로])$")
_PERSON = re.compile(r"(?<![가-힣])([가-힣]{3})(?![가-힣])(?=((?: [가-힣A-Za-z]{2,9}){0,3}))")
_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{3,15}(?![A-Za-z0-9])")
_ALIKE = str.maketrans("Il1O0o", "iiiooo")  # letters that look alike
Found = tuple[int, int, EntityType, float, tuple[Evidence, ...]]


class Close(NamedTuple):
    """A string and the name that it is a slip from."""

    text: str
    other: str
    value: float


class _Name(NamedTuple):
    """A name that words may be slips from."""

    text: str
    jamo: str
    size: int  # of the jamo
    slips: int  # that are forgiven a word by itself


class Near:
    """Finds the name of a document that a word is a slip from, by pieces that both must share."""

    def __init__(self, pool: Sequence[str]) -> None:
        from rapidfuzz.distance import Levenshtein

        self._distance = Levenshtein.distance
        self._by_piece: defaultdict[str, list[_Name]] = defaultdict(list)  # what a word in a list is held against
        self._lone: defaultdict[str, list[_Name]] = defaultdict(list)  # and one that stands by itself
        self._by_sound: dict[str, str] = {}
        for text in pool:
            if len(text) > 1:
                self._add(text)

    def _add(self, text: str) -> None:
        jamo = to_jamo("".join(text.split()))
        name = _Name(text, jamo, len(jamo), _forgiven(text, len(jamo)))
        for piece in {jamo[:2], jamo[-2:]}:
            self._by_piece[piece].append(name)
            if name.slips:
                self._lone[piece].append(name)
        if len(text) >= SHORT and all(map(is_hangul, text)):
            self._by_sound.setdefault(sound_key(text), text)

    def to(self, word: str, base: str, listed: bool) -> Close | None:
        """The nearest name to the word with or without its particle; None where none is near."""
        best = self._nearest(word, listed)
        if base != word:
            close = self._nearest(base, listed)
            if close is not None and (best is None or close.value > best.value):
                best = close
        return best if best is not None and best.value > _SAME - 1 else self._drifted(word, base) or best

    def _drifted(self, word: str, base: str) -> Close | None:
        """The name that a word writes otherwise and that sounds the same, a particle behind it or not."""
        for text, key in _sounds(word, base):
            name = self._by_sound.get(key)
            if name is not None and name != text:
                return Close(text, name, _SAME)
        return None

    def _nearest(self, text: str, listed: bool) -> Close | None:
        if len(text) < SHORT and not listed:
            return None
        jamo, size, head, tail = _pieces(text)
        names = self._by_piece if listed else self._lone
        best: Close | None = None
        for piece in (head, tail) if tail != head else (head,):
            if piece not in names:
                continue
            for name in names[piece]:
                longer = name.size - size
                if not -_MOST <= longer <= _MOST or name.text == text:
                    continue
                slips = _forgiven_listed(text, name) if listed else name.slips
                if not slips or not -slips <= longer <= slips:
                    continue
                distance = self._distance(jamo, name.jamo, score_cutoff=slips)
                value = 3.0 - distance
                if distance <= slips and (best is None or value > best.value):
                    best = Close(text, name.text, value)
        return best


@lru_cache(maxsize=32_768)  # words of one text are those of the next
def _pieces(text: str) -> tuple[str, int, str, str]:
    """A word's jamo, how many they are, and the first and last two of them."""
    jamo = to_jamo(text)
    return jamo, len(jamo), jamo[:2], jamo[-2:]


@lru_cache(maxsize=32_768)
def _sounds(word: str, base: str) -> tuple[tuple[str, str], ...]:
    """What a word may be without what is written on behind it, each with its sound."""
    forms = dict.fromkeys((base, word, _ENDS.sub("", word)))
    return tuple((form, sound_key(form)) for form in forms if len(form) >= SHORT)


def near_names(pool: Iterable[str]) -> Near:
    """The names of a document, to be asked for slips.

    >>> near_names(["펑자오", "후룬"]).to("평자오", "평자오", False)
    Close(text='평자오', other='펑자오', value=2.0)
    """
    return Near(tuple(pool))


def _forgiven(name: str, size: int) -> int:
    """How many slips in the jamo of a name are forgiven; none where it is short."""
    if len(name) < SHORT:
        return 0
    return 2 if size >= TWO else 1 if size >= ONE else 0


def _forgiven_listed(text: str, name: _Name) -> int:
    """The same in a list of names, where a shorter one may be a slip too."""
    if len(text) < SHORT or len(name.text) < SHORT:
        alike = text[0] == name.text[0] and len(text) == len(name.text)
        return (2 if name.size > 4 else 1) if alike else 0
    return name.slips


def korean_persons(text: str) -> Iterator[Found]:
    """Korean persons with a title that differ from another one of the text by a slip in one syllable.

    A title that stands apart from the name, or is none of the table's, has to be the same for both.

    >>> [found[:2] for found in korean_persons("김종문 센터장은 말했다. 김중문 센터장이 왔다.")]
    [(0, 3), (14, 17)]
    """
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for found in _PERSON.finditer(text):
        name, words = found[1], found[2].split()
        if name[0] not in _surnames() or name[-1] in _OBJECTS:
            continue
        said = {bare for word in words if (bare := stem(word))[-1] in _OFFICES and len(bare) > 1}
        if _titled(next(iter(words), None)) or _title_before(text, found.start()):
            said.add(_ANY)
        if said:
            places[name].append(found.span(1))
            titles[name] |= said
    alike: defaultdict[str, set[str]] = defaultdict(set)
    by_rest: defaultdict[str, list[str]] = defaultdict(list)
    for name in places:
        for hole in range(3):
            by_rest[name[:hole] + "_" + name[hole + 1 :]].append(name)
    for group in by_rest.values():
        for one, other in combinations(group, 2):
            if titles[one] & titles[other] and _one_jamo(one, other):
                alike[one].add(other)
                alike[other].add(one)
    for name, others in alike.items():
        for start, end in places[name]:
            yield start, end, "person", SCORE, (Evidence("korean-person", 1.0, " ".join(sorted(others))),)


def latin_slips(text: str) -> Iterator[Found]:
    """Latin names that differ from another one of the text only by letters that look alike: Alot, AIoT.

    >>> [found[:2] for found in latin_slips("AIoT 산업, AIoT 기업, Alot 대회")]
    [(0, 4), (9, 13), (18, 22)]
    """
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for found in _LATIN.finditer(text):
        places[found.group()].append(found.span())
    shapes: defaultdict[str, set[str]] = defaultdict(set)
    for name in places:
        shapes[name.translate(_ALIKE).casefold()].add(name)
    for group in shapes.values():
        if len({name.casefold() for name in group}) < 2:
            continue
        counts = Counter({name: len(places[name]) for name in group})
        for name in sorted(group):
            others = " ".join(sorted(group - {name}))
            share = counts[name] / counts.total()
            for start, end in places[name]:
                yield start, end, "product", SCORE, (Evidence("latin", round(share, 2), others),)


def _titled(word: str | None) -> bool:
    return bool(word) and any(cue.says in ("person", "title") for cue in beside("after").get(stem(word or ""), ()))


def _title_before(text: str, start: int) -> bool:
    head = text[max(0, start - 8) : start]
    word = head.rstrip(" :").rpartition(" ")[2].strip("(:")
    return any(
        cue.says in ("person", "title") for cue in (*beside("before").get(word, ()), *beside("after").get(word, ()))
    )


def _one_jamo(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(to_jamo(one), to_jamo(other), score_cutoff=1) == 1


@cache
def _surnames() -> frozenset[str]:
    return frozenset(ko for _, ko in rows("korean_surnames.tsv"))
