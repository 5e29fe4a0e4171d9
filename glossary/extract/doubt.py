"""What kiwipiepy takes a string for, asked in a short window and only where all else leaves a doubt."""

from __future__ import annotations

from glossary.tokens import Token, Tokenizers

WINDOW = 20  # characters before and behind that are shown


class Doubts:
    """Asks the Korean tokenizer and remembers the answers."""

    def __init__(self, tokenizers: Tokenizers) -> None:
        self._tokenizers = tokenizers
        self._known: dict[tuple[str, int, int], str] = {}
        self._words: dict[str, bool] = {}

    def word(self, form: str) -> bool:
        """Whether a form is a common noun by itself (미디어, 체리), or a verb with an ending."""
        if form not in self._words:
            first, *more = self._tokenizers.korean.tokens(form) or [Token(form, "", 0, 0, False)]
            noun = not more and first.tag in ("NNG", "NNB", "MAG")
            verb = first.tag[:1] == "V" and bool(more) and all(token.tag[:1] == "E" for token in more)
            self._words[form] = first.known and (noun or verb)
        return self._words[form]

    def feature(self, text: str, start: int, end: int) -> str:
        """kiwi-proper, kiwi-common, kiwi-verb, kiwi-whole (it begins a longer word of the dictionary: 스스 in 스스로),
        kiwi-across (a morpheme crosses its end), or kiwi-apart."""
        low = max(0, text.rfind("\n", 0, start) + 1, start - WINDOW)
        stop = text.find("\n", end)
        high = min(len(text) if stop < 0 else stop, end + WINDOW)
        asked = (text[low:high], start - low, end - low)
        if asked not in self._known:
            self._known[asked] = _verdict(self._tokenizers.korean.tokens(asked[0]), asked[1], asked[2])
        return self._known[asked]


def _verdict(tokens: list[Token], start: int, end: int) -> str:
    inside = [token for token in tokens if token.start < end and token.end > start]
    if any(token.start == start and token.end > end and token.known for token in inside):
        return "kiwi-whole"
    if any(token.start < start or token.end > end for token in inside):
        return "kiwi-across"
    if any(token.tag[:1] in "VEX" and not token.tag.startswith("XPN") for token in inside):
        return "kiwi-verb"
    if len(inside) == 1:
        tag = inside[0].tag
        return "kiwi-proper" if tag == "NNP" else "kiwi-common" if tag[:1] in "NM" else "kiwi-verb"
    return "kiwi-apart"
