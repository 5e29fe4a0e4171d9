"""What a word before a bracket is when no reading explains it: a name, a common noun, or no noun at all.

The only room that asks kiwipiepy, in a short window, and only for words that no reading settled.
"""

from __future__ import annotations

from glossary.extract.inside import Core
from glossary.extract.left import Left
from glossary.extract.pairing import Pair
from glossary.tokens import Token, Tokenizers

_NAME_TAGS = ("NNP", "SL", "SH")
_NOUN_TAGS = ("NNP", "NNG", "SL", "SH", "SN", "XSN", "XPN", "NR", "W_SERIAL", "UN", "XR", "SO", "SY")


class Nouns:
    """Asks the Korean tokenizer about words before brackets and remembers the answers."""

    def __init__(self, tokenizers: Tokenizers, context: int) -> None:
        self._tokenizers = tokenizers
        self._context = context  # characters before the bracket that a question holds
        self._known: dict[str, list[Token]] = {}

    def is_name(self, left: Left) -> bool:
        """Whether the word before the bracket is a name rather than a role or a common noun (갤봇, not 창업자)."""
        word = left.word
        if not word:
            return False
        tail = self._last_word(left)
        return bool(tail) and tail[-1].tag in _NAME_TAGS

    def named(self, left: Left, core: Core) -> Pair:
        """The pair of a name that is no reading of the hanzi: 차스닥(創業板)."""
        return Pair(left.word_start, left.end, core.start, core.end, "none", 0.6, (), core.segment)

    def unread(self, left: Left, text: str, core: Core) -> Pair | None:
        """The pair of a word or quotation that the hanzi translate or name otherwise; None when it is no noun."""
        if left.quote is not None and left.quote[1] >= left.end and core.end - core.start > 1:
            start, end = left.quote
            return Pair(start, min(end, left.end), core.start, core.end, "none", 0.6, (), core.segment)
        if not left.touching or not left.word or core.end - core.start == 1:
            return None
        tail = self._last_word(left)
        if not tail or tail[-1].tag not in _NOUN_TAGS:
            return None
        return self.named(left, core)

    def _last_word(self, left: Left) -> list[Token]:
        """The tokens of the written word before the bracket, read in its context."""
        start = max(left.start, min(left.word_start, left.end - self._context))
        window = left.text[start : left.end].replace("\n", "")
        if window not in self._known:
            self._known[window] = self._tokenizers.korean.tokens(window)
        tokens = self._known[window]
        first = len(window) - len(left.word.replace("\n", ""))
        return [token for token in tokens if token.start >= first and token.tag != "Z_CODA"]
