"""What linking asks, what people answer, and the log that keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from glossary.model.texts import Evidence
from glossary.model.words import EntityType, Judgement, Language, Origin, Review, TermStatus


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
