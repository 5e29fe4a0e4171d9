"""What the rest of the house knows of tokenizers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its part of speech (Sejong tags for Korean, jieba's for Chinese) and offsets in what was asked."""

    text: str
    tag: str
    start: int
    end: int
    known: bool = True  # False: a word that the tokenizer's dictionary lacks, cut out by guess


class Korean(Protocol):
    """Cuts Korean into morphemes."""

    def tokens(self, text: str) -> list[Token]:
        """The morphemes of a short window, in order."""


class Chinese(Protocol):
    """Cuts Chinese into words."""

    def words(self, text: str) -> list[Token]:
        """The tagged words of a name or sentence, in order."""


class Tokenizers(Protocol):
    """Both tokenizers; asking for one loads it."""

    @property
    def korean(self) -> Korean:
        """The Korean one, loaded now if it was not."""

    @property
    def chinese(self) -> Chinese:
        """The Chinese one, loaded now if it was not."""
