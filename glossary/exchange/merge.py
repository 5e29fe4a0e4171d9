"""What is said of a concept already, and what a pack or a file says of it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from glossary.model import CuratedTerm, Curation, Language

EDITOR = "editor"


def with_pack(before: Curation | None, pack: Curation) -> Curation:
    """Lay a pack's terms under what is said already: an editor's choice stays, no form is said twice.

    >>> editor = Curation("c1", "北京", source="editor", terms=(CuratedTerm("북경", "ko", "preferred"),))
    >>> pack = Curation("c1", "北京", type="place", source="p", terms=(CuratedTerm("베이징", "ko", "preferred"),))
    >>> [(term.text, term.status, term.source) for term in with_pack(editor, pack).terms]
    [('북경', 'preferred', ''), ('베이징', 'admitted', 'p')]
    """
    named = replace(pack, terms=tuple(replace(term, source=term.source or pack.source) for term in pack.terms))
    if before is None:
        return named
    rest = tuple(term for term in before.terms if _owner(term, before) != pack.source)
    taken = {language for language in _languages(rest) if any(_prefers(term, language) for term in rest)}
    said = {(term.text, term.language) for term in rest}
    added = (
        replace(term, status="admitted") if term.status == "preferred" and term.language in taken else term
        for term in named.terms
        if (term.text, term.language) not in said
    )
    terms = (*rest, *added)
    if not rest and before.source == pack.source:
        return replace(named, deleted=before.deleted)
    same = set(terms) == set(before.terms)  # whatever order an edit has left them in
    return replace(
        before, type=before.type or pack.type, note=before.note or pack.note, terms=before.terms if same else terms
    )


def without_pack(before: Curation, pack: str) -> Curation | None:
    """Take a pack's terms back; None where nothing else was said.

    >>> curation = Curation("c1", "北京", source="p", terms=(CuratedTerm("베이징", "ko", "preferred", source="p"),))
    >>> without_pack(curation, "p") is None, without_pack(curation, "q") == curation
    (True, True)
    """
    rest = tuple(term for term in before.terms if _owner(term, before) != pack)
    if before.source == pack and not rest and not before.deleted:
        return None
    if before.source == pack:
        return replace(before, source=EDITOR, type=None, note="", terms=rest)
    return before if rest == before.terms else replace(before, terms=rest)


def with_row(before: Curation | None, row: Curation) -> Curation:
    """Let a line typed by hand have its say: its forms first, what was said before behind them.

    >>> before = Curation("c1", "彭昭", source="editor", terms=(CuratedTerm("평자오", "ko", "preferred"),))
    >>> row = Curation("c1", "彭昭", source="editor", terms=(CuratedTerm("펑자오", "ko", "preferred"),))
    >>> [(term.text, term.status) for term in with_row(before, row).terms]
    [('펑자오', 'preferred'), ('평자오', 'admitted')]
    """
    named = tuple(replace(term, source=term.source or row.source) for term in row.terms)
    if before is None:
        return replace(row, terms=named)
    said = {(term.text, term.language) for term in row.terms}
    chosen = {language for language in _languages(row.terms) if any(_prefers(term, language) for term in row.terms)}
    rest = (
        replace(term, status="admitted") if term.status == "preferred" and term.language in chosen else term
        for term in before.terms
        if (term.text, term.language) not in said
    )
    return replace(
        before,
        type=row.type or before.type,
        review="approved",
        note=row.note or before.note,
        source=EDITOR,
        terms=(*named, *(replace(term, source=_owner(term, before)) for term in rest)),
        deleted=False,
    )


def _owner(term: CuratedTerm, curation: Curation) -> str:
    return term.source or curation.source or EDITOR


def _languages(terms: Iterable[CuratedTerm]) -> set[Language]:
    return {term.language for term in terms}


def _prefers(term: CuratedTerm, language: Language) -> bool:
    return term.language == language and term.status == "preferred"
