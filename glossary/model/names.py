"""Names in a text, with hanzi and without, and how they sound."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.model.texts import Evidence
from glossary.model.words import AliasKind, EntityType, Kind, Relation


@dataclass(frozen=True, slots=True)
class Alias:
    """A further form that stands in the bracket beside the hanzi."""

    text: str
    kind: AliasKind


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: this Hangul renders these hanzi, by this rule, at this cost."""

    ko: str
    zh: str
    how: str  # official | drift | sino | morpheme | brand | japanese | latin | same | unread
    reading: str
    cost: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a Hangul string renders a hanzi string: where it begins in the window, at what cost, and why."""

    start: int  # offset of the first Hangul in the window handed in
    ko: str
    zh: str
    cost: float  # mean cost for each hanzi, 0 = official in every syllable
    relation: Relation
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A Hangul name and the hanzi that gloss it, as they stand in one document."""

    ko: str
    ko_start: int
    ko_end: int
    zh: str
    zh_start: int
    zh_end: int
    kind: Kind
    relation: Relation
    type: EntityType
    score: float
    en: str | None = None
    aliases: tuple[Alias, ...] = ()
    line: int = 0  # 1-based, of ko_start
    column: int = 0  # 1-based, of ko_start
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Brand:
    """A Hangul name that stood for hanzi which it does not read, and how often it did."""

    zh: str  # folded hanzi
    ko: str
    count: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document was found to hold: its names, and the brands that it speaks for."""

    mentions: tuple[Mention, ...]
    brands: tuple[Brand, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another plausible reading of a hanzi name, with the reason it is not the first."""

    official: str
    pinyin: tuple[str, ...]
    sino_korean: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a hanzi name sounds: official Mandarin Hangul, pinyin (one item a syllable), Sino-Korean."""

    zh: str
    official: str
    pinyin: tuple[str, ...]
    sino_korean: str
    customary: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    trace: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class BareMention:
    """A name that stands in a document without hanzi; `nodes` are those it may mean, the likeliest first.

    One node: it means that concept. Several: homographs that the context does not tell apart. A node is a
    concept's id, or "form:" and the form where no concept has it.
    """

    text: str  # the slice of the document with its line breaks removed, particles left out
    start: int
    end: int
    nodes: tuple[str, ...]
    type: EntityType
    score: float  # 0 to 1: how surely it is a name here
    line: int = 0
    column: int = 0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ScannedName:
    """A name in a text, in both languages; `concept` is None where the glossary has none."""

    text: str
    start: int
    end: int
    ko: str
    zh_hans: str
    en: str | None
    type: EntityType
    concept: str | None
    generated: bool
    score: float
    meanings: tuple[str, ...] = ()  # concepts that it may as well be, where nothing tells them apart
    others: tuple[str, ...] = ()  # the hanzi that it may as well stand for, in the glossary or not
