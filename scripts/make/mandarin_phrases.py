"""Make glossary/data/mandarin_phrases.tsv: words in which a character does not have its usual reading.

    python scripts/make/mandarin_phrases.py > glossary/data/mandarin_phrases.tsv

From the phrases of the PyPI package pypinyin (MIT). Kept are the phrases with a reading that differs from the
character's first one (tone included), and those that contain a shorter kept phrase and read it otherwise.
One line: the phrase, a tab, its readings with tones, spaces between.
"""

from __future__ import annotations

from pypinyin.phrases_dict import phrases_dict

from glossary.reading.chars import mandarin_toned, toneless
from glossary.reading.defaults import default_reading
from glossary.text.hanzi import fold, simplified

LONGEST = 5
WRONG = {("朴", "piáo"), ("露", "lòu"), ("和", "huó"), ("血", "xiě"), ("薄", "báo"), ("都", "dōu")}  # colloquial or plain wrong
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
    print("# phrase<TAB>readings. From pypinyin's phrases (MIT) by scripts/make/mandarin_phrases.py")
    for phrase in sorted(kept):
        print(f"{phrase}\t{' '.join(kept[phrase])}")


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
