"""How names sound, remembered for the length of a build: linking asks for the same ones again and again."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.model import EntityType, Mention, Reading
from glossary.policy import Policy
from glossary.service.stages import Stages


class Voice:
    """The readings that linking asks for, each computed once."""

    def __init__(self, stages: Stages, policy: Policy) -> None:
        self._stages = stages
        self._policy = policy
        self._readings: dict[tuple[str, EntityType], Reading] = {}
        self._strains: dict[tuple[str, str], float] = {}

    def reading(self, zh: str, type: EntityType) -> Reading:
        """How a hanzi name of this type sounds."""
        key = zh, type
        if key not in self._readings:
            self._readings[key] = self._stages.transliterate(zh, type)
        return self._readings[key]

    def strain(self, ko: str, zh: str) -> float:
        """How far the worst syllable of a form is from any reading of its hanzi."""
        key = ko, zh
        if key not in self._strains:
            self._strains[key] = self._stages.strain(ko, zh, self._policy)
        return self._strains[key]

    def warm(self, mentions: Iterable[Mention]) -> None:
        """Compute ahead of the transaction what linking these mentions will ask for."""
        for mention in mentions:
            if mention.kind != "gloss":
                self.reading(mention.zh, mention.type)
                self.strain(mention.ko, mention.zh)
