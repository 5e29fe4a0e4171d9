"""What flows between the rooms: frozen values, no behaviour beyond small derived properties.

Spans are half-open code-point offsets into the document's own text, always.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["name", "term", "gloss"]
Relation = Literal["transliteration", "sino-korean", "translation", "mixed", "japanese", "other"]
EntityType = Literal["person", "place", "organization", "media", "product", "event", "work", "term"]
AliasKind = Literal["latin", "hangul", "ticker", "hanzi"]
Language = Literal["ko", "zh-Hans", "zh-Hant", "en"]
TermStatus = Literal["preferred", "admitted", "deprecated", "superseded"]
Review = Literal["mined", "proposed", "approved"]

TYPES: tuple[EntityType, ...] = ("person", "place", "organization", "media", "product", "event", "work", "term")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The one way anything explains itself: `feature` says what, `value` how much, `detail` in words."""

    feature: str
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a block stands in a paged or celled format (1-based; None where the format has no such thing)."""

    page: int | None = None
    paragraph: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the document's text that belongs together."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "row"] = "paragraph"
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded text: `text` keeps line ends and normal form as they are, without the byte-order mark."""

    name: str
    text: str
    digest: str = ""
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    title: str = ""
    issue: int | None = None
    date: str | None = None  # ISO 8601, e.g. 2021-12-22


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
class Term:
    """One form of a concept in one language, with its status and how often it was seen."""

    text: str
    language: Language
    status: TermStatus
    count: int = 0  # mentions
    documents: int = 0  # distinct documents


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention in its sentence: `sentence[ko_start:ko_end]` is the name, likewise for the hanzi."""

    document: str
    issue: int | None
    date: str | None
    line: int
    sentence: str
    ko_start: int
    ko_end: int
    zh_start: int
    zh_end: int
    mention: Mention
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """What one name is, whatever it is called: terms by language and status, with why the first one is preferred."""

    id: str
    key: str  # folded hanzi
    type: EntityType
    terms: tuple[Term, ...]
    mentions: int
    documents: int
    review: Review = "mined"
    why: tuple[Evidence, ...] = ()
    first_seen: str | None = None
    last_seen: str | None = None
    version: int = 1
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention with where it was stored: what linking weighs beside the mention itself."""

    ref: int  # the store's own number for the mention
    document: int  # the store's own number for the document
    date: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as linking hands it to the store: with the reading of its hanzi and the mentions it gathers."""

    concept: Concept
    reading: Reading
    refs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How a look-up hit matched: which text, which field, by what way."""

    text: str
    field: str  # ko | zh | en | pinyin | official | sino_korean | initials
    how: str  # exact | prefix | part | tail | initials | keyboard | fuzzy | generated


@dataclass(frozen=True, slots=True)
class Hit:
    """One look-up result; `id` is None when the entry was generated and is in no glossary."""

    id: str | None
    ko: str
    zh_hans: str
    zh_hant: str
    en: str | None
    pinyin: str
    type: EntityType
    status: TermStatus
    review: Review
    official: str
    sino_korean: str
    mentions: int
    generated: bool
    matched: Match
    score: float
    variants: tuple[str, ...] = field(default=())
