"""The relation of a pair, also where no alignment explains it."""

from __future__ import annotations

from glossary.extract.pairing import Pair
from glossary.model import Relation
from glossary.reading.lexicon import is_word
from glossary.reading.relation import relation_of


def pair_relation(pair: Pair, ko: str, zh: str) -> Relation:
    """The relation that the steps tell; without any, several Korean words are a translation, one is a name of its own.

    >>> pair_relation(Pair(0, 3, 4, 7, "none", 0.6, (), 0), "차스닥", "創業板")
    'other'
    >>> pair_relation(Pair(0, 5, 6, 10, "none", 0.6, (), 0), "황제의 딸", "还珠格格")
    'translation'
    """
    if pair.method == "japanese":
        return "japanese"
    if pair.method == "none":
        return "translation" if " " in ko else "other"
    return relation_of(pair.steps, is_word)
