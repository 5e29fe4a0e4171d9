"""What an evaluation gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and how many cases it was measured on."""

    name: str
    value: float
    of: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures, and each error in one line."""

    figures: tuple[Figure, ...]
    errors: tuple[str, ...]
