"""Make glossary/data/mandarin_sound.tsv: how likely a piece of Hangul writes a Mandarin syllable, and stands in Korean.

Mandarin: the syllables of the names in the tables, spread over the spellings that Korean writers use by their costs.
Korean: the words of the lexicon, and the order of the syllables in letter_frequency.tsv. Foreign: foreign_sounds.tsv and
the Hangul of kana. A syllable's pieces are weighed against the likelier of the two.
"""

from __future__ import annotations

import gzip
import math
from collections import Counter
from pathlib import Path

from glossary.reading.chars import toneless
from glossary.reading.spellings import spell
from glossary.reading.transliterate import transliterate
from glossary.text.hangul import is_hangul
from glossary.text.tables import records, rows

DATA = Path(__file__).parents[2] / "glossary" / "data"
SHARP = 14.0  # how fast a spelling gets rarer with its cost
LEAST = 2e-6


def main() -> None:
    """Write the table: piece, natural log of its share in Mandarin names, of its share in Korean."""
    pinyin = _pinyin()
    mandarin: Counter[str] = Counter()
    for syllable, count in pinyin.items():
        forms = {form: math.exp(-SHARP * cost) for form, cost in spell(syllable).items()}
        for form, share in forms.items():
            mandarin[form] += count * share / sum(forms.values())  # type: ignore[assignment]
    korean = _korean()
    whole = sum(mandarin.values())
    foreign = _foreign()
    lines = [
        f"{form}\t{math.log(count / whole):.2f}\t{_log(korean, form):.2f}\t{_log(foreign, form):.2f}"
        for form, count in sorted(mandarin.items())
        if count / whole > LEAST
    ]
    head = "# Pieces of Hangul that write one Mandarin syllable: log share in Chinese names, in Korean words, in foreign ones.\n"
    head += "# Made by scripts/make/mandarin_sound.py from the other tables here.\npiece\tmandarin\tkorean\tforeign\n"
    (DATA / "mandarin_sound.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} pieces")


def _log(shares: dict[str, float], form: str) -> float:
    return sum(math.log(max(LEAST, shares.get(char, 0.0))) for char in form)


def _foreign() -> dict[str, float]:
    """Two in three by Western words, one in three by kana; a half of one sight more for each syllable."""
    words = Counter(char for line in rows("foreign_sounds.tsv") for char in line[0] if is_hangul(char))
    kana = Counter(char for row in rows("japanese_kana.tsv") for char in "".join(row[1:]) if is_hangul(char))
    total, more = words.total(), max(1, kana.total())
    return {char: 0.8 * (words[char] + 0.3) / total + 0.2 * kana[char] / more for char in {*words, *kana}}


def _pinyin() -> Counter[str]:
    found: Counter[str] = Counter()
    places = ((row["stem"], "place") for row in records("china_places.tsv"))
    news = ((row["zh"], row["type"]) for row in records("news_names.tsv"))
    known = ((row["zh"], row["type"]) for row in records("known_names.tsv") if "Chin" in row["what"])
    companies = ((row["zh"], row["type"]) for row in records("known_names.tsv") if row["what"].startswith("company"))
    for zh, type_ in (*places, *news, *known, *companies):
        found.update(toneless(part) for part in transliterate(zh, type=type_).pinyin)  # type: ignore[arg-type]
    return Counter({syllable: count + 1 for syllable, count in found.items() if _spelled(syllable)})


def _spelled(syllable: str) -> bool:
    try:
        return bool(spell(syllable))
    except KeyError:
        return False


def _korean() -> dict[str, float]:
    """Half by the lexicon's words, half by the order of the syllables in running text, as one over the rank."""
    words = gzip.decompress((DATA / "lexicon.txt.gz").read_bytes()).decode().split("\n")
    counted = Counter(char for line in words for char in line.split("\t")[0] if is_hangul(char))
    ranked = next(letters for script, letters in rows("letter_frequency.tsv") if script == "hangul")
    harmonic = sum(1 / (rank + 8) for rank in range(len(ranked)))
    shares = {char: 0.5 / (rank + 8) / harmonic for rank, char in enumerate(ranked)}
    return Counter(
        {char: shares.get(char, 0.0) + 0.5 * counted[char] / counted.total() for char in {*shares, *counted}}
    )


if __name__ == "__main__":
    main()
