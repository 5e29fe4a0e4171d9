"""Who is named in a document and where: what all rules look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from glossary.check.places import Place
from glossary.check.view import Known
from glossary.model import EntityType, Kind, Mention, Relation


@dataclass(frozen=True)
class Use:
    """One place where a name is written; `reach` is where it ends with its bracket."""

    text: str
    start: int
    end: int
    reach: int
    type: EntityType
    place: Place
    mention: Mention | None = None
    stray: bool = False  # the glossary does not know this form
    heard: bool = False  # a stray that only sounds like a form of this text
    chinese: float = 0.0  # how Chinese a stray sounds, 0 to 1
    score: float = 1.0
    amiss: int = -1  # where behind it a particle of the wrong shape begins, as the scan saw it; -1 for none

    @cached_property
    def zh(self) -> str:
        """The hanzi that gloss it here, "" for none."""
        return "".join(self.mention.zh.split("\n")) if self.mention else ""

    @property
    def kind(self) -> Kind:
        """What the extractor says it is."""
        return self.mention.kind if self.mention else "name"

    @property
    def relation(self) -> Relation:
        """How the Hangul renders the hanzi here."""
        return self.mention.relation if self.mention else "other"

    @cached_property
    def form(self) -> str:
        """The form without blanks: what is compared."""
        return squeezed(self.text)


@dataclass(frozen=True)
class Subject:
    """One name with all its uses in the document, in order."""

    id: str  # the concept's id, or "zh:" and the hanzi, or "form:" and the form, where the glossary has none
    zh: str  # its hanzi, "" where nobody gives them
    type: EntityType
    known: Known | None
    uses: tuple[Use, ...]

    @property
    def concept(self) -> str | None:
        """The concept's id."""
        return self.known.concept.id if self.known else None

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form is written here."""
        return Counter(use.form for use in self.uses)

    def count(self, form: str) -> int:
        """How often a form is written here, blanks aside."""
        return self.counts[squeezed(form)]


@lru_cache(maxsize=16_384)
def squeezed(form: str) -> str:
    """A form without its blanks.

    >>> squeezed("이위엔 통신")
    '이위엔통신'
    """
    return "".join(form.split())
