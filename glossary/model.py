"""What flows between the rooms: frozen values, no behaviour beyond small derived properties.

Spans are half-open code-point offsets into the document's own text, always.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["name", "term", "gloss"]
Relation = Literal["transliteration", "sino-korean", "translation", "mixed", "japanese", "other"]
EntityType = Literal["person", "place", "organization", "media", "product", "event", "work", "term"]
AliasKind = Literal["latin", "hangul", "ticker", "hanzi"]
Language = Literal["ko", "zh-Hans", "zh-Hant", "en"]
TermStatus = Literal["preferred", "admitted", "deprecated", "superseded"]
Review = Literal["mined", "proposed", "approved"]
Judgement = Literal["same", "different", "unsure"]
Origin = Literal["editor", "automatic", "import"]
Format = Literal["text", "markdown", "html", "docx", "hwpx", "hwp", "pdf"]
Severity = Literal["info", "warning", "error"]

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
    cells: tuple[tuple[int, str], ...] = ()  # of a row: where each cell begins, and its name, 1:B2


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded text: `text` keeps line ends and normal form as they are, without the byte-order mark.

    Of Word, HWPX, HTML and PDF the text is the blocks joined by line feeds. `kept` are the spans that no edit may
    touch: code, link targets, what the format writes by itself.
    """

    name: str
    text: str
    digest: str = ""
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    title: str = ""
    issue: int | None = None
    date: str | None = None  # ISO 8601, e.g. 2021-12-22
    format: Format = "text"
    kept: tuple[tuple[int, int], ...] = ()

    def location(self, offset: int) -> Location | None:
        """Page, paragraph and cell of an offset; None in a plain text, where line and column say it all.

        >>> row = Block(0, 9, "row", Location(paragraph=1), ((0, "1:A1"), (4, "1:B1")))
        >>> Document("260.docx", "펑자오\\t임원\\t10", blocks=(row,)).location(5)
        Location(page=None, paragraph=1, cell='1:B1')
        """
        at = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if at < 0 or self.blocks[at].location is None:
            return None
        block, place = self.blocks[at], self.blocks[at].location
        cell = next((name for start, name in reversed(block.cells) if start <= offset), None)
        return place if place is None or cell is None else replace(place, cell=cell)


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
class Node:
    """What linking may find to be the same as another: the mentions that share folded hanzi, or a form without any."""

    id: str  # a concept's id, or "form:" and the form
    key: str  # folded hanzi, "" for a form without
    zh: str  # the commonest hanzi as written, "" for a form without
    forms: tuple[str, ...]  # Korean and Latin forms, the commonest first
    type: EntityType
    mentions: int = 0
    documents: tuple[str, ...] = ()
    company: tuple[str, ...] = ()  # names and words it is seen with, the commonest first
    latin: tuple[str, ...] = ()  # names in Latin letters: English columns, brands in brackets
    source: str = ""  # the authority pack it comes from, "" where it was mined


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the evidence says of two nodes; `automatic` is so sure that it counts until an editor says otherwise."""

    left: str  # the node that stays
    right: str  # the node that would join it
    judgement: Judgement
    score: float  # 0 to 1: how likely they are the same
    evidence: tuple[Evidence, ...]
    touches: int = 0  # mentions that the answer changes
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody's answer to a proposal: it beats every score, until it is undone."""

    id: int
    left: str
    right: str
    judgement: Judgement
    actor: str
    at: str  # ISO 8601, UTC
    why: str = ""
    origin: Origin = "editor"
    scope: tuple[str, ...] = ()  # "document name:ko_start" of the mentions that part from their node; () = all of them
    undone: bool = False


@dataclass(frozen=True, slots=True)
class CuratedTerm:
    """A form as an editor or a pack wants it."""

    text: str
    language: Language
    status: TermStatus
    forbidden: bool = False
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Curation:
    """What editors and packs say of one concept: it stands over what was mined and outlives every build."""

    concept: str  # the concept's id
    key: str  # folded hanzi; "ko:" and the form for a name without hanzi
    type: EntityType | None = None  # None: as mined
    review: Review = "approved"
    note: str = ""
    source: str = ""  # editor, or the pack's name
    terms: tuple[CuratedTerm, ...] = ()
    deleted: bool = False  # shown nowhere, whatever is mined; can be revived


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings that somebody silenced, with the reason; what is left empty holds for all of its kind."""

    id: int
    rule: str = ""
    concept: str = ""
    document: str = ""
    text: str = ""
    fingerprint: str = ""
    reason: str = ""
    actor: str = ""
    at: str = ""  # ISO 8601, UTC
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One write, for ever: who did what when and why, and what it was before and after (JSON texts)."""

    id: int
    at: str  # ISO 8601, UTC
    actor: str
    action: str  # create | update | delete | undo | revive | link | decide | ...
    entity: Literal["concept", "curation", "decision", "ignore", "document"]
    entity_id: str
    version: int  # of the entity, after
    why: str
    before: str | None
    after: str | None
    batch: str = ""  # events of one act share it: the number of the first


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


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip in a document: what, where, why, and what to write instead (the first suggestion is the fix)."""

    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str  # code of the message; `params` fill it in, in the reader's language
    params: tuple[tuple[str, object], ...] = ()
    suggestions: tuple[str, ...] = ()
    fixable: bool = False
    concept: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    location: Location | None = None
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a document's text, with the finding's rule as its reason."""

    start: int
    end: int
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Edits of one document: sorted, disjoint; `dropped` are those that lost an overlap."""

    edits: tuple[Edit, ...]
    dropped: tuple[Edit, ...] = ()


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
