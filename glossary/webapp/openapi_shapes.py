"""Whole answers and bodies of the JSON interface that are no row of a list: for its description alone."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from glossary.model import EntityType, Judgement, Language, Review, Severity, TermStatus
from glossary.service.normalize_report import ChangeJson
from glossary.service.normalize_wire import LeftJson
from glossary.service.reports.wire import FindingJson
from glossary.service.wire_history import HistoryJson
from glossary.service.wire_review import QuestionJson
from glossary.webapp.api_rows import (
    ConceptRow,
    DecisionRow,
    DocumentRow,
    IgnoreRow,
    NameRow,
    VersionRow,
)
from glossary.webapp.wire import ConceptJson

Findings = list[FindingJson]


class ErrorBody(TypedDict):
    """What went wrong, and what to do."""

    code: str
    message: str
    hint: str


class Error(TypedDict):
    """Every answer from 400 on."""

    error: ErrorBody


class TermBody(TypedDict):
    """What becomes of one form; what is left out stays as it is."""

    text: str
    language: NotRequired[Language | None]
    status: NotRequired[TermStatus | None]
    forbidden: NotRequired[bool | None]
    note: NotRequired[str | None]
    dropped: NotRequired[bool | None]


class NewConcept(TypedDict):
    """A new concept; a text among the terms is short for an object that has it."""

    terms: list[str | TermBody]
    type: NotRequired[EntityType | None]
    note: NotRequired[str | None]
    review: NotRequired[Review | None]
    why: NotRequired[str]


class ConceptChange(TypedDict):
    """What becomes of a concept."""

    terms: NotRequired[list[str | TermBody]]
    type: NotRequired[EntityType | None]
    note: NotRequired[str | None]
    review: NotRequired[Review | None]
    deleted: NotRequired[bool | None]
    why: NotRequired[str]


class Conflict(TypedDict):
    """Somebody has changed the concept since: what it was, what it is, what was wished."""

    error: ErrorBody
    base: VersionRow | None
    theirs: VersionRow
    mine: ConceptChange


class Saved(ConceptJson):
    """A concept as written, with the event that takes it back."""

    event: int


class Concepts(TypedDict):
    """A page of concepts; `next` goes into ?after=."""

    concepts: list[ConceptRow]
    next: str | None
    more: bool


class History(TypedDict):
    """What happened to a concept."""

    events: list[HistoryJson]


class Documents(TypedDict):
    """The documents read."""

    documents: list[DocumentRow]


class Names(TypedDict):
    """The names of a document."""

    names: list[NameRow]


class DocumentBody(DocumentRow):
    """A document with its names."""

    names: list[NameRow]


class Questions(TypedDict):
    """What waits for an answer."""

    questions: list[QuestionJson]


class Decisions(TypedDict):
    """What was decided."""

    decisions: list[DecisionRow]


class DecisionBody(TypedDict):
    """An answer: to a question by its number, or about two concepts."""

    judgement: Judgement
    question: NotRequired[str]
    left: NotRequired[str]
    right: NotRequired[str]
    why: NotRequired[str]


class Ignores(TypedDict):
    """What was silenced."""

    ignores: list[IgnoreRow]


class IgnoreBody(TypedDict):
    """What is to be silenced: all that is named has to agree."""

    reason: str
    rule: NotRequired[str]
    concept: NotRequired[str]
    document: NotRequired[str]
    text: NotRequired[str]
    fingerprint: NotRequired[str]


class IgnoreUndone(TypedDict):
    """An ignore that is in force no more."""

    id: int
    undone: bool


class UndoBody(TypedDict):
    """Why something is taken back."""

    why: NotRequired[str]


class TextBody(TypedDict):
    """A text to be worked on; `source` is the Chinese text that it renders."""

    text: str
    name: NotRequired[str | None]
    source: NotRequired[str | None]
    min_level: NotRequired[Severity | None]


class NormalizedBody(TypedDict):
    """A text, or a file in base64, with every sure fix in it."""

    file: str
    text: str | None
    data: str | None
    status: Literal["changed", "unchanged"]
    changes: list[ChangeJson]
    left: list[LeftJson]


Anything = dict[str, Any]
