"""The forms in which names are compared: what a query and a stored form have in common however they are typed."""

from __future__ import annotations

import unicodedata

from glossary.text.hanzi import fold


def hanzi_key(zh: str) -> str:
    """The key under which a hanzi name is one, whatever script, case and spacing it is written in.

    >>> hanzi_key("禾賽科技") == hanzi_key("禾赛 科技")
    True
    """
    return fold(zh).casefold()


def pinyin_key(text: str) -> str:
    """Pinyin as typed: no tones, by mark or by number, no spaces, ü as v.

    >>> pinyin_key("Hé sài kē jì"), pinyin_key("he2sai4 ke1ji4"), pinyin_key("lǚ")
    ('hesaikeji', 'hesaikeji', 'lv')
    """
    apart = unicodedata.normalize("NFD", text.casefold()).replace("u\u0308", "v").replace("u:", "v")
    return "".join(char for char in apart if char.isascii() and char.isalpha())


def latin_key(text: str) -> str:
    """An English name without case, spaces and punctuation.

    >>> latin_key("Hesai Technology Co., Ltd.")
    'hesaitechnologycoltd'
    """
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
