"""The seam to the readings: linking asks how a name sounds and does not care who knows."""

from __future__ import annotations

from typing import Protocol

from glossary.model import EntityType, Reading


class Voice(Protocol):
    """What linking asks about a name."""

    def reading(self, zh: str, type: EntityType) -> Reading:
        """How a hanzi name of this type sounds."""

    def strain(self, ko: str, zh: str) -> float:
        """How far the worst syllable of a form is from any reading of its hanzi, 0 to 1."""
