"""From an entry of the glossary, or a reading that is in none, to one line of a look-up's answer."""

from __future__ import annotations

from glossary.model import Concept, Entry, Hit, Language, Match, Reading, Term


def first(concept: Concept, language: Language) -> Term | None:
    """The preferred term of a language, if the concept has one: terms stand in order of preference."""
    return next((term for term in concept.terms if term.language == language), None)


def headword(concept: Concept) -> str:
    """What the concept is called in Korean."""
    term = first(concept, "ko") or first(concept, "zh-Hans") or first(concept, "zh-Hant")
    return term.text if term else concept.key


def hit_of(entry: Entry, score: float, match: Match) -> Hit:
    """An entry as a look-up result, with how it matched."""
    concept, reading = entry.concept, entry.reading
    best = {term.language: term for term in reversed(concept.terms)}
    ko, en = best.get("ko"), best.get("en")
    simplified, traditional = best.get("zh-Hans"), best.get("zh-Hant")
    named = ko or simplified or traditional
    return Hit(
        id=concept.id,
        ko=named.text if named else concept.key,
        zh_hans=simplified.text if simplified else "",
        zh_hant=traditional.text if traditional else "",
        en=en.text if en else None,
        pinyin=" ".join(reading.pinyin),
        type=concept.type,
        status=ko.status if ko else "preferred",
        review=concept.review,
        official=reading.official,
        sino_korean=reading.sino_korean,
        mentions=concept.mentions,
        generated=False,
        matched=_told(concept, match),
        score=score,
        variants=tuple(term.text for term in concept.terms if term.language == "ko" and term is not ko),
    )


def _told(concept: Concept, match: Match) -> Match:
    """The match with what is thought of the form that matched."""
    term = next((term for term in concept.terms if term.text == match.text), None)
    return Match(match.text, match.field, match.how, term.status, term.forbidden) if term else match


def generated_hit(reading: Reading) -> Hit:
    """A reading as a look-up result for a name that no entry has."""
    from glossary.extract.types import guess_type
    from glossary.link.established import established
    from glossary.text.hanzi import script_of, simplified

    names = (*established(reading), reading.official)
    return Hit(
        id=None,
        ko=names[0],
        zh_hans=simplified(reading.zh),
        zh_hant=reading.zh if script_of(reading.zh) != "simplified" else "",
        en=None,
        pinyin=" ".join(reading.pinyin),
        type=guess_type(reading.zh, reading.official),
        status="admitted",
        review="mined",
        official=reading.official,
        sino_korean=reading.sino_korean,
        mentions=0,
        generated=True,
        matched=Match(reading.zh, "zh", "generated"),
        score=0.5,
        variants=tuple(form for form in dict.fromkeys((*names, *reading.customary)) if form != names[0]),
    )
