"""Learn data/type_weights.tsv: how much each group of type cues counts, from annotated texts.

    python scripts/make/type_weights.py TEXT.txt GOLD.jsonl [TEXT.txt GOLD.jsonl ...] > glossary/data/type_weights.tsv

A log-linear model: each group of cues has a factor for each type it may speak for, each form (relation and length) a bias;
fitted by accelerated gradient ascent on the log likelihood with a Gaussian prior around 2 (its own type) and 0 (the others).
With --check the texts are held out in turn, then fifths of all of them, and the share of right types is printed instead;
--show adds what went wrong.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from glossary.extract import typing
from glossary.extract.cues import Cue
from glossary.extract.describe import draft_of
from glossary.extract.extract import pairs_of
from glossary.extract.types import DEFAULT
from glossary.model import TYPES
from glossary.policy import load_policy
from glossary.tokens import load

STRENGTH = 0.003
LEAST = 8  # sightings of a group from which on it may speak for types other than its own
ROUNDS = 400
FOLDS = 5

Key = tuple[str, str]  # group, says


@dataclass
class Text:
    """One annotated text: its drafts and, by index, the types of those that the annotation holds."""

    name: str
    text: str
    drafts: list[typing.Draft]
    truth: dict[int, str]


@dataclass
class Model:
    """Weights by group and what it says, one column for each type."""

    keys: dict[Key, int]
    weights: np.ndarray

    def odds(self, cues: Sequence[Cue]) -> dict[str, float]:
        total = np.zeros(len(TYPES))
        for cue in cues:
            row = self.keys.get((cue.side, cue.says))
            if row is not None:
                total += cue.weight * self.weights[row]
            elif cue.says in TYPES:
                total[TYPES.index(cue.says)] += DEFAULT * cue.weight
        power = np.exp(total - total.max())
        return dict(zip(TYPES, power / power.sum(), strict=True))


def read(text_file: str, gold_file: str) -> Text:
    text = Path(text_file).read_text(encoding="utf-8")
    return annotated(text_file, text, list(pairs_of(text, load_policy(), load())), gold_file)


def annotated(name: str, text: str, found: list, gold_file: str) -> Text:
    gold = {}
    for line in Path(gold_file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("label") == "name":
            gold[row["ko_start"], row["ko_end"], row["zh_start"], row["zh_end"]] = row["type"]
    drafts = [draft_of(item, text)[0] for item in found]
    truth = {}
    for index, draft in enumerate(drafts):
        pair = draft.found.pair
        type_ = gold.get((pair.ko_start, pair.ko_end, pair.zh_start, pair.zh_end))
        if type_:
            truth[index] = type_
    return Text(name, text, drafts, truth)


def fit(samples: list[tuple[Sequence[Cue], str]]) -> Model:
    seen = Counter((cue.side, cue.says) for cues, _ in samples for cue in cues)
    keys = {key: row for row, key in enumerate(sorted(seen))}
    x = np.zeros((len(samples), len(keys)))
    for row, (cues, _) in enumerate(samples):
        for cue in cues:
            x[row, keys[cue.side, cue.says]] += cue.weight
    y = np.array([[truth == type_ for type_ in TYPES] for _, truth in samples], dtype=float)
    prior = np.array([[DEFAULT if says == type_ else 0.0 for type_ in TYPES] for _, says in keys])
    open_ = np.array([[says == type_ or seen[side, says] >= LEAST for type_ in TYPES] for side, says in keys])
    weights, ahead = prior.copy(), prior.copy()
    for step in range(ROUNDS):
        scores = x @ ahead
        power = np.exp(scores - scores.max(axis=1, keepdims=True))
        power /= power.sum(axis=1, keepdims=True)
        gradient = x.T @ (y - power) / len(y) - STRENGTH * (ahead - prior)
        better = ahead + 0.5 * gradient * open_
        ahead = better + step / (step + 3) * (better - weights)
        weights = better
    return Model(keys, weights)


def learn(texts: list[Text], held: set[tuple[int, int]]) -> Model:
    """Weights of the names' own cues first, then with what these make names in one list and of one hanzi share."""
    chosen = [
        (number, index) for number, text in enumerate(texts) for index in text.truth if (number, index) not in held
    ]
    own = fit([(texts[number].drafts[index].cues, texts[number].truth[index]) for number, index in chosen])
    cues = [all_cues(text, own) for text in texts]
    return fit([(cues[number][index], texts[number].truth[index]) for number, index in chosen])


def all_cues(text: Text, model: Model) -> list[tuple[Cue, ...]]:
    shared = typing.shared_cues(text.drafts, lambda index: model.odds(text.drafts[index].cues), text.text)
    return [(*draft.cues, *more) for draft, more in zip(text.drafts, shared, strict=True)]


def check(texts: list[Text], show: bool) -> None:
    whole = [{(number, index) for index in text.truth} for number, text in enumerate(texts)]
    fifths = [
        {(n, i) for n, text in enumerate(texts) for i in text.truth if i * FOLDS // len(text.drafts) == fold}
        for fold in range(FOLDS)
    ]
    for title, parts in (("texts held out in turn", whole), ("fifths held out in turn", fifths)):
        right: Counter[str] = Counter()
        for held in parts:
            model = learn(texts, held)
            cues = {number: all_cues(texts[number], model) for number in {number for number, _ in held}}
            for number, index in sorted(held):
                odds = model.odds(cues[number][index])
                best, truth = max(odds, key=odds.__getitem__), texts[number].truth[index]
                right[texts[number].name] += best == truth
                if show and best != truth:
                    _show(texts[number], index, best, odds[best], cues[number][index])
        print(title)
        for text in texts:
            print(f"  {text.name}: {right[text.name]}/{len(text.truth)} = {right[text.name] / len(text.truth):.3f}")


def _show(text: Text, index: int, best: str, share: float, cues: Sequence[Cue]) -> None:
    draft = text.drafts[index]
    pair = draft.found.pair
    around = text.text[max(0, pair.ko_start - 25) : pair.zh_end + 20].replace("\n", " ")
    said = [f"{c.side}:{c.says}:{c.word}:{c.weight:.1f}" for c in cues if c.says != "form" and abs(c.weight) > 0.2]
    print(f"  {text.truth[index]} -> {best} {share:.2f} {draft.ko} {draft.zh} | {' '.join(said)} | {around}")


def main() -> None:
    files = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    texts = [read(*files[place : place + 2]) for place in range(0, len(files), 2)]
    if "--check" in sys.argv:
        check(texts, "--show" in sys.argv)
        return
    model = learn(texts, set())
    print("# How much each group of type cues counts (log odds), learned by scripts/make/type_weights.py.")
    print("# A cue of this group that says this much is worth weight times its own weight for the type.")
    print("group\tsays\ttype\tweight")
    for (side, says), row in model.keys.items():
        for type_, weight in zip(TYPES, model.weights[row], strict=True):
            if abs(weight) > 0.05 or says == type_:
                print(f"{side}\t{says}\t{type_}\t{weight:.2f}")


if __name__ == "__main__":
    main()
