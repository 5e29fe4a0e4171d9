"""How well names are found in the Chinese paragraphs of corpus/cases: a half that was tuned on, one held out.

scripts/evaluate chinese            both halves, with the packs and without
scripts/evaluate chinese --show     the misses and false names of the half that was tuned on
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from glossary.exchange.packs import PACKS, pack
from glossary.extract.chinese import ChineseName, chinese
from glossary.extract.known import Names
from glossary.text.keys import hanzi_key
from glossary.tokens import load

CASES = Path(__file__).parents[2] / "corpus" / "cases" / "chinese_names.jsonl"


def names_of(packs: tuple[str, ...]) -> Names:
    """The hanzi forms of the packs."""
    return Names(
        (hanzi_key(term.text), curation.key, curation.type or "term", curation.key)
        for name in packs
        for curation in pack(name)
        for term in curation.terms
        if term.language == "zh-Hans"
    )


def counted(case: dict[str, Any], found: tuple[ChineseName, ...], show: bool) -> Counter[str]:
    """Hits, misses and false names by span; hits with the right type too."""
    gold = {(name["start"], name["end"]): name["type"] for name in case["names"]}
    said = {(name.start, name.end): name.type for name in found}
    optional = {tuple(span) for span in case["optional"]}
    hits = gold.keys() & said.keys()
    false = [span for span in said.keys() - gold.keys() if not any(_within(span, one) for one in optional)]
    if show:
        for sign, spans in (("-", gold.keys() - said.keys()), ("+", false)):
            for start, end in sorted(spans):
                print(f"{case['id']:3} {sign} {case['text'][start:end]} {gold.get((start, end)) or said[start, end]}")
    typed = sum(gold[span] == said[span] for span in hits)
    return Counter(gold=len(gold), hits=len(hits), typed=typed, false=len(false))


def _within(span: tuple[int, int], other: tuple[int, ...]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def main(arguments: list[str]) -> None:
    """Print precision, recall and F1 of both halves, with the packs' names and with no names at all."""
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    for packs in (PACKS, ()):
        names = names_of(packs)
        for half in ("dev", "held-out"):
            show = "--show" in arguments and half == "dev"
            total: Counter[str] = Counter()
            for case in (case for case in cases if case["half"] == half):
                total += counted(case, chinese(case["text"], names, load()), show)
            precision = total["hits"] / (total["hits"] + total["false"])
            recall = total["hits"] / total["gold"]
            print(
                f"{'with packs' if packs else 'no names':10} {half:8} names {total['gold']:3}  P {precision:.3f}  "
                f"R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}  "
                f"right type {total['typed'] / total['hits']:.3f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
