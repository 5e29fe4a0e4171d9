"""Korean morphemes by kiwipiepy."""

from __future__ import annotations

from kiwipiepy import Kiwi

from glossary.tokens.base import Token

_KNOWN = 4  # morpheme ids below stand for guessed words


class KiwiKorean:
    """One Kiwi on one thread; windows are short, so that asking stays cheap.

    >>> [(t.text, t.tag) for t in KiwiKorean().tokens("펑자오는 강연했다")][:2]
    [('펑자오', 'NNP'), ('는', 'JX')]
    """

    def __init__(self) -> None:
        self._kiwi = Kiwi(num_workers=1)
        self.asked = 0

    def tokens(self, text: str) -> list[Token]:
        """The morphemes of a text, in order."""
        self.asked += 1
        found = self._kiwi.tokenize(text)
        return [Token(t.form, str(t.tag), t.start, t.start + t.len, t.id >= _KNOWN) for t in found]
