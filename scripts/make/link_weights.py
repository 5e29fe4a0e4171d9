"""Learn how much the signs of sound count when names are linked: scripts/make/link_weights.py [SEED] prints the rows.

Names are invented (scripts/lib/synthetic.py) and written twice with the drift that writers were seen to have; half of
the pairs are of one bearer, half of two: of one whose name differs in a character, and of any other. Names that sound the
same by the norm are left out: no ear tells them apart. The labelled pairs of corpus/cases are not looked at.
"""

from __future__ import annotations

import random
import sys
from math import exp
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "lib"))
from synthetic import make_bearers, twin_of, written

from glossary.link.known import form_key
from glossary.link.spoken import spoken
from glossary.link.weave import weave
from glossary.reading.transliterate import transliterate

COUNT = 3000
CAPS = {"total": 14.0, "worst": 4.0}
ROUNDS = 600
RATES = (0.5, 0.01, 0.1)
Row = tuple[float, float, bool]


def main(seed: int) -> None:
    """Print the table's rows for both ways."""
    for way, rows in zip(("spoken", "woven"), examples(seed), strict=True):
        prior, total, worst = learn(rows)
        right = sum((prior + total * a + worst * b > 0) == same for a, b, same in rows)
        print(f"{way}\t{prior:.2f}\t\tlearned: the prior against a pair")
        print(f"{way}-total\t{total:.3f}\t{CAPS['total']:g}\tlearned")
        print(f"{way}-worst\t{worst:.3f}\t{CAPS['worst']:g}\tlearned; right on {right / len(rows):.1%} of {len(rows)}")


def examples(seed: int) -> tuple[list[Row], list[Row]]:
    """Signs and answers of forms against hanzi, and of forms against forms."""
    dice = random.Random(seed)
    bearers = make_bearers(COUNT, dice)
    against, between = [], []
    for bearer in bearers:
        other = twin_of(bearer, dice) if dice.random() < 0.5 else dice.choice(bearers)
        form, again, wrong = (form_key(written(name.zh, dice)) for name in (bearer, bearer, other))
        if form == again or transliterate(other.zh).official == transliterate(bearer.zh).official:
            continue
        for text, same in ((again, True), (wrong, False)):
            found = spoken(text, bearer.zh)
            against.append((_capped("total", found.total), _capped("worst", found.worst), same))
            woven = weave(form, text)
            between.append((_capped("total", woven.total), _capped("worst", woven.worst), same))
    return against, between


def _capped(sign: str, value: float) -> float:
    return max(-CAPS[sign], min(CAPS[sign], value))


def learn(rows: list[Row]) -> tuple[float, float, float]:
    """Logistic regression by gradient ascent with momentum on the mean log likelihood."""
    weights, speed = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    for _ in range(ROUNDS):
        slope = [0.0, 0.0, 0.0]
        for total, worst, same in rows:
            odds = weights[0] + weights[1] * total + weights[2] * worst
            error = same - 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
            slope = [slope[0] + error, slope[1] + error * total, slope[2] + error * worst]
        for at, rate in enumerate(RATES):
            speed[at] = 0.9 * speed[at] + rate * slope[at] / len(rows)
            weights[at] += speed[at]
    return weights[0], weights[1], weights[2]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
