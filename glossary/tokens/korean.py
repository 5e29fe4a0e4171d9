"""Korean morphemes by kiwipiepy."""

from __future__ import annotations

from kiwipiepy import Kiwi

from glossary.tokens.base import Token

_KNOWN = 4  # morpheme ids below stand for guessed words
_SHORT = 64  # characters of a window that is remembered
_MOST = 16_384  # windows remembered, some 10 MB


class KiwiKorean:
    """One Kiwi on one thread; windows are short, so that asking stays cheap.

    >>> [(t.text, t.tag) for t in KiwiKorean().tokens("펑자오는 강연했다")][:2]
    [('펑자오', 'NNP'), ('는', 'JX')]
    """

    def __init__(self) -> None:
        self._kiwi = Kiwi(num_workers=1)
        self.asked = 0
        self._answers: dict[str, tuple[Token, ...]] = {}

    def tokens(self, text: str) -> list[Token]:
        """The morphemes of a text, in order; windows met before, in this text or another, are not asked again."""
        found = self._answers.get(text)
        if found is None:
            self.asked += 1
            parted = self._kiwi.tokenize(text)
            found = tuple(Token(t.form, str(t.tag), t.start, t.start + t.len, t.id >= _KNOWN) for t in parted)
            if len(text) <= _SHORT:
                while len(self._answers) >= _MOST:
                    self._answers.pop(next(iter(self._answers)))
                self._answers[text] = found
        return list(found)
