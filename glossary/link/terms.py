"""The terms of a concept: what was seen and what editors and packs say, by language, each with its status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary.link.forms import Form, Forms, english_forms, flat, hanzi_forms
from glossary.link.gather import Bundle
from glossary.link.prefer import EDITOR, Candidate, slips
from glossary.model import CuratedTerm, Language, Term, TermStatus
from glossary.policy import HousePolicy
from glossary.text.hanzi import script_of, simplified

_ORDER: tuple[TermStatus, ...] = ("preferred", "admitted", "superseded", "deprecated")


def korean_terms(candidates: Sequence[Candidate]) -> list[Term]:
    """The Korean forms, the preferred one first; one that misreads its hanzi is deprecated where another reads them."""
    wrong = slips(candidates)
    return [
        term_of(candidate.form, "ko", _korean_status(candidate, place, wrong))
        for place, candidate in enumerate(candidates)
    ]


def _korean_status(candidate: Candidate, place: int, wrong: frozenset[str]) -> TermStatus:
    said = candidate.form.curated
    if candidate.unwanted:
        return _unwanted(said)
    if place == 0:
        return "preferred"
    if candidate.chosen:
        return "superseded"  # by the choice of another editor, or for the node that this one has joined
    if said is not None:
        return "admitted" if said.status == "preferred" else said.status
    return "deprecated" if candidate.form.text in wrong else "admitted"


def hanzi_terms(bundle: Bundle, house: HousePolicy) -> list[Term]:
    """Forms by script; a name seen in traditional hanzi alone gets its simplified form, never the reverse.

    The house's script is preferred where the concept has a form in it, the other one is admitted then.
    """
    forms = hanzi_of(bundle)
    if not forms:
        return []
    scripts = [(form, script_of(form.text)) for form in forms]
    simple = [form for form, script in scripts if script != "traditional"]
    traditional = [form for form, script in scripts if script == "traditional"]
    either = [form for form, script in scripts if script == "both"]
    hans = _overlaid(simple or [Form(simplified(forms[0].text), forms[0].earliest)], bundle, "zh-Hans")
    hant = _overlaid(traditional or either, bundle, "zh-Hant")
    if house.hanzi == "simplified" and hans:
        hant = [_behind(term) for term in hant]
    elif house.hanzi == "traditional" and hant:
        hans = [_behind(term) for term in hans]
    return [*hans, *hant]


def hanzi_of(bundle: Bundle) -> list[Form]:
    """How the concept is written in hanzi: an editor's choice, what was seen of the staying node, the rest."""
    found: dict[str, Form] = {}
    curated = [form for form in _said(bundle, ("zh-Hans", "zh-Hant")) if form.text]
    chosen = [form for form in curated if form.curated is not None and form.curated.status == "preferred"]
    seen = [form for group in bundle.groups for form in hanzi_forms(group.sightings)]
    by_hand = chosen if any(form.source == EDITOR for form in chosen) else []
    for form in (*by_hand, *seen, *chosen, *curated):
        if form.text not in found:
            found[form.text] = form
        elif found[form.text] is not form:
            found[form.text] = _merged(found[form.text], form)
    return list(found.values())


def english_terms(bundle: Bundle) -> list[Term]:
    """The Latin names, an editor's choice first, then a pack's, then those seen."""
    return _overlaid(english_forms(bundle.sightings, bundle.bare), bundle, "en")


def curated_korean(bundle: Bundle, forms: Forms) -> None:
    """Lay what editors and packs say over the Korean forms; the staying node's curation has the first word."""
    for owner, curation in reversed(list(enumerate(bundle.curations))):
        for term in curation.terms:
            if term.language == "ko":
                form = forms.form(term.text)
                form.curated, form.owner, form.source = term, owner, _source(term, curation.source)


def term_of(form: Form, language: Language, status: TermStatus) -> Term:
    """A form as a term with its counts, its note and its source."""
    said = form.curated
    return Term(
        form.text,
        language,
        status,
        count=form.count,
        documents=len(form.documents),
        bare=form.bare,
        forbidden=said is not None and said.forbidden,
        note=said.note if said is not None else "",
        source=form.source,
    )


def _overlaid(seen: Sequence[Form], bundle: Bundle, language: Language) -> list[Term]:
    said = {form.text.casefold(): form for form in _said(bundle, (language,))}
    mined = [_merged(form, said[form.text.casefold()]) if form.text.casefold() in said else form for form in seen]
    texts = {form.text.casefold() for form in mined}
    forms = [*mined, *(form for text, form in said.items() if text not in texts)]
    order = sorted(enumerate(forms), key=lambda item: (_rank(item[1]), item[0]))
    return [term_of(form, language, _status(form, place)) for place, (_, form) in enumerate(order)]


def _said(bundle: Bundle, languages: tuple[Language, ...]) -> list[Form]:
    forms: dict[tuple[str, Language], Form] = {}
    for owner, curation in enumerate(bundle.curations):
        for term in curation.terms:
            if term.language in languages and (flat(term.text), term.language) not in forms:
                made = Forms().form(term.text)
                made.curated, made.owner, made.source = term, owner, _source(term, curation.source)
                forms[made.text, term.language] = made
    return list(forms.values())


def _source(term: CuratedTerm, curation: str) -> str:
    return term.source or curation or EDITOR


def _merged(form: Form, said: Form) -> Form:
    form.documents |= said.documents
    form.count, form.bare = form.count + said.count, form.bare + said.bare
    if said.curated is not None and form.curated is None:
        form.curated, form.owner, form.source = said.curated, said.owner, said.source
    return form


def _rank(form: Form) -> tuple[int, int]:
    """An editor's choice, a pack's, what was seen or admitted, what is not to be used."""
    said = form.curated
    if said is None:
        return 2, 0
    if said.forbidden or said.status in ("deprecated", "superseded"):
        return 3, _ORDER.index(said.status)
    if said.status == "admitted":
        return 2, 1
    return (0 if form.source == EDITOR else 1), form.owner


def _status(form: Form, place: int) -> TermStatus:
    said = form.curated
    if said is not None and (said.forbidden or said.status in ("deprecated", "superseded")):
        return _unwanted(said)
    return "admitted" if place else "preferred"


def _unwanted(said: CuratedTerm | None) -> TermStatus:
    """What is forbidden is deprecated at the least."""
    return "superseded" if said is not None and said.status == "superseded" else "deprecated"


def _behind(term: Term) -> Term:
    return replace(term, status="admitted") if term.status == "preferred" else term


def noted(bundle: Bundle) -> tuple[str, str]:
    """The note and the source of a concept: the first curation's that has one."""
    return _first(curation.note for curation in bundle.curations), _first(item.source for item in bundle.curations)


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
