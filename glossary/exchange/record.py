"""What an export says of a concept, and how an import takes it: the same curation, whichever file carries it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from glossary.exchange.merge import EDITOR
from glossary.model import Concept, CuratedTerm, Curation, Decision, Language, Term, TermStatus

MINED = "mined"  # the source of a form that documents wrote, once it stands in a glossary without them
LANGUAGES: tuple[Language, ...] = ("ko", "zh-Hans", "zh-Hant", "en")
STATUSES: tuple[TermStatus, ...] = ("preferred", "admitted", "deprecated", "superseded")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file that was understood: what it says of a concept, or what it decides of two."""

    line: int
    curation: Curation | None = None
    decision: Decision | None = None
    whole: bool = True  # all there is to say of the concept; False for a line typed by hand


@dataclass(frozen=True, slots=True)
class Refused:
    """One line of a file that cannot be taken, and why."""

    line: int
    code: str
    params: tuple[tuple[str, object], ...] = ()


def record_of(concept: Concept) -> Curation:
    """What is exported of a concept: its forms in a fixed order, without counts, which the documents hold.

    >>> terms = (Term("펑자오", "ko", "preferred", 3), Term("彭昭", "zh-Hans", "preferred", 3))
    >>> record_of(Concept("c1", "彭昭", "person", terms, 3, 1)).terms[1]
    CuratedTerm(text='彭昭', language='zh-Hans', status='preferred', forbidden=False, note='', source='')
    """
    terms = [term for language in LANGUAGES for term in _ordered(concept, language)]
    said = (replace(_curated(term), source=_source(term.source)) for term in terms)
    return Curation(
        concept.id, concept.key, concept.type, concept.review, concept.note, _source(concept.source), tuple(said)
    )


def _ordered(concept: Concept, language: Language) -> list[Term]:
    """The forms of a language by status; which script stands before the other is the house's affair, not the file's."""
    found = [term for term in concept.terms if term.language == language]
    if language.startswith("zh") and found and found[0].status == "admitted":
        found[0] = replace(found[0], status="preferred")
    return sorted(found, key=lambda term: (STATUSES.index(term.status), term.text))


def _curated(term: Term) -> CuratedTerm:
    return CuratedTerm(term.text, term.language, term.status, term.forbidden, term.note, term.source)


def _source(source: str) -> str:
    return "" if source == MINED else source


def unmined(said: Curation) -> Curation:
    """What is exported of a concept that is shown nowhere: the curation itself.

    >>> unmined(Curation("c1", "彭昭", source="mined", deleted=True)).source
    ''
    """
    terms = tuple(replace(term, source=_source(term.source)) for term in said.terms)
    return replace(said, source=_source(said.source), terms=terms)


def adopted(row: Curation) -> Curation:
    """A record for a glossary that does not know the concept: all as it was where it comes from.

    >>> adopted(Curation("c1", "彭昭", terms=(CuratedTerm("펑자오", "ko", "preferred"),))).terms[0].source
    'mined'
    """
    terms = tuple(replace(term, source=term.source or MINED) for term in row.terms)
    return replace(row, source=row.source or MINED, terms=terms)


def amended(before: Curation | None, now: Curation, row: Curation) -> Curation | None:
    """A record over a concept that says something else: what the file changed is an editor's word.

    >>> now = Curation("c1", "彭昭", "person", "mined", terms=(CuratedTerm("평자오", "ko", "preferred"),))
    >>> row = replace(now, terms=(CuratedTerm("펑자오", "ko", "preferred"), CuratedTerm("평자오", "ko", "admitted")))
    >>> [(term.text, term.source) for term in amended(None, now, row).terms], amended(None, now, now)
    ([('펑자오', 'editor'), ('평자오', 'editor')], None)
    """
    if now == row:
        return before
    known = {(term.text, term.language): term for term in now.terms}
    terms = tuple(_amended(term, known.get((term.text, term.language))) for term in row.terms)
    review = "approved" if row.review == now.review == "mined" else row.review
    source = row.source if row.source not in ("", now.source) else EDITOR
    return replace(row, review=review, source=source, terms=terms)


def _amended(term: CuratedTerm, known: CuratedTerm | None) -> CuratedTerm:
    if term == known:
        return replace(term, source=term.source or MINED)
    stated = term.source if term.source and (known is None or term.source != known.source) else EDITOR
    return replace(term, source=stated)
