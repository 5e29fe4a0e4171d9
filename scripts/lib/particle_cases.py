"""Sentences with a name to replace and what they should become: an oracle that shares no code with the program.

The oracle decides by Unicode arithmetic on the last syllable and by pairs written down here by hand.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

# after a consonant, after a vowel, after ㄹ
PAIRS = (
    ("은", "는", "은"), ("이", "가", "이"), ("을", "를", "을"), ("과", "와", "과"), ("으로", "로", "로"),
    ("아", "야", "아"), ("이나", "나", "이나"), ("이랑", "랑", "이랑"), ("이여", "여", "이여"),
    ("이라고", "라고", "이라고"), ("이라는", "라는", "이라는"), ("이란", "란", "이란"), ("이었다", "였다", "이었다"),
    ("이다", "다", "이다"), ("이며", "며", "이며"), ("이든", "든", "이든"), ("으로서", "로서", "로서"),
    ("으로부터", "로부터", "로부터"), ("과의", "와의", "과의"), ("이지만", "지만", "이지만"),
    ("이었던", "였던", "이었던"),
)  # fmt: skip
BRACKETS = ("", "(北京)", "（北京）", "[北京]", "(北京, Beijing)", "(北京·베이징)", "(北京(京))")
FRAMES = ("어제 {} 만났다.", "{} 전했다", "‘회의’에서 {}, 그리고", "그것은 {}.")
STEMS = "펑자오리텅광저우선전베이징허사이커지톈진쑤저우항"


def sound(syllable: str) -> int:
    """0 for a consonant at the end, 1 for a vowel, 2 for ㄹ."""
    final = (ord(syllable) - 44032) % 28
    return 1 if final == 0 else 2 if final == 8 else 0


def cases(count: int, seed: int = 260) -> Iterator[tuple[str, int, str, str, str]]:
    """Text, offset, old name, new name, text as it should be; every final consonant comes in both names."""
    chance = random.Random(seed)
    for number in range(count):
        old, new = _name(chance, number % 28), _name(chance, number // 28 % 28)
        pair = PAIRS[number % len(PAIRS)]
        bracket = BRACKETS[chance.randrange(len(BRACKETS))]
        frame = FRAMES[chance.randrange(len(FRAMES))]
        before, after = (frame.format(f"{name}{bracket}{pair[sound(name[-1])]}") for name in (old, new))
        if sound(old[-1]) == sound(new[-1]):
            after = before.replace(old, new, 1)
        yield before, frame.index("{"), old, new, after


def _name(chance: random.Random, final: int) -> str:
    """A name of two to four syllables that ends in a given final consonant."""
    head = "".join(chance.choice(STEMS) for _ in range(chance.randrange(1, 4)))
    return head + chr(44032 + chance.randrange(19 * 21) * 28 + final)
