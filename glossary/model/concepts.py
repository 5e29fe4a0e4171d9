"""What a name is, whatever it is called: terms, concepts, and how a look-up hits them."""

from __future__ import annotations

from dataclasses import dataclass, field

from glossary.model.names import Alias, BareMention, Mention, Reading
from glossary.model.texts import Evidence
from glossary.model.words import EntityType, Language, Review, TermStatus


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a concept in one language, with its status and how often it was seen."""

    text: str
    language: Language
    status: TermStatus
    count: int = 0  # mentions with hanzi
    documents: int = 0  # distinct documents
    bare: int = 0  # mentions without hanzi
    forbidden: bool = False  # an editor said: not to be used
    note: str = ""
    source: str = ""  # where a form comes from that no document wrote: editor, china-places, established-names, ...


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
    note: str = ""
    source: str = ""
    members: tuple[str, ...] = ()  # ids of the nodes that are one in it, its own first


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention with where it was stored: what linking weighs beside the mention itself."""

    ref: int  # the store's own number for the mention
    document: int  # the store's own number for the document
    date: str | None
    mention: Mention
    place: str = ""  # "document name:ko_start", as the scope of a decision names it


@dataclass(frozen=True, slots=True)
class BareSighting:
    """A bare mention with where it was stored; `place` as in Sighting."""

    ref: int
    document: int
    date: str | None
    mention: BareMention
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as linking hands it to the store: with the reading of its hanzi and the mentions it gathers."""

    concept: Concept
    reading: Reading
    refs: tuple[int, ...]
    bare: tuple[int, ...] = ()  # the bare mentions that it gathers
    keys: tuple[str, ...] = ()  # of concept.members, in their order; "ko:" and the form for one without hanzi


@dataclass(frozen=True, slots=True)
class Match:
    """How a look-up hit matched: which text, which field, by what way."""

    text: str
    field: str  # ko | zh | en | pinyin | official | sino_korean | initials
    how: str  # exact | prefix | part | tail | initials | keyboard | fuzzy | generated
    status: TermStatus | None = None  # of the form that matched, None where it is no term
    forbidden: bool = False


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
