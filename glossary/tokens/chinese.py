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

    >>> [(t.text, t.tag) for t in Jieba().words("习近平在广州")]
    [('习近平', 'nrfg'), ('在', 'p'), ('广州', 'ns')]
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
    tokenizer.tmp_dir = str(_private_folder())
    tokenizer.initialize()
    return tokenizer


def _private_folder() -> Path:
    """A cache folder that belongs to this user alone; a fresh temporary one where that cannot be had."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ko-zh-glossary"
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = base.stat()
    except OSError:
        return Path(tempfile.mkdtemp(prefix="ko-zh-glossary-"))
    if found.st_uid != os.getuid() or found.st_mode & 0o022:
        return Path(tempfile.mkdtemp(prefix="ko-zh-glossary-"))
    return base
