"""Learn data/type_weights.tsv: how much each group of type cues counts, from annotated texts.

    python scripts/make/type_weights.py TEXT.txt GOLD.jsonl [TEXT.txt GOLD.jsonl ...] > glossary/data/type_weights.tsv

A log-linear model: each group of cues has one factor for the weight its cues carry, each form (relation and length)
a bias for each type; fitted by gradient ascent on the log likelihood with a Gaussian prior around 2 and 0.
With --check the texts are held out in turn and the share of right types is printed instead.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from glossary.extract import extract as room
from glossary.extract import typing
from glossary.extract.extract import pairs_of
from glossary.extract.describe import draft_of
from glossary.extract.types import TYPES, type_odds
from glossary.policy import load_policy
from glossary.tokens import load

PRIOR = 2.0
STRENGTH = 0.006
LEAST = 8


def samples(text_file: str, gold_file: str):  # -> list[(cues, type)]
    text = Path(text_file).read_text(encoding="utf-8")
    gold = {}
    for line in Path(gold_file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("label") == "name":
            gold[row["ko_start"], row["ko_end"], row["zh_start"], row["zh_end"]] = row["type"]
    items = list(pairs_of(text, load_policy(), load()))
    drafts = [draft_of(item, text)[0] for item in items]
    odds = [type_odds(draft.cues) for draft in drafts]
    shared = typing.shared_cues(drafts, odds, text)
    found = []
    for draft, more in zip(drafts, shared, strict=True):
        pair = draft.found.pair
        truth = gold.get((pair.ko_start, pair.ko_end, pair.zh_start, pair.zh_end))
        if truth:
            found.append(((*draft.cues, *more), truth))
    return found


def keys_of(cue):
    for type_ in TYPES:
        yield cue.side, cue.says, type_


def matrix(data, names):
    """One row of features for each sample and type."""
    x = np.zeros((len(data), len(TYPES), len(names)))
    index = {name: i for i, name in enumerate(names)}
    for row, (cues, _) in enumerate(data):
        for cue in cues:
            for column, name in enumerate(keys_of(cue)):
                if name in index:
                    x[row, column, index[name]] += cue.weight
    return x, np.array([TYPES.index(truth) for _, truth in data])


def fit(data):
    seen = defaultdict(int)
    for cues, _ in data:
        for cue in cues:
            for name in keys_of(cue):
                seen[name] += 1
    names = sorted(name for name in seen if name[1] == name[2] or seen[name] >= LEAST)
    x, y = matrix(data, names)
    prior = np.array([PRIOR if says == type_ else 0.0 for _, says, type_ in names])
    weights = prior.copy()
    rows = np.arange(len(y))
    for _ in range(1200):
        scores = x @ weights
        scores -= scores.max(axis=1, keepdims=True)
        power = np.exp(scores)
        power /= power.sum(axis=1, keepdims=True)
        gradient = (x[rows, y] - (power[:, :, None] * x).sum(axis=1)).mean(axis=0)
        weights += 0.7 * (gradient - STRENGTH * (weights - prior))
    return dict(zip(names, weights, strict=True))


def predict(cues, weights):
    scores = dict.fromkeys(TYPES, 0.0)
    for cue in cues:
        for name in keys_of(cue):
            scores[name[2]] += weights.get(name, PRIOR if name[1] == name[2] else 0.0) * cue.weight
    return max(scores, key=scores.get)


def main() -> None:
    check = "--check" in sys.argv
    files = [a for a in sys.argv[1:] if not a.startswith("--")]
    sets = [samples(*files[i : i + 2]) for i in range(0, len(files), 2)]
    if check:
        for held, name in enumerate(files[::2]):
            weights = fit([s for i, part in enumerate(sets) if i != held for s in part])
            right = sum(predict(cues, weights) == truth for cues, truth in sets[held])
            if "--show" in sys.argv:
                for cues, truth in sets[held]:
                    if predict(cues, weights) != truth:
                        shown = [(c.word, c.says, c.side, round(c.weight, 2)) for c in cues if c.weight > 0.3]
                        print("  ", truth, "->", predict(cues, weights), shown)
            print(f"{name}: {right}/{len(sets[held])} = {right / len(sets[held]):.3f}")
        return
    print("# How much each group of type cues counts (log odds), learned by scripts/make/type_weights.py.")
    print("# A cue of this group that says this much is worth weight times its own weight for the type.")
    print("group\tsays\ttype\tweight")
    for (side, says, type_), weight in sorted(fit([s for part in sets for s in part]).items()):
        if abs(weight) > 0.05 or says == type_:
            print(f"{side}\t{says}\t{type_}\t{weight:.2f}")


main()
