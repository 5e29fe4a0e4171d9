"""Split the kana of Japanese names over their kanji by expectation maximisation (hard EM, Viterbi splits)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

Split = tuple[tuple[str, str], ...]  # (character, its kana)

NEVER_FIRST = set("ンッーァィゥェォャュョヮ")
LONGEST = 6
SMOOTHING = 3.0
UNSEEN = 1e-5  # prior of a reading that neither Unihan nor a sound law knows
KANA_AS_KANA = {"ヶ": "ガケカ", "ケ": "ガケカ", "ヵ": "カガ", "ツ": "ツッ"}

VOICED = str.maketrans("カキクケコサシスセソタチツテトハヒフヘホ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ")
HALF_VOICED = str.maketrans("ハヒフヘホ", "パピプペポ")


def sound_variants(kana: str) -> set[str]:
    """Rendaku, half-voicing and gemination of one reading: コク -> ゴク, コッ."""
    heads = {kana, kana[0].translate(VOICED) + kana[1:], kana[0].translate(HALF_VOICED) + kana[1:]}
    heads |= {head.replace("ヂ", "ジ", 1).replace("ヅ", "ズ", 1) for head in heads}
    geminate = {head[:-1] + "ッ" for head in heads if len(head) > 1 and head[-1] in "クツチキ"}
    return heads | geminate


def is_kana(character: str) -> bool:
    """Hiragana or katakana, the small ones too."""
    return "ぁ" <= character <= "ゖ" or "ァ" <= character <= "ヺ" or character == "ー"


def to_katakana(text: str) -> str:
    """Hiragana to katakana, all else as it is."""
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


class Splitter:
    """Learns how often each kanji is read how, from names whose split is not known."""

    def __init__(self, known: dict[str, set[str]]) -> None:
        self.prior = {kanji: self._prior(readings) for kanji, readings in known.items()}
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.totals: dict[str, float] = defaultdict(float)

    @staticmethod
    def _prior(readings: set[str]) -> dict[str, float]:
        weights = {variant: 0.2 for reading in readings if reading for variant in sound_variants(reading)}
        weights.update({reading: 1.0 for reading in readings if reading})
        total = sum(weights.values())
        return {reading: weight / total for reading, weight in weights.items()}

    def cost(self, character: str, kana: str) -> float:
        """Minus the logarithm of the chance that the character is read so here."""
        if is_kana(character):
            fits = kana in KANA_AS_KANA.get(character, "") or kana == to_katakana(character)
            return 0.0 if fits else math.inf
        prior = self.prior.get(character, {}).get(kana, 0.0) + UNSEEN * 0.3 ** abs(len(kana) - 2)
        chance = (self.counts[character][kana] + SMOOTHING * prior) / (self.totals[character] + SMOOTHING)
        return -math.log(chance)

    def split(self, surface: str, kana: str) -> tuple[float, Split] | None:
        """The cheapest split of the kana over the characters, None if there is none."""
        best: list[dict[int, tuple[float, Split]]] = [{0: (0.0, ())}]
        for done, character in enumerate(surface, 1):
            row: dict[int, tuple[float, Split]] = {}
            left = len(surface) - done
            for start, (cost, path) in best[-1].items():
                for end in range(start + 1, min(start + LONGEST, len(kana) - left) + 1):
                    if (end < len(kana) and kana[end] in NEVER_FIRST) or (left == 0 and end != len(kana)):
                        continue
                    total = cost + self.cost(character, kana[start:end])
                    if total < math.inf and (end not in row or total < row[end][0]):
                        row[end] = (total, (*path, (character, kana[start:end])))
            best.append(row)
        return best[-1].get(len(kana))

    def learn(self, names: list[tuple[str, str]], rounds: int) -> None:
        """Split all names and count, again and again."""
        for _ in range(rounds):
            counts: dict[str, Counter[str]] = defaultdict(Counter)
            for surface, kana in names:
                found = self.split(surface, kana)
                for character, reading in found[1] if found else ():
                    counts[character][reading] += 1
            self.counts = counts
            self.totals = defaultdict(float, {c: float(sum(readings.values())) for c, readings in counts.items()})
