"""The form of one concept: what stands in its fields, what an editor wants there, and where two editors clash."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast, get_args

from glossary.errors import ConflictError, InputError
from glossary.model import TYPES, Concept, Language, Review, TermStatus
from glossary.service.changing import Change, TermChange, language_of
from glossary.service.context import Context
from glossary.views import Clash, Field, Written

if TYPE_CHECKING:
    from glossary.store.reader import Reader

FORBIDDEN = "forbidden"  # beside the statuses: what a form may stand as
_TWINS: tuple[Language, Language] = ("zh-Hans", "zh-Hant")
_ROUNDS = 3  # somebody may write between looking and writing


def standing(concept: Concept) -> dict[str, str]:
    """The fields of a concept: type, review, note, and each form, "ko 펑자오", with what it stands as.

    >>> from glossary.model import Term
    >>> terms = Term("펑자오", "ko", "preferred"), Term("평자오", "ko", "deprecated", forbidden=True)
    >>> standing(Concept("c1", "彭昭", "person", terms, 0, 0))["ko 평자오"]
    'forbidden'
    """
    rows = [(term.language, term.text, term.status, term.forbidden) for term in concept.terms]
    return _fields(concept.type, concept.review, concept.note, rows)


def _fields(type_: str, review: str, note: str, terms: Sequence[tuple[Language, str, str, bool]]) -> dict[str, str]:
    """Hanzi that both scripts write alike are one field, under the simplified script."""
    simple = {text for language, text, _, _ in terms if language == "zh-Hans"}
    forms = {
        f"{language} {text}": FORBIDDEN if forbidden else status
        for language, text, status, forbidden in terms
        if not (language == "zh-Hant" and text in simple)
    }
    return {"type": type_, "review": review, "note": note, **forms}


def wanted(base: Mapping[str, str], mine: Mapping[str, str], concept: Concept | None = None) -> Change:
    """What has to change so that the fields that an editor filled in become so.

    Raises InputError("field-unfit") for a value that a field does not take.

    >>> wanted({"type": "person", "ko 펑자오": "admitted"}, {"ko 펑자오": "preferred"}).terms[0].status
    'preferred'
    """
    asked = {name: value for name, value in mine.items() if value != base.get(name, "")}
    for name, allowed in (("type", TYPES), ("review", get_args(Review))):
        if asked.get(name, allowed[0]) not in allowed:
            raise InputError("field-unfit", field=name)
    terms = [_term(name, value, concept) for name, value in asked.items() if " " in name]
    return Change(
        tuple(change for pair in terms for change in pair),
        type=cast(Any, asked.get("type")),
        review=cast(Any, asked.get("review")),
        note=asked.get("note"),
    )


def _term(name: str, value: str, concept: Concept | None) -> list[TermChange]:
    language, _, text = name.partition(" ")
    if language not in get_args(Language) or value not in (*get_args(TermStatus), FORBIDDEN, ""):
        raise InputError("field-unfit", field=name)
    alike = {term.language for term in concept.terms if term.text == text} if concept else set()
    both = language in _TWINS and set(_TWINS) <= alike
    return [_change(text, value, cast(Language, one)) for one in (_TWINS if both else (language,))]


def _change(text: str, value: str, language: Language) -> TermChange:
    if value == "":
        return TermChange(text, language=language, dropped=True)
    if value == FORBIDDEN:
        return TermChange(text, "deprecated", forbidden=True, language=language)
    return TermChange(text, cast(TermStatus, value), forbidden=False, language=language)


def added(text: str, value: str) -> tuple[str, str]:
    """A new form as a field: its name, by the letters it is written in, and what it is to stand as.

    >>> added(" 彭昭 ", "admitted")
    ('zh-Hans 彭昭', 'admitted')
    """
    return f"{language_of(text)} {text.strip()}", value


def revise(ctx: Context, concept: str, version: int, mine: Mapping[str, str], *, why: str = "") -> Written | Clash:
    """Write what an editor who saw that version filled in; the clash where somebody has changed the fields since.

    Raises what `change` raises, and InputError("field-unfit").
    """
    from glossary.service.edit import change

    for _ in range(_ROUNDS):
        with ctx.reader() as reader:
            now = reader.concept(concept).concept
            seen = _at(reader, now, version)
        theirs = standing(now)
        if seen != theirs:
            return _clash(now, seen, theirs, mine)
        asked = wanted(theirs, mine, now)
        if asked == Change():
            return Written(now.id, now.version, 0)
        try:
            return change(ctx, now.id, asked, now.version, why=why)
        except ConflictError as error:
            if error.code != "version-conflict":
                raise
    raise ConflictError("version-conflict", id=concept, expected=version, version=now.version)


def _at(reader: Reader, now: Concept, version: int) -> dict[str, str]:
    """The fields as they were at a version; raises ConflictError for one that never was."""
    if version == now.version:
        return standing(now)
    for event in reader.events(entity="concept", ids=[now.id]):
        if event.version == version and event.after is not None:
            then = json.loads(event.after)
            rows = [(row["language"], row["text"], row["status"], bool(row["forbidden"])) for row in then["terms"]]
            return _fields(then["type"], then["review"], then["note"], rows)
    raise ConflictError("version-conflict", id=now.id, expected=version, version=now.version)


def _clash(now: Concept, base: dict[str, str], theirs: dict[str, str], mine: Mapping[str, str]) -> Clash:
    """Every field that either side has changed, once."""
    names = dict.fromkeys((*base, *theirs, *mine))
    fields = (Field(name, before := base.get(name, ""), theirs.get(name, ""), mine.get(name, before)) for name in names)
    return Clash(now, tuple(field for field in fields if len({field.base, field.theirs, field.mine}) > 1))
