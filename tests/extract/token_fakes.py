"""A Korean tokenizer that knows the words it is told, counts what it is asked, and loads nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from glossary.tokens import Chinese, Token

_WORD = re.compile(r"[가-힣A-Za-z0-9]+")


@dataclass
class FakeKorean:
    """Every word is a name (NNP) unless `tags` knows better."""

    tags: Mapping[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def tokens(self, text: str) -> list[Token]:
        """The words of a window."""
        self.asked.append(text)
        return [Token(m[0], self.tags.get(m[0], "NNP"), m.start(), m.end()) for m in _WORD.finditer(text)]


@dataclass
class FakeTokenizers:
    """Both tokenizers; the Chinese one must not be asked."""

    korean: FakeKorean = field(default_factory=FakeKorean)

    @property
    def chinese(self) -> Chinese:
        """Nobody needs it to find pairs."""
        raise AssertionError("the Chinese tokenizer was asked")


def knowing(**tags: str) -> FakeTokenizers:
    """Tokenizers that tag the given words so: knowing(창업자="NNG")."""
    return FakeTokenizers(FakeKorean(tags))
