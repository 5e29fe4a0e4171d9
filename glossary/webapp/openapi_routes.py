"""Every route of the JSON interface as its description has it: what it is asked and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, get_args

from glossary.model import TYPES, Review, Severity, TermStatus
from glossary.service.wire import LookupJson, ReadingJson, ScanJson
from glossary.webapp import openapi_shapes as shapes
from glossary.webapp.access import Role
from glossary.webapp.api_rows import IgnoreRow, WrittenRow
from glossary.webapp.wire import ConceptJson

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one path."""

    method: str
    path: str
    summary: str
    answer: Any  # the type of the JSON of a success
    query: dict[str, Schema] = field(default_factory=dict)
    body: Any = None
    needed: tuple[str, ...] = ()  # parameters that must be there
    status: int = 200
    role: Role = "viewer"
    errors: tuple[int, ...] = ()
    as_table: bool = False
    takes_file: bool = False


def _words(*allowed: str) -> Schema:
    return {"type": "string", "enum": list(allowed)}


def _number(least: int, most: int, default: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most, "default": default}


_TEXT: Schema = {"type": "string"}
_SWITCH = _words("0", "1")
_LIMIT, _PAGE = _number(1, 100, 20), _number(1, 1000, 50)
_LEVEL = {"name": _TEXT, "min_level": _words(*get_args(Severity))}
_FILTERS = {
    "q": _TEXT,
    "type": _words(*TYPES),
    "status": _words(*get_args(TermStatus)),
    "review": _words(*get_args(Review)),
}
_PAGED = {"limit": _PAGE, "after": _TEXT, "offset": _number(0, 100_000_000, 0)}
_FORMS = {"format": _words("json", "csv", "sarif", "junit", "html", "text")}

ROUTES = (
    Route(
        "get", "/lookup", "What a query may mean, the best first", LookupJson,
        query={"q": _TEXT, "limit": _LIMIT}, errors=(400,), as_table=True,
    ),
    Route(
        "get", "/transliterate", "How hanzi sound", ReadingJson,
        query={"zh": _TEXT, "type": _words(*TYPES)}, needed=("zh",), errors=(400,),
    ),
    Route(
        "get", "/concepts", "Concepts page by page", shapes.Concepts,
        query={**_FILTERS, **_PAGED}, errors=(400,), as_table=True,
    ),
    Route(
        "post", "/concepts", "Add a concept: a translator proposes, an editor approves", shapes.Saved,
        body=shapes.NewConcept, status=201, role="translator", errors=(400, 409, 413, 415, 422),
    ),
    Route("get", "/concepts/{id}", "One concept; its ETag is its version", ConceptJson, errors=(404,)),
    Route(
        "patch", "/concepts/{id}", "Change a concept still at the version of If-Match", shapes.Saved | WrittenRow,
        body=shapes.ConceptChange, role="editor", errors=(400, 404, 409, 413, 415, 422, 428),
    ),
    Route(
        "get", "/concepts/{id}/history", "What happened to a concept, the latest first", shapes.History,
        errors=(404,), as_table=True,
    ),
    Route("get", "/documents", "The documents read, the latest issue first", shapes.Documents, as_table=True),
    Route("get", "/documents/{id}", "One document with its names", shapes.DocumentBody, errors=(404,)),
    Route(
        "get", "/documents/{id}/names", "The names of a document in both languages", shapes.Names,
        errors=(404,), as_table=True,
    ),
    Route(
        "post", "/scan", "Every name of a text, with its form in the other language", ScanJson,
        query=_LEVEL, body=shapes.TextBody, errors=(400, 413, 415, 422), as_table=True, takes_file=True,
    ),
    Route(
        "post", "/check", "What an editor would want to know of a text", shapes.Findings,
        query={**_LEVEL, **_FORMS}, body=shapes.TextBody, errors=(400, 413, 415, 422), as_table=True, takes_file=True,
    ),
    Route(
        "post", "/normalize", "A text or file with every sure fix in it, and why", shapes.NormalizedBody,
        query={"name": _TEXT, "format": _words("json", "file")}, body=shapes.TextBody,
        errors=(400, 413, 415, 422), takes_file=True,
    ),
    Route(
        "get", "/questions", "Which names may be one", shapes.Questions,
        query={"limit": _number(1, 10_000, 100), "automatic": _SWITCH}, errors=(400,), as_table=True,
    ),
    Route(
        "get", "/decisions", "What was decided", shapes.Decisions,
        query={"undone": _SWITCH}, errors=(400,), as_table=True,
    ),
    Route(
        "post", "/decisions", "Answer a question, or whether two concepts are one", WrittenRow,
        body=shapes.DecisionBody, status=201, role="editor", errors=(400, 404, 409, 413, 415, 422),
    ),
    Route(
        "post", "/decisions/{id}/undo", "Take a decision back", WrittenRow,
        body=shapes.UndoBody, role="editor", errors=(400, 404, 409, 415, 422),
    ),
    Route(
        "post", "/events/{id}/undo", "Take back the act that an event belongs to", WrittenRow,
        body=shapes.UndoBody, role="editor", errors=(400, 404, 409, 415, 422),
    ),
    Route(
        "get", "/ignores", "What was silenced, and why", shapes.Ignores,
        query={"undone": _SWITCH}, errors=(400,), as_table=True,
    ),
    Route(
        "post", "/ignores", "Silence findings, with a reason", IgnoreRow,
        body=shapes.IgnoreBody, status=201, role="editor", errors=(400, 413, 415, 422),
    ),
    Route(
        "post", "/ignores/{id}/undo", "Have it speak again", shapes.IgnoreUndone,
        body=shapes.UndoBody, role="editor", errors=(400, 404, 415, 422),
    ),
    Route("get", "/openapi.json", "This description", shapes.Anything),
)  # fmt: skip
