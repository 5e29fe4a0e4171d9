"""The stages behind one seam, each loaded on first use: a look-up of a stored entry loads none of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from glossary.model import BareMention, Brand, Document, EntityType, Extraction, Mention, Reading
from glossary.policy import DocumentsPolicy, Policy

if TYPE_CHECKING:
    from glossary.extract.known import KnownNames
    from glossary.tokens import Tokenizers

UNBOUNDED = 10.0  # mean cost for each hanzi: any alignment, however poor


class Stages(Protocol):
    """What the use cases ask of reading, documents, extraction and alignment."""

    def read(self, name: str, data: bytes) -> Document:
        """The document that these bytes hold."""

    def read_path(self, path: Path) -> Document:
        """The document in a file."""

    def extract(self, doc: Document, policy: Policy) -> tuple[Mention, ...]:
        """The mentions of a document, in its order."""

    def study(self, doc: Document, policy: Policy, witnesses: Iterable[Brand]) -> Extraction:
        """The same with the brands that it speaks for, helped by those that other documents have witnessed."""

    def unglossed(
        self, doc: Document, policy: Policy, names: KnownNames, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        """The names of a document that stand without hanzi: known ones, and strings that look like one."""

    def scan(
        self, doc: Document, policy: Policy, names: KnownNames, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        """The names of a text that stand without hanzi, those that only the gazetteer knows and new ones too."""

    def transliterate(self, zh: str, type: EntityType | None = None) -> Reading:
        """How a hanzi name sounds."""

    def strain(self, ko: str, zh: str, policy: Policy) -> float:
        """How far the worst syllable is from any reading of its hanzi, 0 to 1: 0 in 펑자오 彭昭, more in 평자오."""


class RealStages:
    """The rooms of this program, imported when a use case first needs them."""

    def __init__(self, limits: DocumentsPolicy | None = None) -> None:
        self._limits = limits

    def read(self, name: str, data: bytes) -> Document:
        """The document that these bytes hold."""
        from glossary.documents import read_document

        return read_document(name, data, self._limits)

    def read_path(self, path: Path) -> Document:
        """The document in a file."""
        from glossary.documents import read_path

        return read_path(path, self._limits)

    def extract(self, doc: Document, policy: Policy) -> tuple[Mention, ...]:
        """The mentions of a document, in its order."""
        from glossary.extract import extract

        return extract(doc, policy, self._tokenizers)

    def study(self, doc: Document, policy: Policy, witnesses: Iterable[Brand]) -> Extraction:
        """The same with the brands that it speaks for, helped by those that other documents have witnessed."""
        from glossary.extract import study

        return study(doc, policy, self._tokenizers, witnesses)

    def unglossed(
        self, doc: Document, policy: Policy, names: KnownNames, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        """The names of a document that stand without hanzi, in its order."""
        from glossary.extract.bare import every, unlisted
        from glossary.extract.strays import strays

        known = unlisted(every(doc, names, self._tokenizers, mentions))
        unknown = strays(doc, names, policy, self._tokenizers, mentions, known)
        return tuple(sorted((*known, *unknown), key=lambda mention: (mention.start, mention.end)))

    def scan(
        self, doc: Document, policy: Policy, names: KnownNames, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        """The names of a text that stand without hanzi, known to the glossary or to the gazetteer, and new ones."""
        from glossary.extract.bare import every
        from glossary.extract.strays import strays

        known = every(doc, names, self._tokenizers, mentions)
        found = strays(doc, names, policy, self._tokenizers, mentions, known)
        return (*known, *(stray for stray in found if stray.evidence[0].feature in ("chinese", "near")))

    def transliterate(self, zh: str, type: EntityType | None = None) -> Reading:
        """How a hanzi name sounds."""
        from glossary.reading.transliterate import transliterate

        return transliterate(zh, type=type)

    def strain(self, ko: str, zh: str, policy: Policy) -> float:
        """How far the worst syllable is from any reading of its hanzi."""
        from glossary.reading.align import align

        found = align(ko, zh, replace(policy.align, accept=UNBOUNDED), whole=True)
        return 1.0 if found is None else max((step.cost for step in found.steps), default=0.0)

    @cached_property
    def _tokenizers(self) -> Tokenizers:
        from glossary.tokens import load

        return load()
