"""The documents that the glossary has read, and the names of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from glossary.model import BareMention, Concept, Language, Mention
from glossary.service.context import Context
from glossary.service.hits import first
from glossary.views import DocumentSummary, DocumentView, NameLine


def documents(ctx: Context) -> list[DocumentSummary]:
    """All documents, the latest issue first."""
    with ctx.reader() as reader:
        return reader.documents()


def document(ctx: Context, document_id: str) -> DocumentView:
    """A document with its names in the order of their first mention; raises NotFoundError("document-missing")."""
    with ctx.reader() as reader:
        summary = reader.document(document_id)
        glossed = reader.mentions_of_document(document_id)
        bare = [(home, one) for home, one in reader.bare_of_document(document_id) if home is not None]
        loose = {home for home, _ in bare} - {concept for concept, _ in glossed}
        entries = reader.entries(loose)
    lines = _name_lines(glossed, bare)
    lines += [_bare_line(entries[home].concept, [one for at, one in bare if at == home]) for home in sorted(loose)]
    return DocumentView(summary, tuple(sorted(lines, key=lambda line: line.line)))


def _name_lines(mentions: Sequence[tuple[str, Mention]], bare: Sequence[tuple[str, BareMention]]) -> list[NameLine]:
    """The names that stand with hanzi, the places without them counted as well."""
    english = {concept: mention.en for concept, mention in reversed(mentions) if mention.en}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for home, line in [*((at, one.line) for at, one in mentions), *((at, one.line) for at, one in bare)]:
        places[home].append(line)
    firsts: dict[str, Mention] = {}
    for concept, mention in mentions:
        firsts.setdefault(concept, mention)
    return [
        NameLine(
            concept=concept,
            ko=mention.ko,
            zh=mention.zh,
            en=english.get(concept),
            type=mention.type,
            line=mention.line,
            mentions=len(places[concept]),
            zh_language=_script(mention.zh),
            lines=tuple(sorted(set(places[concept]))),
        )
        for concept, mention in firsts.items()
    ]


def _bare_line(concept: Concept, seen: Sequence[BareMention]) -> NameLine:
    """A name that the document never gives with hanzi: the glossary says them."""
    hanzi = first(concept, "zh-Hans") or first(concept, "zh-Hant")
    english = first(concept, "en")
    lines = sorted({one.line for one in seen})
    return NameLine(
        concept=concept.id,
        ko=seen[0].text,
        zh=hanzi.text if hanzi is not None else "",
        en=english.text if english is not None else None,
        type=concept.type,
        line=lines[0],
        mentions=len(seen),
        zh_language=hanzi.language if hanzi is not None else "zh-Hans",
        lines=tuple(lines),
    )


def _script(zh: str) -> Language:
    from glossary.text.hanzi import script_of

    return "zh-Hant" if script_of(zh) == "traditional" else "zh-Hans"
