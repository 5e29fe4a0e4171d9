"""Make glossary/data/sino_words.tsv: hanja words that are not read syllable by syllable, or that the law changes.

    python scripts/make/sino_words.py SHARE > glossary/data/sino_words.tsv

SHARE is the folder of Debian's unpacked `libhangul-data` (BSD-3-Clause, see unihan.py). Kept are words with another
reading than the usual syllables give (六月 유월, 音樂 음악), and words that the initial-sound law changes at their head
(流通 유통), which show where a word begins inside a name; for the same end Chinese words of two characters that the
law changes (廉政 염정) come from the dictionary of the PyPI package jieba (MIT). One line: the reading, a tab, its words in key form.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import jieba
from unihan import hanja_words

from glossary.reading.law import after, at_head
from glossary.reading.sino import by_syllable, syllable
from glossary.text.hanzi import fold, is_hanzi

LONGEST = 4
COMMON = 30  # jieba's counts


def main(share: Path) -> None:
    readings: dict[str, list[str]] = defaultdict(list)
    for hangul, hanja in hanja_words(share):
        if 2 <= len(hanja) <= LONGEST and len(hangul) == len(hanja) and all(map(is_hanzi, hanja)):
            readings[hanja].append(hangul)
    words: dict[str, str] = {}
    usual: set[str] = set()
    for hanja, found in readings.items():
        plain = by_syllable(hanja)
        changed = at_head(syllable(hanja[0])) != syllable(hanja[0])
        found = [reading for reading in found if lawful(reading)]
        if found and plain not in found:
            words.setdefault(fold(hanja), found[0])
        elif changed and len(hanja) <= 3:
            words.setdefault(fold(hanja), plain)
        else:
            usual.add(fold(hanja))
    for word in chinese_words():
        words.setdefault(word, by_syllable(word))
    lines: dict[str, list[str]] = defaultdict(list)
    for word, reading in words.items():
        if word not in usual:
            lines[reading].append(word)
    print("# reading<TAB>words. From libhangul's dictionary (BSD-3-Clause) by scripts/make/sino_words.py")
    for reading in sorted(lines):
        print(f"{reading}\t{' '.join(lines[reading])}")


def lawful(reading: str) -> bool:
    """Whether a reading obeys the law as the South writes it (비율, not 비률)."""
    return at_head(reading[0]) == reading[0] and all(after(a, b) == b for a, b in pairwise(reading))


def chinese_words() -> Iterator[str]:
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split()
        if len(word) == 2 and int(count) >= COMMON and all(map(is_hanzi, word)):
            head = syllable(word[0])
            if at_head(head) != head:
                yield word


if __name__ == "__main__":
    main(Path(sys.argv[1]))
