"""Hanzi keys: one form for every way a name is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.hanzi import fold, is_hanzi, repeated, script_of, simplified

FORMS = [
    ("重慶", "重庆"),
    ("靑島", "青岛"),
    ("淸華大學", "清华大学"),
    ("塩城", "盐城"),
    ("黃河", "黄河"),
    ("戸部", "户部"),
    ("戶部", "户部"),
    ("春晩", "春晚"),
    ("畵魂", "画魂"),
    ("畫魂", "画魂"),
    ("広州", "广州"),
    ("髙雄", "高雄"),
    ("産業", "产业"),
    ("滙豐", "汇丰"),
    ("羣光", "群光"),
    ("敎育", "教育"),
    ("歷史", "历史"),
    ("硏究", "研究"),
    ("峯会", "峰会"),
    ("瀋陽", "沈阳"),
    ("臺灣", "台湾"),
    ("\uf963京", "北京"),
    ("\uf90a華", "金华"),
    ("佐々木", "佐佐木"),
    ("中关村 e 谷", "中关村e谷"),
    ("（北斗＋）", "(北斗+)"),
    ("迪丽热巴・迪力木拉提", "迪丽热巴·迪力木拉提"),
]


@pytest.mark.parametrize(("written", "key"), FORMS)
def test_fold(written: str, key: str) -> None:
    assert fold(written) == key


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("乾隆", "乾隆"),
        ("瞭望", "瞭望"),
        ("著作", "著作"),
        ("皇后", "皇后"),
        ("以後", "以后"),
        ("禾賽科技", "禾赛科技"),
    ],
)
def test_simplified_keeps_what_both_scripts_keep(written: str, shown: str) -> None:
    assert simplified(written) == shown


@pytest.mark.parametrize(
    ("zh", "script"),
    [("北京", "both"), ("重庆", "simplified"), ("重慶", "traditional"), ("华為", "simplified"), ("EMQ", "both")],
)
def test_script(zh: str, script: str) -> None:
    assert script_of(zh) == script


@pytest.mark.parametrize("ch", "習习〇々\u3400\U00020bb7\uf963")
def test_is_hanzi(ch: str) -> None:
    assert is_hanzi(ch)


@pytest.mark.parametrize("ch", "가aアあ·1、")
def test_is_not_hanzi(ch: str) -> None:
    assert not is_hanzi(ch)


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_simplified_keeps_the_length(text: str) -> None:
    assert len(simplified(text)) == len(text) == len(repeated(text))
