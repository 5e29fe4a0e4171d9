"""JSON Lines: one object a line, everything that editors, packs and documents have settled, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from glossary.exchange.fields import Fault, form, id_of, key_of, language_of, note_of, review_of, status_of, type_of
from glossary.exchange.record import Refused, Row
from glossary.model import CuratedTerm, Curation, Decision

VERSION = 1
_JUDGEMENTS = ("same", "different", "unsure")


def write_jsonl(records: Iterable[Curation], decisions: Iterable[Decision] = ()) -> Iterator[str]:
    """The lines of a file: a head, the concepts, the decisions on which of them are one.

    >>> print(list(write_jsonl([Curation("c1", "彭昭", "person")]))[1].split(", ")[3])
    "type": "person"
    """
    yield _line({"record": "glossary", "version": VERSION})
    yield from (_line(_concept(one)) for one in records)
    yield from (_line(_decision(one)) for one in decisions)


def _concept(one: Curation) -> dict[str, object]:
    said: dict[str, object] = {
        "record": "concept",
        "id": one.concept,
        "key": one.key,
        "type": one.type,
        "review": one.review,
        "note": one.note,
        "source": one.source,
        "terms": [
            {
                "text": term.text,
                "language": term.language,
                "status": term.status,
                "forbidden": term.forbidden,
                "note": term.note,
                "source": term.source,
            }
            for term in one.terms
        ],
    }
    return {**said, "deleted": True} if one.deleted else said


def _decision(one: Decision) -> dict[str, object]:
    said = {"record": "decision", "left": one.left, "right": one.right, "judgement": one.judgement, "why": one.why}
    return {**said, "scope": list(one.scope)}


def _line(said: dict[str, object]) -> str:
    return json.dumps(said, ensure_ascii=False) + "\n"


def read_jsonl(lines: Iterable[str]) -> Iterator[Row | Refused]:
    """What each line says; a line that says nothing a glossary can hold is refused, and the next one read."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = _row(number, _object(line))
        except Fault as fault:
            yield Refused(number, fault.code, fault.params)
        else:
            if row is not None:
                yield row


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Fault("import-json", detail=str(error)) from error
    if not isinstance(found, dict):
        raise Fault("import-json", detail=type(found).__name__)
    return found


def _row(number: int, said: Mapping[str, Any]) -> Row | None:
    kind = said.get("record", "concept")
    if kind == "glossary":
        if said.get("version") != VERSION:
            raise Fault("import-version", version=said.get("version"))
        return None
    if kind == "decision":
        return Row(number, decision=_decision_of(said))
    if kind != "concept":
        raise Fault("import-json", detail=f"record = {kind!r}")
    return Row(number, curation=_curation_of(said))


def _curation_of(said: Mapping[str, Any]) -> Curation:
    terms = said.get("terms", [])
    if not isinstance(terms, list) or not all(isinstance(term, dict) for term in terms):
        raise Fault("import-json", detail="terms")
    return Curation(
        concept=id_of(_text(said, "id")),
        key=key_of(_text(said, "key")),
        type=type_of(_text(said, "type")),
        review=review_of(_text(said, "review") or "approved"),
        note=_text(said, "note"),
        source=_text(said, "source"),
        terms=tuple(_term_of(term) for term in terms),
        deleted=said.get("deleted") is True,
    )


def _term_of(said: Mapping[str, Any]) -> CuratedTerm:
    language = language_of(_text(said, "language"))
    return CuratedTerm(
        text=form(_text(said, "text"), language),
        language=language,
        status=status_of(_text(said, "status") or "admitted"),
        forbidden=said.get("forbidden") is True,
        note=_text(said, "note"),
        source=_text(said, "source"),
    )


def _decision_of(said: Mapping[str, Any]) -> Decision:
    left, right, judgement = (_text(said, name) for name in ("left", "right", "judgement"))
    scope = said.get("scope", [])
    if not (left and right and left != right and judgement in _JUDGEMENTS and isinstance(scope, list)):
        raise Fault("import-json", detail="decision")
    places = tuple(note_of(str(place)) for place in scope)
    return Decision(0, left, right, judgement, "", "", _text(said, "why"), "import", places)  # type: ignore[arg-type]


def _text(said: Mapping[str, Any], name: str) -> str:
    found = said.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise Fault("import-json", detail=name)
    return note_of(found)
