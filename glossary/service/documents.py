"""The documents that the glossary has read, and the names of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from glossary.model import Language, Mention
from glossary.service.context import Context
from glossary.views import DocumentSummary, DocumentView, NameLine


def documents(ctx: Context) -> list[DocumentSummary]:
    """All documents, the latest issue first."""
    with ctx.reader() as reader:
        return reader.documents()


def document(ctx: Context, document_id: str) -> DocumentView:
    """A document with its names in the order of their first mention; raises NotFoundError("document-missing")."""
    with ctx.reader() as reader:
        summary = reader.document(document_id)
        return DocumentView(summary, tuple(_name_lines(reader.mentions_of_document(document_id))))


def _name_lines(mentions: Sequence[tuple[str, Mention]]) -> list[NameLine]:
    counts = Counter(concept for concept, _ in mentions)
    english = {concept: mention.en for concept, mention in reversed(mentions) if mention.en}
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
            mentions=counts[concept],
            zh_language=_script(mention.zh),
        )
        for concept, mention in firsts.items()
    ]


def _script(zh: str) -> Language:
    from glossary.text.hanzi import script_of

    return "zh-Hant" if script_of(zh) == "traditional" else "zh-Hans"
