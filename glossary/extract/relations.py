"""The relation of a pair, also where no alignment explains it."""

from __future__ import annotations

from glossary.extract.cues import suffixes
from glossary.extract.pairing import Pair
from glossary.model import Relation
from glossary.reading.lexicon import is_word
from glossary.reading.names import surname_of
from glossary.reading.relation import relation_of
from glossary.text.hanzi import fold, is_hanzi


def pair_relation(pair: Pair, ko: str, zh: str) -> Relation:
    """The relation that the steps tell; without any, several Korean words are a translation, one is a name of its own.

    >>> pair_relation(Pair(0, 3, 4, 7, "none", 0.6, (), 0), "차스닥", "創業板")
    'other'
    >>> pair_relation(Pair(0, 5, 6, 10, "none", 0.6, (), 0), "황제의 딸", "还珠格格")
    'translation'
    """
    if pair.method == "japanese":
        return "mixed" if len(pair.steps) > 1 and is_hanzi(pair.steps[-1].reading[:1] or " ") else "japanese"
    if pair.method == "none":
        return "translation" if " " in ko else "other"
    return relation_of(pair.steps, None if surname_of(fold(zh)) else _own_word)


def _own_word(ko: str, zh: str) -> bool:
    """Whether the tail of a name is a Korean word for what it names: 통신, 상보, 만화."""
    return fold(zh) in suffixes("zh") and is_word(ko, zh)
