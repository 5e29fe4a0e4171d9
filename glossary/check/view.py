"""The seam to the glossary: what the rules ask of it, for the names that stand in a text and no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from glossary.model import PACKS, Concept, Judgement, Language, ScannedName, Term

_GUESSED = frozenset({"spelling", "earliest", "nearest"})


@dataclass(frozen=True, slots=True)
class Seen:
    """How often a form was written before this document, with or without hanzi, and since when."""

    form: str
    count: int
    documents: int = 1
    since: str | None = None  # ISO 8601


@dataclass(frozen=True, slots=True)
class Known:
    """A concept as the rules see it: its terms and what earlier documents wrote."""

    concept: Concept
    seen: tuple[Seen, ...] = ()

    def term(self, language: Language) -> Term | None:
        """The preferred term of a language, None where it has none or an editor has forbidden it."""
        for term in self.concept.terms:
            if term.language == language and term.status == "preferred" and not term.forbidden:
                return term
        return None

    @property
    def hanzi(self) -> str:
        """The preferred hanzi, simplified where there are any."""
        term = self.term("zh-Hans") or self.term("zh-Hant")
        return term.text if term else ""

    @property
    def ko(self) -> str:
        """The preferred Korean form, "" where there is none."""
        term = self.term("ko")
        return term.text if term else ""

    @property
    def curated(self) -> bool:
        """Whether an editor or a pack has spoken."""
        return self.concept.review == "approved" or bool(self.concept.source)

    @property
    def spoken(self) -> bool:
        """Whether an issue has it with hanzi or an editor has entered it; what a pack lists is none of ours yet."""
        said = any(term.count or term.source not in ("", *PACKS) for term in self.concept.terms)
        return said or self.concept.source not in PACKS

    @property
    def decided(self) -> bool:
        """Whether its preferred form rests on more than chance: an editor, a pack, its hanzi, or what most write."""
        return self.curated or not any(item.feature in _GUESSED for item in self.concept.why)

    def before(self, form: str) -> Seen:
        """How often this form was written before."""
        squeezed = form.replace(" ", "")
        return next((seen for seen in self.seen if seen.form.replace(" ", "") == squeezed), Seen(form, 0, 0))


@dataclass(frozen=True, slots=True)
class SourceText:
    """The Chinese text that a Korean one renders, with the names that a scan found in it."""

    text: str
    names: tuple[ScannedName, ...]


class GlossaryView(Protocol):
    """What the rules ask of a glossary; every question names what stands in the text, so answers stay small."""

    def by_ids(self, ids: Iterable[str]) -> Mapping[str, Known]:
        """The concepts with these ids."""

    def by_hanzi(self, keys: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        """The concepts that these folded hanzi name."""

    def by_forms(self, forms: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        """The concepts that have these Korean or Latin forms, blanks aside."""

    def similar(self, forms: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        """The concepts that have a Korean form a slip away from these."""

    def judged(self, left: str, right: str) -> Judgement | None:
        """What an editor said of two nodes, None where nobody has."""
