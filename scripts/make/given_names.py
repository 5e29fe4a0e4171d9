"""Make glossary/data/given_hanja.tsv: python scripts/make/given_names.py

How much likelier each hanja stands in the given name of a three-character person than in a common word, counted in
jieba's own dictionary (MIT): log2 of the odds, rounded, from 4 (names above all: 舜 淑) to -4 (hardly ever: 的 不).
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import jieba

from glossary.text.hanzi import fold
from glossary.text.tables import rows

DATA = Path(__file__).resolve().parents[2] / "glossary" / "data"
LEAST = 12


def main() -> None:
    """Count and write."""
    surnames = {fold(zh) for zh, _ in rows("korean_surnames.tsv")}
    given: Counter[str] = Counter()
    common: Counter[str] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split(" ")
        word = fold(word)
        if tag == "nr" and len(word) == 3 and word[0] in surnames:
            given.update(word[1:])
        elif tag[0] in "nvadl" and tag[:2] not in {"nr", "ns", "nt", "nz"}:
            common.update(word)
    everywhere, among = common.total(), given.total()
    odds: dict[int, list[str]] = {}
    for hanja in sorted(given.keys() | common.keys()):
        if given[hanja] + common[hanja] >= LEAST:
            ratio = (given[hanja] + 1) / (among + 1000) / ((common[hanja] + 1) / (everywhere + 1000))
            odds.setdefault(max(-4, min(4, round(math.log2(ratio)))), []).append(hanja)
    head = (
        "# log2 odds of standing in a given name rather than in a common word, and the hanja (made by given_names.py)."
    )
    lines = [head, *(f"{value}\t{''.join(odds[value])}" for value in sorted(odds, reverse=True))]
    (DATA / "given_hanja.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print({value: len(hanja) for value, hanja in odds.items()}, among, everywhere)


if __name__ == "__main__":
    main()
