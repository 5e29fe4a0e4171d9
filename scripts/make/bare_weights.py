"""Fit the weights of glossary/data/bare_weights.tsv to the train rows of corpus/cases/traps.tsv.

Logistic regression by gradient descent, drawn towards the `start` column: a feature that few sentences show stays there.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

from traps import read_traps  # noqa: E402

from glossary.extract import weigh as scale  # noqa: E402
from glossary.extract.bare import DOUBT, _setting, weigh  # noqa: E402
from glossary.extract.doubt import Doubts  # noqa: E402
from glossary.extract.known import Names  # noqa: E402
from glossary.extract.setting import company  # noqa: E402
from glossary.extract.spots import Text  # noqa: E402
from glossary.tokens import load  # noqa: E402

TABLE = ROOT / "glossary" / "data" / "bare_weights.tsv"
ROUNDS, RATE, DRAW = 1500, 0.02, 6.0
_TAUGHT = ("words-for", "words-against", "decisive")  # their words were chosen with such sentences in mind
_SHORT = (
    "company-elsewhere",
    "attached-unknown",
    "attached-light",
    "unlisted",
    "first",
    "misfit",
    "misfit-short",
    "misfit-unsure",
    "misfit-road",
    "named-otherwise",
)  # one sentence shows too little
_RARE = ("rank-county", "rank-county-", "word-county")  # whoever makes a sentence with a county means the county
FIXED = (*_TAUGHT, *_SHORT, *_RARE)
Case = tuple[float, list[str], bool]


def main() -> None:
    """Write the fitted weights back, each beside the value that it started from."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    starts = {
        cells[0]: float(cells[2]) for line in lines if len(cells := line.split("\t")) == 3 and cells[2] != "start"
    }
    scale._weights = lambda: starts  # type: ignore[assignment]
    found = cases()
    weights = fit(found, starts)
    right = sum((total(case, weights) > 0) == case[2] for case in found)
    print(f"{len(found)} cases, {right} right")
    for place, line in enumerate(lines):
        name = line.split("\t")[0]
        if name in starts and not line.startswith("#"):
            lines[place] = f"{name}\t{weights[name]:.2f}\t{starts[name]:g}"
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def cases() -> list[Case]:
    """The marked strings that are candidates at all, with base odds, features and label; kiwipiepy asked in doubt."""
    found: list[Case] = []
    doubts = Doubts(load())
    for trap in read_traps(ROOT / "corpus" / "cases" / "traps.tsv", "train"):
        whole = Text(trap.sentence)
        weighed = weigh(whole, Names(()))
        around = _setting(whole, weighed, ())
        item = trap.found([(item, ()) for item in weighed])
        if item is None:
            continue
        spot = item[0].spot
        features = [*item[0].features, *company(spot, around)]
        base = item[0].base - (scale.weight(item[0].source) if item[0].source != "homograph" else 0.0)
        features += [item[0].source] if item[0].source != "homograph" else []
        if abs(base + sum(map(scale.weight, features))) < 2 * DOUBT:
            features.append(doubts.feature(trap.sentence, spot.start, spot.end))
        found.append((base, features, trap.is_name))
    return found


def total(case: Case, weights: dict[str, float]) -> float:
    """Log odds of one case."""
    return case[0] + sum(weights.get(name, 0.0) for name in case[1])


def fit(found: list[Case], starts: dict[str, float]) -> dict[str, float]:
    """Weights that explain the cases without leaving their starts for nothing."""
    weights = dict(starts)
    for _ in range(ROUNDS):
        slope = {name: DRAW * (weights[name] - starts[name]) for name in weights}
        for case in found:
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total(case, weights))))) - case[2]
            for name in case[1]:
                if name in slope:
                    slope[name] += error
        for name in weights.keys() - set(FIXED):
            weights[name] -= RATE * slope[name]
    return weights


if __name__ == "__main__":
    main()
