"""The measuring itself: what counts as found, as an alarm, as right."""

from typing import Any

import pytest
from score import Share, calibration_error, score

from glossary.model import Alias, Mention


def _gold(ko: str, zh: str, at: int, label: str = "name", **more: Any) -> dict[str, Any]:
    start = at + len(ko) + 1
    spans = {"ko_start": at, "ko_end": at + len(ko), "zh_start": start, "zh_end": start + len(zh)}
    return {"ko": ko, "zh": zh, **spans, "label": label, "type": "person", "relation": "transliteration", **more}


def _mention(ko: str, zh: str, at: int, **more: Any) -> Mention:
    row = _gold(ko, zh, at)
    spans = {name: row[name] for name in ("ko_start", "ko_end", "zh_start", "zh_end")}
    kinds = {"kind": "name", "relation": "transliteration", "type": "person", "score": 0.9}
    return Mention(ko=ko, zh=zh, **spans, **{**kinds, **more})


GOLD = [
    _gold("펑자오", "彭昭", 0),
    _gold("리안", "離岸", 20, "term"),
    _gold("신", "新", 40, "affix"),
    _gold("왕치", "王奇", 60),
]


def test_what_counts() -> None:
    found = score(
        GOLD,
        [
            _mention("펑자오", "彭昭", 0, relation="mixed"),
            _mention("리안", "離岸", 20),
            _mention("신", "新", 40, kind="gloss"),
            _mention("신", "新", 80),
        ],
    )
    assert (found.hits, found.alarms, found.names) == (1, 1, 2)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)
    assert (found.relation, found.type) == (Share(0, 1), Share(1, 1))
    assert found.judged == ((0.9, True), (0.9, False))
    assert len(found.errors) == 3


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ({"en": "Tencent"}, {"en": "Tencent"}, Share(1, 1)),
        ({"en": None}, {"en": "Tencent"}, Share(0, 1)),
        ({}, {"en": "Tencent"}, Share(0, 0)),
        ({"alt": [{"ko": "텅쉰"}]}, {"aliases": (Alias("텅쉰", "hangul"), Alias("0700.HK", "ticker"))}, Share(1, 1)),
        ({"alt": [{"ko": "텅쉰"}]}, {}, Share(0, 1)),
        ({}, {"aliases": (Alias("텅쉰", "hangul"),)}, Share(0, 0)),
    ],
)
def test_english_names_and_aliases(gold: dict[str, Any], found: dict[str, Any], expected: Share) -> None:
    assert score([_gold("텐센트", "腾讯", 0, **gold)], [_mention("텐센트", "腾讯", 0, **found)]).extras == expected


def test_calibration() -> None:
    assert calibration_error([]) == 0
    assert calibration_error([(1.0, True), (0.0, False)]) == 0
    assert calibration_error([(0.75, False), (0.75, True), (0.75, True), (0.75, True)]) == 0
    assert calibration_error([(1.0, False)]) == 1
