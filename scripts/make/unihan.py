"""Reading Unicode's Unihan database for the table makers beside this file.

The folder is the `share` folder of Debian's packages `unicode-data` and `libhangul-data`, unpacked:
`unicode/Unihan_*.txt.bz2` (Unicode licence) and `libhangul/hanja/hanja.txt` (BSD-3-Clause).
"""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from pathlib import Path

FILES = ("Variants", "Readings", "OtherMappings", "IRGSources", "DictionaryLikeData")
FIELDS = {
    "kSimplifiedVariant", "kTraditionalVariant", "kSemanticVariant", "kZVariant", "kSpecializedSemanticVariant",
    "kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983", "kHanyuPinyin", "kHangul", "kKoreanName",
    "kTGH", "kCCCII", "kEACC", "kBigFive", "kCompatibilityVariant", "kJoyoKanji", "kUnihanCore2020",
}  # fmt: skip


class Unihan:
    """The fields of Unihan that the tables need: `unihan["kMandarin"]["行"] == "xíng"`."""

    def __init__(self, share: Path) -> None:
        self._fields: dict[str, dict[str, str]] = {name: {} for name in FIELDS}
        for file in FILES:
            text = bz2.decompress((share / "unicode" / f"Unihan_{file}.txt.bz2").read_bytes()).decode("utf-8")
            for line in text.split("\n"):
                if line.startswith("U+"):
                    code, name, value = line.split("\t")
                    if name in FIELDS:
                        self._fields[name][chr(int(code[2:], 16))] = value

    def __getitem__(self, name: str) -> dict[str, str]:
        return self._fields[name]

    def variants(self, name: str, ch: str) -> list[str]:
        """Return the characters that a variant field points to, `ch` itself left out."""
        codes = (item.split("<")[0] for item in self[name].get(ch, "").split())
        return [to for code in codes if (to := chr(int(code[2:], 16))) != ch]


def hanja_words(share: Path) -> Iterator[tuple[str, str]]:
    """Yield (hangul, hanja) of libhangul's dictionary, single characters and words."""
    path = share / "libhangul" / "hanja" / "hanja.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            hangul, hanja, _ = line.split(":", 2)
            yield hangul, hanja
