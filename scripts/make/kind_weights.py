"""Learn data/kind_weights.tsv: how much each group of cues speaks for a name or for a common word, from annotated texts.

    python scripts/make/kind_weights.py TEXT.txt GOLD.jsonl [TEXT.txt GOLD.jsonl ...] > glossary/data/kind_weights.tsv

A logistic model over the cues of glossary.extract.kinds.kind_cues, with a Gaussian prior around 1 for what says name,
-1 for what says term and 0 for the form. Names weigh more than common words: a name lost is the worse mistake.
With --check the texts are held out in turn, then fifths of all of them, and the shares of right kinds are printed instead.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from glossary.extract.cues import Cue
from glossary.extract.describe import draft_of
from glossary.extract.extract import pairs_of
from glossary.extract.kinds import kind_cues
from glossary.policy import load_policy
from glossary.tokens import load

STRENGTH = 0.002
NAMES = 1.0  # how much more a name counts than a common word
ROUNDS = 400
FOLDS = 5
PRIOR = {"name": 1.0, "term": -1.0, "form": 0.0}

Sample = tuple[list[Cue], str]


def read(text_file: str, gold_file: str) -> list[Sample]:
    text = Path(text_file).read_text(encoding="utf-8")
    return samples(text, list(pairs_of(text, load_policy(), load())), gold_file)


def samples(text: str, found: list, gold_file: str) -> list[Sample]:
    gold = {}
    for line in Path(gold_file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("label") in ("name", "term"):
            gold[row["ko_start"], row["ko_end"], row["zh_start"], row["zh_end"]] = row["label"]
    drafts = [draft_of(item, text)[0] for item in found]
    spans = [(d.found.pair.ko_start, d.found.pair.ko_end, d.found.pair.zh_start, d.found.pair.zh_end) for d in drafts]
    return [
        (kind_cues(draft.ko, draft.zh, draft.cues), gold[span])
        for draft, span in zip(drafts, spans, strict=True)
        if span in gold and len(draft.zh) > 1
    ]


def fit(data: list[Sample]) -> dict[tuple[str, str], float]:
    keys = sorted({(cue.side, cue.says) for cues, _ in data for cue in cues})
    index = {key: column for column, key in enumerate(keys)}
    x = np.zeros((len(data), len(keys)))
    for row, (cues, _) in enumerate(data):
        for cue in cues:
            x[row, index[cue.side, cue.says]] += cue.weight
    y = np.array([label == "name" for _, label in data], dtype=float)
    stress = np.where(y > 0, NAMES, 1.0)
    prior = np.array([PRIOR[says] for _, says in keys])
    weights, ahead = prior.copy(), prior.copy()
    for step in range(ROUNDS):
        share = 1 / (1 + np.exp(-(x @ ahead)))
        better = ahead + 0.5 * (x.T @ (stress * (y - share)) / len(y) - STRENGTH * (ahead - prior))
        ahead = better + step / (step + 3) * (better - weights)
        weights = better
    return dict(zip(keys, weights, strict=True))


def says_name(cues: list[Cue], weights: dict[tuple[str, str], float]) -> bool:
    return sum(weights.get((cue.side, cue.says), 0.0) * cue.weight for cue in cues) >= 0


def check(names: list[str], texts: list[list[Sample]], show: bool) -> None:
    whole = [[(n, i) for i in range(len(text))] for n, text in enumerate(texts)]
    fifths = [
        [(n, i) for n, text in enumerate(texts) for i in range(len(text)) if i * FOLDS // len(text) == fold]
        for fold in range(FOLDS)
    ]
    for title, parts in (("texts held out in turn", whole), ("fifths held out in turn", fifths)):
        right, total = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for part in parts:
            held = set(part)
            weights = fit([s for n, text in enumerate(texts) for i, s in enumerate(text) if (n, i) not in held])
            for n, i in part:
                cues, label = texts[n][i]
                good = says_name(cues, weights) == (label == "name")
                total[names[n], label] += 1
                right[names[n], label] += good
                if show and not good:
                    print("  ", label, " ".join(f"{c.side}:{c.says}:{c.word}:{c.weight:.1f}" for c in cues))
        print(title, *(f"{key[0]} {key[1]} {right[key]}/{total[key]}" for key in sorted(total)), sep="\n  ")


def main() -> None:
    files = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    texts = [read(*files[place : place + 2]) for place in range(0, len(files), 2)]
    if "--check" in sys.argv:
        check(files[::2], texts, "--show" in sys.argv)
        return
    print("# How much each group of cues speaks for a name (above 0) or a common word (below), learned by")
    print("# scripts/make/kind_weights.py: log odds, times the weight of the cue.")
    print("group\tsays\tweight")
    for (side, says), weight in sorted(fit([sample for text in texts for sample in text]).items()):
        print(f"{side}\t{says}\t{weight:.2f}")


if __name__ == "__main__":
    main()
