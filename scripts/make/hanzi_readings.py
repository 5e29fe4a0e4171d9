"""Make glossary/data/hanzi_readings.tsv: Mandarin and Sino-Korean readings of every character.

    python scripts/make/hanzi_readings.py SHARE > glossary/data/hanzi_readings.tsv

SHARE is the folder of Debian's unpacked `unicode-data` and `libhangul-data` (see unihan.py). One line: the character,
a tab, its Mandarin readings with tones (commonest first, commas between), a tab, its Sino-Korean syllables without
the initial-sound law (commonest first by libhangul's words, nothing between).
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from unihan import Unihan, hanja_words

OWN = {"〇": (["líng"], ["령"]), "𠮷": (["jí"], ["길"])}  # Unihan has no reading
Y_VOWELS = {2, 3, 6, 7, 12, 17, 20}  # ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ


def main(share: Path) -> None:
    unihan = Unihan(share)
    sounds = sino_table(unihan, share)
    print("# character<TAB>Mandarin<TAB>Sino-Korean. From Unihan (© Unicode, Inc., Unicode License v3) and libhangul")
    print("# (© Choe Hwanjin, BSD-3-Clause) by scripts/make/hanzi_readings.py")
    for ch in sorted(unihan["kMandarin"].keys() | sounds.keys()):
        readings = mandarin(unihan, ch)
        if ch not in OWN and (readings or ch in sounds):
            print(f"{ch}\t{','.join(readings)}\t{''.join(sounds.get(ch, []))}")

    for ch, (readings, syllables) in OWN.items():
        print(f"{ch}\t{','.join(readings)}\t{''.join(syllables)}")


def mandarin(unihan: Unihan, ch: str) -> list[str]:
    """Readings of modern dictionaries by frequency; older ones only where there is no other."""
    common = [item.split("(")[0] for item in unihan["kHanyuPinlu"].get(ch, "").split()]
    modern = listed(unihan["kTGHZ2013"].get(ch, ""))
    xinhua = listed(unihan["kXHC1983"].get(ch, ""))
    first = unihan["kMandarin"].get(ch, "").split()
    known = set(modern or xinhua or first)
    ranked = [r for r in common + first + modern + xinhua if r in known]
    ranked += [r for r in first[:1] + modern + xinhua if r not in ranked]
    ranked += [] if modern or xinhua else listed(unihan["kHanyuPinyin"].get(ch, ""))
    full = {plain(r) for r in ranked if plain(r) != r}
    return list(dict.fromkeys(unicodedata.normalize("NFC", r) for r in ranked if not (plain(r) == r and r in full)))


def listed(value: str) -> list[str]:
    """'10056.100:qián,gān 1.2:x' -> ['qián', 'gān', 'x'], whichever side of the colon is the reading."""
    return [r for item in value.split() for r in item.split(":")[1].split(",")]


def plain(reading: str) -> str:
    marks = "".join(c for c in unicodedata.normalize("NFD", reading) if c not in "\u0300\u0301\u0304\u030c")
    return unicodedata.normalize("NFC", marks)


def sino_table(unihan: Unihan, share: Path) -> dict[str, list[str]]:
    """Sino-Korean syllables of every character that has some, simplified ones through their traditional forms."""
    candidates: dict[str, list[str]] = defaultdict(list)
    for ch, value in unihan["kHangul"].items():
        candidates[ch] += [item.split(":")[0] for item in value.split()]
    counts: Counter[tuple[str, str]] = Counter()
    words = list(hanja_words(share))
    for hangul, hanja in words:
        if len(hanja) == 1 and len(hangul) == 1 and "가" <= hangul <= "힣":
            candidates[hanja].append(hangul)
    base = {ch: without_law(list(dict.fromkeys(found))) for ch, found in candidates.items()}
    for hangul, hanja in words:
        if len(hanja) == len(hangul) > 1:
            for position, (sound, ch) in enumerate(zip(hangul, hanja, strict=True)):
                for reading in base.get(ch, ()):
                    if sound == reading or (position == 0 and sound == law(reading)):
                        counts[ch, reading] += 1
    table = {ch: sorted(found, key=lambda r: -counts[ch, r]) for ch, found in base.items()}
    for ch in unihan["kMandarin"]:
        if sources := through(unihan, ch, table):
            weight = {r: sum(counts[s, r] for s in sources) for s in sources for r in table[s]}
            own = table.get(ch, [])
            table[ch] = sorted(weight, key=lambda r: (-weight[r], r not in own))
    return table


def through(unihan: Unihan, ch: str, table: dict[str, list[str]]) -> list[str]:
    """The forms a character's Sino-Korean is read from: itself and its traditional forms, else any variant."""
    trads = [t for t in unihan.variants("kTraditionalVariant", ch) if t in table]
    own = [ch] if ch in table else []
    if trads or own:
        return own + trads
    fields = ("kCompatibilityVariant", "kZVariant", "kSemanticVariant", "kSimplifiedVariant")
    return [v for field in fields for v in unihan.variants(field, ch) if v in table][:1]


def without_law(readings: list[str]) -> list[str]:
    """Leave out forms that the initial-sound law made of another reading: 녀 여 -> 녀."""
    made = {law(r) for r in readings if law(r) != r}
    return [r for r in readings if r not in made]


def law(syllable: str) -> str:
    """The initial-sound law on one syllable: 녀 -> 여, 례 -> 예, 락 -> 낙."""
    code = ord(syllable) - 0xAC00
    initial, vowel, final = code // 588, code % 588 // 28, code % 28
    if initial == 5:
        initial = 11 if vowel in Y_VOWELS else 2
    elif initial == 2 and vowel in Y_VOWELS:
        initial = 11
    return chr(0xAC00 + initial * 588 + vowel * 28 + final)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
