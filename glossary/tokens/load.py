"""The real tokenizers, loaded once a process when a text first needs them."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.tokens.chinese import Jieba
    from glossary.tokens.korean import KiwiKorean


class LazyTokenizers:
    """Holds both tokenizers and loads each when it is first asked for."""

    @cached_property
    def korean(self) -> KiwiKorean:
        """kiwipiepy: 3 to 5 s and 500 MB to its first token."""
        from glossary.tokens.korean import KiwiKorean

        return KiwiKorean()

    @cached_property
    def chinese(self) -> Jieba:
        """jieba: 0.8 s to its first word."""
        from glossary.tokens.chinese import Jieba

        return Jieba()


@cache
def load() -> LazyTokenizers:
    """The tokenizers of this process; nothing is loaded before one is asked for."""
    return LazyTokenizers()
