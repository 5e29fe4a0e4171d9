"""Small helpers of the templates: the right language for every form, marked spans, the forms to copy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from glossary.model import Concept, Evidence, Language, Occurrence, Term
from glossary.views import DocumentUsage, Snippet

Mark = Literal["ko", "zh", "form", "plain"]
_PLACE = re.compile(r"\{(ko|zh_hans|zh_hant|en)\}")
_GAP = "\0"
_UNANIMOUS = re.compile(r" (\d+)/\1$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text and whether it is to be marked, and as what."""

    text: str
    mark: Mark = "plain"


def spans(text: str, *marks: tuple[int, int, Mark]) -> list[Segment]:
    """A text cut at its marked spans, in order; an empty, overlapping or outlying span is left out.

    >>> [(piece.text, piece.mark) for piece in spans("즈우(摯物)와", (0, 2, "ko"), (3, 5, "zh"))]
    [('즈우', 'ko'), ('(', 'plain'), ('摯物', 'zh'), (')와', 'plain')]
    """
    pieces: list[Segment] = []
    done = 0
    for start, end, mark in sorted(marks):
        if not done <= start < end <= len(text):
            continue
        pieces += [Segment(text[done:start]), Segment(text[start:end], mark)]
        done = end
    pieces.append(Segment(text[done:]))
    return [piece for piece in pieces if piece.text]


def seen(occurrence: Occurrence) -> list[Segment]:
    """The sentence of a mention with its name and its hanzi marked."""
    return spans(
        occurrence.sentence,
        (occurrence.ko_start, occurrence.ko_end, "ko"),
        (occurrence.zh_start, occurrence.zh_end, "zh"),
    )


def matched(text: str, query: str) -> list[Segment]:
    """A text with the part that the query names literally marked; the text alone where there is none.

    >>> [(piece.text, piece.mark) for piece in matched("허사이커지", "사이")]
    [('허', 'plain'), ('사이', 'ko'), ('커지', 'plain')]
    """
    wanted = unicodedata.normalize("NFC", query).strip().casefold()
    start = text.casefold().find(wanted) if wanted and len(text.casefold()) == len(text) else -1
    return spans(text, (start, start + len(wanted), "ko")) if start >= 0 else spans(text)


def snippet(found: Snippet) -> list[Segment]:
    """The sentence of a mention without hanzi with its name marked."""
    return spans(found.text, (found.start, found.end, "ko"))


def usage(rows: Sequence[DocumentUsage]) -> tuple[int, str, DocumentUsage] | None:
    """How often a name was written, since which month, and where last; None where no document has a date.

    >>> rows = [DocumentUsage("2", "258.txt", 258, "2021-12-08", 1, 3), DocumentUsage("1", "a", 1, "2021-03-17", 9, 1)]
    >>> usage(rows)[:2], usage(rows)[2].issue
    ((14, '2021-03'), 258)
    """
    dates = sorted(row.date for row in rows if row.date)
    if not dates:
        return None
    return sum(row.glossed + row.bare for row in rows), dates[0][:7], rows[0]


def day(time: int) -> str:
    """A day of seconds since 1970, in UTC.

    >>> day(1640131200)
    '2021-12-22'
    """
    return datetime.fromtimestamp(time, UTC).date().isoformat()


def telling(why: Iterable[Evidence]) -> list[Evidence]:
    """The reasons that had something to decide: a type that all mentions agree on needs none.

    >>> telling([Evidence("type", 1.0, "person 3/3")]), len(telling([Evidence("type", 0.6, "person 2/3")]))
    ([], 1)
    """
    return [item for item in why if item.feature != "type" or not _UNANIMOUS.search(item.detail)]


def reason(known: Mapping[str, str], evidence: Evidence) -> list[Segment]:
    """A reason in the catalogue's words, with the form that it speaks of as a span; one without words as it stands.

    >>> [piece.text for piece in reason({"spelling": "{form} is last"}, Evidence("spelling", 0.0, "평자오"))]
    ['평자오', ' is last']
    >>> [piece.text for piece in reason({}, Evidence("moon", 1.0, "full"))]
    ['moon: full']
    """
    sentence = known.get(evidence.feature)
    if sentence is None:
        return spans(f"{evidence.feature}: {evidence.detail}")
    before, place, after = sentence.partition("{form}")
    text = before + (evidence.detail if place else "") + after
    return spans(text, (len(before), len(before) + len(evidence.detail), "form")) if place else spans(text)


def first_mention(template: str, ko: str, zh_hans: str, zh_hant: str, en: str | None) -> str:
    """A name by the house's template; what is not known leaves no comma and no empty bracket behind.

    >>> first_mention("{ko}({zh_hans}, {en})", "허사이커지", "禾赛科技", "禾賽科技", None)
    '허사이커지(禾赛科技)'
    >>> first_mention("{ko}({zh_hans}, {en})", "허사이커지", "禾赛科技", "禾賽科技", "Hesai")
    '허사이커지(禾赛科技, Hesai)'
    >>> first_mention("{ko}({zh_hans}, {en})", "Quectel", "上海移远通信技术股份有限公司", "", "Quectel")
    'Quectel(上海移远通信技术股份有限公司)'
    """
    other = "" if en is None or en.casefold() == ko.casefold() else en
    values = {"ko": ko, "zh_hans": zh_hans or zh_hant, "zh_hant": zh_hant or zh_hans, "en": other}
    filled = _PLACE.sub(lambda found: values[found[1]] or _GAP, template)
    for gap in (f", {_GAP}", f"{_GAP}, ", _GAP):
        filled = filled.replace(gap, "")
    return filled.replace("()", "").replace("[]", "").strip()


def preferred(concept: Concept, language: Language) -> str:
    """The first form of a concept in a language, the preferred one where one is decided; empty without any."""
    terms = [term for term in concept.terms if term.language == language]
    return min(terms, key=_rank).text if terms else ""


def by_status(concept: Concept) -> list[tuple[Term, str]]:
    """All forms by language, status and count, each with its language; hanzi alike in both scripts stand once, "zh".

    >>> one = Term("胡志明", "zh-Hans", "preferred", 2), Term("胡志明", "zh-Hant", "preferred", 2)
    >>> [(term.text, language) for term, language in by_status(Concept("c1", "胡志明", "person", one, 2, 1))]
    [('胡志明', 'zh')]
    """
    order = ("ko", "zh-Hans", "zh-Hant", "en")
    simplified = {term.text for term in concept.terms if term.language == "zh-Hans"}
    both = {term.text for term in concept.terms if term.language == "zh-Hant"} & simplified
    terms = sorted(concept.terms, key=lambda term: (order.index(term.language), *_rank(term)))
    return [
        (term, "zh" if term.text in both and term.language == "zh-Hans" else term.language)
        for term in terms
        if not (term.language == "zh-Hant" and term.text in both)
    ]


def occurrence_language(concept: Concept, occurrence: Occurrence) -> Language:
    """The language tag of the hanzi in one sentence: traditional only where the entry lists them as such alone."""
    known = {term.language for term in concept.terms if term.text == occurrence.mention.zh}
    return "zh-Hant" if known == {"zh-Hant"} else "zh-Hans"


def _rank(term: Term) -> tuple[int, int]:
    return ("preferred", "admitted", "superseded", "deprecated").index(term.status), -term.count
