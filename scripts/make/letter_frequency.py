"""Make glossary/data/letter_frequency.tsv: the commonest Hangul syllables and hanzi, commonest first.

Usage: letter_frequency.py KOREAN_TEXT JIEBA_DICT > glossary/data/letter_frequency.tsv

KOREAN_TEXT is corpus/issues/260.txt; JIEBA_DICT is dict.txt of the jieba package (MIT), whose lines are
`word count tag`. Only the order is kept: it tells CP949 from GB18030 and both from UTF-16. The traditional
forms of the hanzi (by OpenCC, Apache-2.0) keep the order of the simplified ones.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import opencc

HANGUL, HANZI = 700, 2000
HEADER = "# script\tletters\n# commonest first; made by scripts/make/letter_frequency.py, used to detect encodings\n"


def main(korean: Path, jieba: Path) -> None:
    """Count both sources and print one line for each script."""
    hangul = Counter(ch for ch in korean.read_text(encoding="utf-8") if "가" <= ch <= "힣")
    hanzi: Counter[str] = Counter()
    for line in jieba.read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split()
        for ch in word:
            if "一" <= ch <= "鿿":
                hanzi[ch] += int(count)
    simplified = _commonest(hanzi, HANZI)
    sys.stdout.write(HEADER)
    print("hangul", _commonest(hangul, HANGUL), sep="\t")
    print("hanzi", simplified, sep="\t")
    print("traditional", opencc.OpenCC("s2t").convert(" ".join(simplified)).replace(" ", ""), sep="\t")


def _commonest(counts: Counter[str], size: int) -> str:
    return "".join(ch for ch, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
