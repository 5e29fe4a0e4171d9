"""What an editor asks of one concept, and the curation that says so: pure, so that every act can be told beforehand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from glossary.model import Concept, CuratedTerm, Curation, EntityType, Language, Review, TermStatus
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import is_hanzi, script_of

EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class TermChange:
    """What becomes of one form; None leaves a thing as it is."""

    text: str
    status: TermStatus | None = None
    forbidden: bool | None = None
    note: str | None = None
    language: Language | None = None  # as its letters say
    dropped: bool = False  # nothing is said of it any more


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a concept; None leaves a thing as it is."""

    terms: tuple[TermChange, ...] = ()
    type: EntityType | None = None
    note: str | None = None
    review: Review | None = None
    source: str | None = None
    deleted: bool | None = None


def language_of(text: str) -> Language:
    """The language that a form is written in.

    >>> language_of("펑자오"), language_of("彭昭"), language_of("長沙"), language_of("Hesai")
    ('ko', 'zh-Hans', 'zh-Hant', 'en')
    """
    if any(map(is_hangul, text)):
        return "ko"
    if any(map(is_hanzi, text)):
        return "zh-Hant" if script_of(text) == "traditional" else "zh-Hans"
    return "en"


def changed(curation: Curation, change: Change, concept: Concept | None = None) -> Curation:
    """The curation after a change; a form that was only mined so far keeps what it was.

    >>> blank = Curation("c1", "彭昭")
    >>> changed(blank, Change((TermChange("펑자오", "preferred"),), type="person")).terms[0].text
    '펑자오'
    """
    terms = curation.terms
    for wanted in change.terms:
        terms = _with(terms, wanted, concept)
    asked = {
        name: value
        for name in ("type", "note", "review", "source", "deleted")
        if (value := getattr(change, name)) is not None
    }
    return dataclasses.replace(curation, terms=terms, **asked)


def _with(terms: tuple[CuratedTerm, ...], wanted: TermChange, concept: Concept | None) -> tuple[CuratedTerm, ...]:
    language = wanted.language or language_of(wanted.text)
    before = next((term for term in terms if (term.language, term.text) == (language, wanted.text)), None)
    if wanted.dropped:
        return tuple(term for term in terms if term is not before)
    after = _after(before or _mined(concept, language, wanted.text), wanted)
    others = (
        _behind(term) if after.status == "preferred" == term.status and term.language == language else term
        for term in terms
        if term is not before
    )
    if before is None:
        return (*others, after)
    rest = list(others)
    rest.insert(terms.index(before), after)
    return tuple(rest)


def _after(before: CuratedTerm, wanted: TermChange) -> CuratedTerm:
    asked = {name: value for name in ("status", "forbidden", "note") if (value := getattr(wanted, name)) is not None}
    after = dataclasses.replace(before, source=EDITOR, **asked)
    if wanted.forbidden and wanted.status is None and after.status in ("preferred", "admitted"):
        return dataclasses.replace(after, status="deprecated")  # nobody prefers what must not be written
    if wanted.status in ("preferred", "admitted") and wanted.forbidden is None:
        return dataclasses.replace(after, forbidden=False)
    return after


def _behind(term: CuratedTerm) -> CuratedTerm:
    return dataclasses.replace(term, status="admitted")


def _mined(concept: Concept | None, language: Language, text: str) -> CuratedTerm:
    for term in concept.terms if concept is not None else ():
        if (term.language, term.text) == (language, text):
            status: TermStatus = "admitted" if term.status == "preferred" else term.status
            return CuratedTerm(text, language, status, term.forbidden, term.note, term.source)
    return CuratedTerm(text, language, "admitted")


def reverted(
    before: Curation | None, after: Curation | None, now: Curation | None
) -> tuple[Curation | None, list[str]]:
    """`now` without what led from `before` to `after`, and what cannot be taken back because it has changed since.

    >>> first = Curation("c1", "彭昭", note="old")
    >>> second = dataclasses.replace(first, note="new")
    >>> found, _ = reverted(first, second, dataclasses.replace(second, type="person"))
    >>> found.note, found.type
    ('old', 'person')
    >>> reverted(first, second, dataclasses.replace(second, note="newer"))[1]
    ['note']
    """
    if now == after:
        return before, []
    if now is None:
        return None, ["curation"]
    old = before or _blank(now)
    new = after or _blank(now)
    back: dict[str, object] = {}
    overtaken = []
    for name in ("type", "review", "note", "source", "deleted"):
        was, became, current = (getattr(one, name) for one in (old, new, now))
        if was != became and current not in (was, became):
            overtaken.append(name)
        back[name] = was if was != became else current
    terms, lost = _reverted_terms(old.terms, new.terms, now.terms)
    result = dataclasses.replace(now, terms=terms, **back)  # type: ignore[arg-type]
    return (None if before is None and not terms and result == _blank(now) else result), [*overtaken, *lost]


def _blank(curation: Curation) -> Curation:
    return Curation(curation.concept, curation.key)


def _reverted_terms(
    old: Iterable[CuratedTerm], new: Iterable[CuratedTerm], now: Iterable[CuratedTerm]
) -> tuple[tuple[CuratedTerm, ...], list[str]]:
    before, after, current = ({(term.language, term.text): term for term in terms} for terms in (old, new, now))
    result = dict(current)
    overtaken = []
    for name in dict.fromkeys((*before, *after)):
        was, became = before.get(name), after.get(name)
        if was == became:
            continue
        if current.get(name) not in (was, became):
            overtaken.append(name[1])
        elif was is None:
            result.pop(name, None)
        else:
            result[name] = was
    return tuple(result.values()), overtaken
