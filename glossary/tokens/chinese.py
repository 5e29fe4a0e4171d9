"""Chinese words by jieba, its dictionary cached in a folder of the user's own."""

from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path

import jieba
import jieba.posseg

from glossary.tokens.base import Token


class Jieba:
    """One jieba tokenizer with part-of-speech tags (nr person, ns place, nt organization).

    >>> [t.text for t in Jieba().words("上海移远通信")]
    ['上海', '移远', '通信']
    """

    def __init__(self) -> None:
        jieba.setLogLevel(logging.WARNING)
        self._tagger = jieba.posseg.POSTokenizer(_tokenizer())

    def words(self, text: str) -> list[Token]:
        """The tagged words of a name or sentence, in order."""
        found, place = [], 0
        for word, tag in self._tagger.cut(text):
            found.append(Token(word, tag, place, place + len(word)))
            place += len(word)
        return found


def _tokenizer() -> jieba.Tokenizer:
    """jieba reads its cache back with marshal: it must come from a folder nobody else can write to."""
    tokenizer = jieba.Tokenizer()
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ko-zh-glossary"
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        base = Path(tempfile.mkdtemp(prefix="ko-zh-glossary-"))
    tokenizer.tmp_dir = str(base)
    tokenizer.initialize()
    return tokenizer
