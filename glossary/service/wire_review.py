"""The JSON of questions that wait for an answer: `review -f json`."""

from __future__ import annotations

from typing import TypedDict

from glossary.service.wire import EvidenceJson, evidence_json
from glossary.views import Question, Side, Snippet


class SnippetJson(TypedDict):
    """A sentence with a name in it."""

    text: str
    start: int
    end: int
    document: str
    issue: int | None
    date: str | None
    line: int


class SideJson(TypedDict):
    """One of the two names of a question."""

    node: str
    concept: str | None
    text: str
    zh: str
    forms: list[str]
    type: str
    mentions: int
    seen: list[SnippetJson]


class QuestionJson(TypedDict):
    """One question of `review -f json`."""

    number: str
    left: SideJson
    right: SideJson
    judgement: str
    score: float
    touches: int
    automatic: bool
    evidence: list[EvidenceJson]


def question_json(question: Question) -> QuestionJson:
    """Whether two names are one, with what speaks for it."""
    return {
        "number": question.number,
        "left": _side_json(question.left),
        "right": _side_json(question.right),
        "judgement": question.judgement,
        "score": round(question.score, 4),
        "touches": question.touches,
        "automatic": question.automatic,
        "evidence": [evidence_json(item) for item in question.evidence],
    }


def _side_json(side: Side) -> SideJson:
    return {
        "node": side.node,
        "concept": side.concept,
        "text": side.text,
        "zh": side.zh,
        "forms": list(side.forms),
        "type": side.type,
        "mentions": side.mentions,
        "seen": [_snippet_json(snippet) for snippet in side.seen],
    }


def _snippet_json(snippet: Snippet) -> SnippetJson:
    return {
        "text": snippet.text,
        "start": snippet.start,
        "end": snippet.end,
        "document": snippet.document,
        "issue": snippet.issue,
        "date": snippet.date,
        "line": snippet.line,
    }
