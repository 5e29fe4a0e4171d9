"""Make glossary/data/surname_words.tsv: common words that begin with a surname (任务, 华夏, 单位) and are no person.

    python scripts/make/surname_words.py > glossary/data/surname_words.tsv

From the dictionary of the PyPI package jieba (MIT). One line: the surname, a tab, the rests of its words, a tab, the
rests of rarer words (listed for surnames with a reading of their own only; they rule out no longer name: 单士, 单士元).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import jieba

from glossary.reading.chars import toneless
from glossary.reading.defaults import default_reading
from glossary.text.tables import rows

COMMON, SEEN = 30, 4  # jieba's counts: a word of any surname, a word of a surname with a reading of its own


def main() -> None:
    own: set[str] = set()
    heads: set[str] = set()
    for surname, pinyin, *_ in rows("surnames.tsv"):
        heads.update(pinyin if surname == "*" else surname[:1])
        if len(surname) == 1 and toneless(pinyin) != toneless(default_reading(surname)):
            own.add(surname)
    words: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        common = int(count) >= COMMON
        wanted = common or (word[0] in own and int(count) >= SEEN)
        if word[0] in heads and 2 <= len(word) <= 3 and wanted and not tag.startswith("nr"):
            words[word[0], common].append(word[1:])
    print(
        "# surname<TAB>rests of words<TAB>of rarer ones. From jieba's dictionary (MIT) by scripts/make/surname_words.py"
    )
    for head in sorted({head for head, _ in words}):
        print(f"{head}\t{' '.join(words[head, True])}\t{' '.join(words[head, False])}".rstrip("\t"))


if __name__ == "__main__":
    main()
