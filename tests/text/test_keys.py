"""Keys: forms that are the same name have the same key."""

from __future__ import annotations

import pytest

from glossary.text.keys import hanzi_key, latin_key, pinyin_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("禾賽科技", "禾赛科技"),
        ("深圳商报 百家号", "深圳商報百家號"),
        ("靑島", "青岛"),
        ("ＥＭＱ映雲", "emq映云"),
        ("佐々木", "佐佐木"),
    ],
)
def test_hanzi(one: str, other: str) -> None:
    assert hanzi_key(one) == hanzi_key(other)


@pytest.mark.parametrize("typed", ["lǜ chéng", "Lü4 cheng2", "lvcheng", "LÜCHÉNG", "lu:4cheng", "lü-chéng", "lǜ'chéng"])
def test_pinyin(typed: str) -> None:
    assert pinyin_key(typed) == "lvcheng"


@pytest.mark.parametrize("typed", ["Hesai Co., Ltd.", "hesai co ltd", "ＨＥＳＡＩ ＣＯ．ＬＴＤ"])
def test_latin(typed: str) -> None:
    assert latin_key(typed) == "hesaicoltd"
