"""Queries with slips, drawn from a made-up glossary: jamo hit wrongly, and spellings as Korean writers drift."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from bench_names import Maker

from glossary.text.hangul import ONSETS, VOWELS, is_hangul, join, split


def slipped(name: str, slips: int, pick: random.Random) -> str:
    """A name with so many jamo wrong, each in a syllable of its own choice: another jamo, one too few, one too many."""
    chars = list(name)
    for _ in range(slips):
        place = pick.choice([at for at, char in enumerate(chars) if is_hangul(char)])
        chars[place] = _slip(chars[place], pick)
    return "".join(chars)


def _slip(syllable: str, pick: random.Random) -> str:
    onset, vowel, coda = split(syllable)
    what = pick.choice(("onset", "vowel", "coda"))
    if what == "onset":
        return join(pick.choice([jamo for jamo in ONSETS if jamo != onset]), vowel, coda)
    if what == "vowel":
        return join(onset, pick.choice([jamo for jamo in VOWELS if jamo != vowel]), coda)
    simple = ("", *"ㄱㄴㄹㅁㅂㅅㅇ")
    return join(onset, vowel, pick.choice([jamo for jamo in simple if jamo != coda]))


def press_pairs(folder: Path) -> list[tuple[str, str]]:
    """Names of press_pairs*.tsv in a folder as (as printed, by the norm), where the two differ by sound alone."""
    from glossary.reading.transliterate import transliterate

    pairs = []
    for path in sorted(folder.glob("press_pairs*.tsv")):
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        columns = header.split("\t")
        for row in (dict(zip(columns, line.split("\t"), strict=False)) for line in lines):
            official = transliterate(row["zh"]).official
            if row.get("relation") == "transliteration" and row["ko"] not in (official, ""):
                pairs.append((unicodedata.normalize("NFC", row["ko"]), official))
    return pairs


def drifted(maker: Maker, names: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    """(as drifted, as stored) for names with their pinyin."""
    made = ((maker.drifted(pinyin), name) for name, pinyin in names)
    return [(query, name) for query, name in made if query != name]
