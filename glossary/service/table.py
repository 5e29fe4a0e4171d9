"""The sheet of an issue's names in both languages: what the glossary says of each, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from glossary.errors import InputError, NotFoundError
from glossary.exchange.sheet import Sheet, SheetName, sheet_csv, sheet_markdown
from glossary.exchange.sheet_html import sheet_html
from glossary.model import BareMention, Concept, Language, Mention
from glossary.service.context import Context
from glossary.views import DocumentSummary

Lang = Literal["ko", "en", "zh"]
_MAKERS = {".html": sheet_html, ".htm": sheet_html, ".csv": sheet_csv, ".md": sheet_markdown}


def table(ctx: Context, document: str, suffix: str, lang: Lang = "ko") -> str:
    """The sheet of a document, named by its issue, its id, its title or its file, as .html, .csv or .md.

    Raises NotFoundError("document-unknown") and InputError("table-format").
    """
    make = _MAKERS.get(suffix.casefold())
    if make is None:
        raise InputError("table-format", suffix=suffix or "-", formats=" ".join(_MAKERS))
    return make(sheet(ctx, document), lang)


def sheet(ctx: Context, document: str) -> Sheet:
    """The names of a document, each once; raises NotFoundError("document-unknown")."""
    with ctx.reader() as reader:
        found = _chosen(reader.documents(), document)
        glossed = reader.mentions_of_document(found.id)
        bare = reader.bare_of_document(found.id)
        entries = reader.entries({concept for concept, _ in glossed} | {concept for concept, _ in bare if concept})
    names = _names({id: entry.concept for id, entry in entries.items()}, glossed, bare)
    return Sheet(found.title or found.name, found.issue, found.date, tuple(names))


def _chosen(documents: Iterable[DocumentSummary], wanted: str) -> DocumentSummary:
    for one in documents:
        names = {one.id, one.name, Path(one.name).name, one.title, "" if one.issue is None else str(one.issue)}
        if wanted.strip() and wanted.strip() in names:
            return one
    raise NotFoundError("document-unknown", document=wanted)


def _names(
    concepts: dict[str, Concept], glossed: Iterable[tuple[str, Mention]], bare: Iterable[tuple[str | None, BareMention]]
) -> Iterable[SheetName]:
    seen = [(concept, mention.ko, mention.line) for concept, mention in glossed]
    seen += [(concept, mention.text, mention.line) for concept, mention in bare if concept]
    counts = Counter(concept for concept, _, _ in seen)
    firsts: dict[str, tuple[str, int]] = {}
    for concept, text, line in sorted(seen, key=lambda one: one[2]):
        firsts.setdefault(concept, (text, line))
    for id, (text, line) in firsts.items():
        if id in concepts:
            yield _name(concepts[id], text, line, counts[id])


def _name(concept: Concept, written: str, line: int, count: int) -> SheetName:
    ko = _form(concept, "ko") or written
    hans, hant = _form(concept, "zh-Hans"), _form(concept, "zh-Hant")
    return SheetName(
        ko=ko,
        zh_hans=hans or hant,
        zh_hant=hant if hans and hant != hans else "",
        en=_form(concept, "en"),
        type=concept.type,
        line=line,
        count=count,
        written=written if written.replace(" ", "") != ko.replace(" ", "") else "",
    )


def _form(concept: Concept, language: Language) -> str:
    found = [term for term in concept.terms if term.language == language]
    return next((term.text for term in found if term.status == "preferred"), found[0].text if found else "")
