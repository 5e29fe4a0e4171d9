"""The other plausible readings of a hanzi name, ranked, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from glossary.model import Alternative, EntityType
from glossary.reading.chars import mandarin_toned, official_syllable, toneless
from glossary.reading.defaults import default_reading
from glossary.reading.names import Surname, surname_of
from glossary.reading.pinyin import Syllable, syllables
from glossary.reading.sino import sino_korean
from glossary.text.hanzi import simplified

MOST = 6


def alternatives(
    zh: str, read: list[Syllable], surname: Surname | None, type: EntityType | None, plain: str = ""
) -> tuple[Alternative, ...]:
    """Return what a run of hanzi may also be read as: the other kind of name first, then each heteronym.

    >>> [(a.official, a.reason) for a in alternatives("解放", syllables("解放"), None, None)]
    [('셰팡', 'as a person: 解 xiè, jiě elsewhere (CLDR)')]
    """
    seen = {_official([one.pinyin for one in read])}
    sino = sino_korean(zh, surname)
    found = []
    if plain:
        found.append(Alternative(plain, tuple(one.pinyin for one in read), sino, "without the norm's 강, 산, 호, 섬"))
    for pinyin, other, reason in _readings(zh, read, surname, type):
        official = _official(pinyin)
        if official not in seen and len(found) < MOST:
            seen.add(official)
            other_sino = sino if other is surname else sino_korean(zh, other)
            found.append(Alternative(official, tuple(pinyin), other_sino, reason))
    return tuple(found)


def _readings(
    zh: str, read: list[Syllable], surname: Surname | None, type: EntityType | None
) -> Iterator[tuple[list[str], Surname | None, str]]:
    pinyin = [one.pinyin for one in read]
    if surname:
        yield [s.pinyin for s in syllables(zh, "term")], None, "not as a person"
    elif type is None and (person := surname_of(simplified(zh), "person")) and person.pinyin and len(zh) <= 4:
        as_person = [s.pinyin for s in syllables(zh, "person")]
        yield as_person, person, f"as a person: {person.text} {' '.join(person.pinyin)}, {person.reason}"
    for at, one in enumerate(read):
        if others := _others(one.zh):
            sound = toneless(one.pinyin)
            for reading, other in others:
                if other != sound:
                    yield [*pinyin[:at], reading, *pinyin[at + 1 :]], surname, f"heteronym: {one.zh} {reading}"


@lru_cache(maxsize=20_000)
def _others(ch: str) -> tuple[tuple[str, str], ...]:
    """All readings of a heteronym with and without tone, those of names first; none of a character with one sound."""
    readings = dict.fromkeys((default_reading(ch), default_reading(ch, given=True), *mandarin_toned(ch)))
    pairs = tuple((reading, toneless(reading)) for reading in readings if reading)
    return pairs if len({sound for _, sound in pairs}) > 1 else ()


def _official(pinyin: list[str]) -> str:
    return "".join(map(official_syllable, pinyin))
