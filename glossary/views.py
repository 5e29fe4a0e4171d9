"""What the use cases hand to the front ends: frozen values made for showing, above the values that flow."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.model import Alias, Concept, EntityType, Event, Evidence, Hit, Judgement, Language, Occurrence, Reading


@dataclass(frozen=True, slots=True)
class ConceptView:
    """One concept with all that a page says about it: its readings, further forms and evidence in context."""

    concept: Concept
    reading: Reading | None  # of the preferred hanzi; None where the concept has none
    occurrences: tuple[Occurrence, ...] = ()
    aliases: tuple[Alias, ...] = ()
    neighbours: tuple[Hit, ...] = ()  # other concepts that share a form with it or differ by a slip
    bare: tuple[Snippet, ...] = ()  # sentences that name it without hanzi
    usage: tuple[DocumentUsage, ...] = ()  # how often which document names it, the latest first
    questions: tuple[Question, ...] = ()  # whether it is one with another, waiting for an answer
    history: tuple[HistoryLine, ...] = ()  # what happened to it, the latest first


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One document that the glossary has read, with its counts."""

    id: str
    name: str
    title: str
    issue: int | None
    date: str | None
    mentions: int
    concepts: int


@dataclass(frozen=True, slots=True)
class DocumentUsage:
    """How often one document names a concept, with its hanzi and without."""

    id: str
    name: str
    issue: int | None
    date: str | None
    glossed: int
    bare: int


@dataclass(frozen=True, slots=True)
class KnownForm:
    """A Korean or Latin form with the concept that has it."""

    text: str
    language: Language
    concept: str
    type: EntityType
    key: str
    listed: bool = False  # only an authority pack gives it: no text has it with hanzi, no editor has entered it


@dataclass(frozen=True, slots=True)
class NameLine:
    """One name of a document in both languages, where it stands first; `concept` links to its entry."""

    concept: str
    ko: str
    zh: str
    en: str | None
    type: EntityType
    line: int
    mentions: int  # in this document
    zh_language: Language = "zh-Hans"
    lines: tuple[int, ...] = ()  # where it stands, with hanzi and without


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its names in the order of their first mention."""

    summary: DocumentSummary
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A query that the glossary can answer, with the way of searching that it shows."""

    query: str
    way: str  # Match.how, or Match.field where that says more: ko | initials | zh | pinyin | keyboard | sino_korean


@dataclass(frozen=True, slots=True)
class Stats:
    """What the glossary holds, in numbers, with examples of how to search it."""

    concepts: int
    documents: int
    mentions: int
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that could not be used; the rest was done nevertheless."""

    name: str
    code: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """Two names that became one by themselves, in words: the one that stays first."""

    stays: str
    joins: str
    score: float


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What one build did: documents by what happened to them, and what the glossary holds now."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    problems: tuple[Problem, ...]
    stats: Stats
    gone: tuple[str, ...] = ()  # documents whose file is no longer in a folder that was read
    pruned: bool = False  # whether those were forgotten
    linked: tuple[Linked, ...] = ()  # what was linked by itself
    waiting: int = 0  # proposals that wait for somebody's answer


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One value of the policy; `given` where the house's own file says so."""

    key: str  # section.key
    value: object
    given: bool


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The policy in force, the file that it is overlaid by, and the digest that names it in reports."""

    digest: str
    file: str | None
    lines: tuple[PolicyLine, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A sentence with a name in it: `text[start:end]` is the name."""

    text: str
    start: int
    end: int
    document: str
    issue: int | None
    date: str | None
    line: int
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two names that a question is about."""

    node: str
    concept: str | None  # the concept that it is in by now
    text: str  # what it is called
    zh: str
    forms: tuple[str, ...]
    type: EntityType
    mentions: int
    seen: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two names are one: what the evidence says, and where both stand. `number` stays its own."""

    number: str
    left: Side
    right: Side
    judgement: Judgement
    score: float
    touches: int
    evidence: tuple[Evidence, ...]
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What one act wrote: the concept as it is now, and the number of its first event; 0 where nothing changed."""

    concept: str
    version: int
    event: int


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a concept's form: as an editor saw it, as it stands by now, as the editor wants it."""

    name: str  # type, review, note, or language and form
    base: str
    theirs: str
    mine: str

    @property
    def both(self) -> bool:
        """Whether both sides have changed it, and not to the same."""
        return self.theirs != self.base != self.mine != self.theirs


@dataclass(frozen=True, slots=True)
class Clash:
    """An edit that met another: the concept as it stands by now, and the fields that either side has changed."""

    concept: Concept
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that an event changed: what, from, to; empty where it was not or is no more."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event in the life of a concept, with what it changed."""

    event: Event
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """Everything that one act did to a concept; `version` is what it left, `said` whether it can be taken back."""

    event: int
    at: str
    actor: str
    action: str
    why: str
    version: int | None
    differences: tuple[Difference, ...]
    said: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a database: a code, what it is about, and in how many places."""

    code: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One line of a file that was not taken, and why."""

    line: int
    code: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: entries by what became of them, and the lines that were refused."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: tuple[RefusedRow, ...] = ()
    written: bool = True  # False for a dry run, and where a refused line stopped all
