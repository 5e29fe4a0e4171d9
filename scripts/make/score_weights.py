"""Learn data/score_weights.tsv: the chance that a pair's offsets are right, from annotated texts.

    python scripts/make/score_weights.py TEXT.txt GOLD.jsonl [TEXT.txt GOLD.jsonl ...] > glossary/data/score_weights.tsv

A logistic regression with a small Gaussian prior. With --check each text is held out in turn and the expected
calibration error over ten bins of equal width is printed instead.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from glossary.extract.describe import draft_of
from glossary.extract.extract import pairs_of
from glossary.extract.score import score_features
from glossary.policy import load_policy
from glossary.tokens import load

PRIOR = 0.5  # variance-like strength: few texts, so weights stay near 0 unless the errors ask for more

Sample = tuple[dict[str, float], bool]


def samples(text_file: str, gold_file: str) -> list[Sample]:
    """Every reported name with its features and whether the gold has it."""
    text = Path(text_file).read_text(encoding="utf-8")
    rows = [json.loads(line) for line in Path(gold_file).read_text(encoding="utf-8").splitlines() if line]
    gold = {
        (row["ko_start"], row["ko_end"], row["zh_start"], row["zh_end"])
        for row in rows
        if row.get("label") in ("name", "term", "optional")
    }
    found = []
    for item in pairs_of(text, load_policy(), load()):
        draft, _ = draft_of(item, text)
        pair = item.pair
        span = (pair.ko_start, pair.ko_end, pair.zh_start, pair.zh_end)
        if draft.kind != "gloss":
            found.append((score_features(pair, draft.ko, draft.zh, draft.relation), span in gold))
    return found


def fit(data: list[Sample], names: list[str]) -> np.ndarray:
    """Weights by gradient ascent."""
    x = np.array([[features[name] for name in names] for features, _ in data])
    y = np.array([right for _, right in data], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(20_000):
        chance = 1 / (1 + np.exp(-x @ weights))
        weights += 0.02 * (x.T @ (y - chance) - PRIOR * weights) / len(y) * 20
    return weights


def calibration_error(data: list[Sample], names: list[str], weights: np.ndarray) -> float:
    """Expected calibration error over ten bins."""
    x = np.array([[features[name] for name in names] for features, _ in data])
    y = np.array([right for _, right in data], dtype=float)
    chance = np.minimum(0.995, 1 / (1 + np.exp(-x @ weights)))
    bins = np.minimum(9, (chance * 10).astype(int))
    return sum(abs(y[bins == b].mean() - chance[bins == b].mean()) * (bins == b).sum() for b in set(bins)) / len(y)


def main() -> None:
    """Print the weights, or the held-out errors."""
    files = [argument for argument in sys.argv[1:] if argument != "--check"]
    sets = [samples(files[i], files[i + 1]) for i in range(0, len(files), 2)]
    names = list(sets[0][0][0])
    if "--check" in sys.argv:
        for held, name in enumerate(files[::2]):
            weights = fit([s for i, part in enumerate(sets) if i != held for s in part], names)
            print(f"{name}: {calibration_error(sets[held], names, weights):.3f}")
        return
    print("# How much each feature of a pair adds to the log odds that its offsets are right; made by")
    print("# scripts/make/score_weights.py from annotated texts. Features: glossary/extract/score.py.")
    print("feature\tweight")
    for name, weight in zip(names, fit([s for part in sets for s in part], names), strict=True):
        print(f"{name}\t{weight:.3f}")


main()
