"""The score: between 0 and 1, falling with what a reading costs and leaves out, by the weights of the table."""

from __future__ import annotations

from dataclasses import replace

from glossary.extract.pairing import Pair
from glossary.extract.score import score_features, score_of
from glossary.model import Step
from glossary.text.tables import records

PLAIN = Pair(
    0, 2, 3, 5, "reading", 0.0, (Step("즈", "淄", "official", "zi", 0.0), Step("보", "博", "official", "bo", 0.0)), 0
)
UNREAD = replace(PLAIN, method="none", cost=0.6, steps=())


def score(pair: Pair, ko: str = "즈보", zh: str = "淄博") -> float:
    return score_of(pair, ko, zh, "name", "transliteration")


def test_a_plain_reading_is_nearly_sure() -> None:
    assert 0.95 < score(PLAIN) < 1


def test_dearer_readings_are_less_sure() -> None:
    scores = [score(replace(PLAIN, cost=cost)) for cost in (0.0, 0.25, 0.5)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_what_nothing_reads_is_less_sure_than_any_reading() -> None:
    assert 0 < score(UNREAD) < score(replace(PLAIN, cost=0.5))


def test_every_feature_has_a_weight() -> None:
    assert set(score_features(PLAIN, "즈보", "淄博", "mixed")) == {
        row["feature"] for row in records("score_weights.tsv")
    }


def test_what_a_reading_lost() -> None:
    lost = replace(PLAIN, steps=(Step("즈", "淄", "official", "zi", 0.0), Step("", "博", "unread", "", 0.8)))
    assert score_features(lost, "즈", "淄博", "transliteration")["lost"] == 0.5
