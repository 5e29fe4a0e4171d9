"""Make glossary/data/mandarin_phrases.tsv: words in which a character does not have its usual reading.

    python scripts/make/mandarin_phrases.py > glossary/data/mandarin_phrases.tsv

From the phrases of the PyPI package pypinyin (MIT). Kept are the phrases with a reading that differs from the
character's first one (tone included), and those that contain a shorter kept phrase and read it otherwise; then common
words of the PyPI package jieba (MIT) that may overlap a kept phrase (旅行 against 行家). One line: the phrase, a tab, its
readings with tones, spaces between (none: the usual ones), a tab, how common it is (the power of ten of jieba's count).
"""

from __future__ import annotations

from pathlib import Path

import jieba
from pypinyin.phrases_dict import phrases_dict

from glossary.reading.chars import mandarin_toned, toneless
from glossary.reading.defaults import default_reading
from glossary.text.hanzi import fold, simplified

LONGEST = 5
COMMON = 500
WRONG = {
    ("朴", "piáo"),
    ("露", "lòu"),
    ("和", "huó"),
    ("血", "xiě"),
    ("薄", "báo"),
    ("都", "dōu"),
}  # colloquial or plain wrong
SANDHI = {"一": "yī", "不": "bù"}


def main() -> None:
    phrases = {
        simplified(p): tuple(plain(ch, r[0]) for ch, r in zip(simplified(p), readings, strict=True))
        for p, readings in phrases_dict.items()
        if fits(p, readings)
    }
    kept = {p: r for p, r in phrases.items() if any(unusual(ch, one) for ch, one in zip(p, r, strict=True))}
    for phrase, readings in phrases.items():
        if any(clash(phrase, readings, start, end, kept) for start, end in parts(len(phrase))):
            kept[phrase] = readings
    counts = jieba_counts()
    print(
        "# phrase<TAB>readings<TAB>how common. From pypinyin and jieba (both MIT) by scripts/make/mandarin_phrases.py"
    )
    for phrase in sorted(kept):
        print(f"{phrase}\t{' '.join(kept[phrase])}\t{power(counts.get(phrase, 0))}")
    for word in sorted(rivals(counts, kept)):
        print(f"{word}\t\t{power(counts[word])}")


def jieba_counts() -> dict[str, int]:
    text = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8")
    return {word: int(count) for word, count, _ in map(str.split, text.splitlines())}


def power(count: int) -> int:
    return min(len(str(count)) - 1, 3)


def rivals(counts: dict[str, int], kept: dict[str, tuple[str, ...]]) -> list[str]:
    """Common words of two characters with a rarer kept phrase of two that begins or ends inside them."""
    pairs = [phrase for phrase in kept if len(phrase) == 2]
    heads: dict[str, int] = {}
    tails: dict[str, int] = {}
    for phrase in pairs:
        least = counts.get(phrase, 0)
        heads[phrase[0]] = min(heads.get(phrase[0], least), least)
        tails[phrase[1]] = min(tails.get(phrase[1], least), least)
    return [
        word
        for word, count in counts.items()
        if len(word) == 2
        and count >= COMMON
        and word not in kept
        and power(count) > power(min(heads.get(word[1], count), tails.get(word[0], count)))
    ]


def fits(phrase: str, readings: list[list[str]]) -> bool:
    return 2 <= len(phrase) <= LONGEST and len(readings) == len(phrase) and fold(phrase) == fold(simplified(phrase))


def plain(ch: str, reading: str) -> str:
    """The reading in a name: no tone sandhi, no neutral tone."""
    if ch in SANDHI:
        return SANDHI[ch]
    if (ch, reading) in WRONG:
        return default_reading(ch)
    if reading == toneless(reading):
        return next((r for r in (default_reading(ch), *mandarin_toned(ch)) if toneless(r) == reading), reading)
    return reading


def unusual(ch: str, reading: str) -> bool:
    return reading != default_reading(ch) and reading in mandarin_toned(ch)


def parts(length: int) -> list[tuple[int, int]]:
    return [(start, end) for start in range(length) for end in range(start + 2, length + 1) if end - start < length]


def clash(phrase: str, readings: tuple[str, ...], start: int, end: int, kept: dict[str, tuple[str, ...]]) -> bool:
    """Whether a part of the phrase is kept with other readings than it has here."""
    return kept.get(phrase[start:end], readings[start:end]) != readings[start:end]


if __name__ == "__main__":
    main()
