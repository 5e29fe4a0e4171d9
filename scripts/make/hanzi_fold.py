"""Make glossary/data/hanzi_fold.tsv: every character form that stands for a simplified one.

    python scripts/make/hanzi_fold.py SHARE > glossary/data/hanzi_fold.tsv

SHARE is the folder of Debian's unpacked `unicode-data` (see unihan.py). Besides Unihan (compatibility, simplified,
z- and semantic variants, the layers of CCCII) it asks OpenCC (Apache-2.0) for Japanese and traditional forms.
One line: the simplified character, `s` if only simplified text has it, all forms that fold to it, and the forms that
both scripts keep (乾), which a key alone folds.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import opencc
from unihan import Unihan

# Forms of the Korean press and of Japan that none of the sources has.
OWN = {"靑": "青", "淸": "清", "甁": "瓶", "姸": "妍", "鄕": "乡", "硏": "研", "槪": "概", "旣": "既", "顔": "颜",
       "歩": "步", "渉": "涉", "頻": "频", "毎": "每", "凞": "熙", "滙": "汇", "匯": "汇", "彙": "汇",
       "竝": "并", "峯": "峰", "羣": "群", "煕": "熙", "曁": "暨", "幷": "并", "屛": "屏", "甞": "尝", "呑": "吞",
       "靜": "静", "桒": "桑"}  # fmt: skip


def main(share: Path) -> None:
    unihan = Unihan(share)
    table = fold_table(unihan)
    forms: dict[str, list[str]] = defaultdict(list)
    kept: dict[str, list[str]] = defaultdict(list)
    for ch, (to, both) in sorted(table.items()):
        (kept if both else forms)[to].append(ch)
    print(
        "# simplified<TAB>s: simplified only<TAB>forms<TAB>forms that a key alone folds. From Unihan (© Unicode, Inc.,"
    )
    print("# Unicode License v3) and OpenCC (Apache-2.0) by scripts/make/hanzi_fold.py")
    for to in sorted(forms.keys() | kept.keys()):
        only = "s" if simplified_only(unihan, to) else ""
        line = f"{to}\t{only}\t{''.join(forms[to])}\t{''.join(kept[to])}"
        print(line.rstrip("\t"))


def fold_table(unihan: Unihan) -> dict[str, tuple[str, bool]]:
    t2s, jp2t = opencc.OpenCC("t2s"), opencc.OpenCC("jp2t")
    standard = unihan["kTGH"].keys()
    chars = set().union(*(unihan[name].keys() for name in ("kMandarin", "kCCCII", "kCompatibilityVariant", "kHangul")))
    table = {ch: (to, ch in standard) for ch in chars if (to := step(ch, unihan, t2s, jp2t)) != ch}
    table |= {ch: (to, False) for ch, to in OWN.items()}
    layers(unihan, table)
    for ch in table:
        to, both = table[ch]
        seen = {ch}
        while to in table and to not in seen:
            seen.add(to)
            both = both or table[to][1]
            to = table[to][0]
        table[ch] = (to, both)
    return {ch: (to, both) for ch, (to, both) in table.items() if to != ch}


def step(ch: str, unihan: Unihan, t2s: opencc.OpenCC, jp2t: opencc.OpenCC) -> str:
    """The next character on the way from a form to its simplified one."""
    standard = unihan["kTGH"]
    if ch in unihan["kCompatibilityVariant"]:
        return unihan.variants("kCompatibilityVariant", ch)[0]
    if (to := t2s.convert(ch)) != ch and len(to) == 1:
        return to
    simplified = unihan.variants("kSimplifiedVariant", ch)
    if ch in standard:
        return ch
    if (to := jp2t.convert(ch)) != ch and len(to) == 1:
        return to
    if simplified:
        return simplified[0]
    for field in ("kZVariant", "kSemanticVariant"):
        for to in unihan.variants(field, ch):
            if same_sound(unihan, ch, to) and (to in standard or t2s.convert(to) in standard):
                return to
    return ch


def layers(unihan: Unihan, table: dict[str, tuple[str, bool]]) -> None:
    """CCCII and EACC number the forms of one character alike but for the layer: fold the ones still open."""
    standard = unihan["kTGH"].keys()
    for field in ("kCCCII", "kEACC"):
        groups: dict[tuple[int, str], list[str]] = defaultdict(list)
        for ch, codes in unihan[field].items():
            for code in codes.split():
                plane = int(code[:2], 16) - 0x21
                groups[plane % 6, code[2:]].append(ch)
        for group in groups.values():
            ends = [ch for ch in group if ch in standard and ch not in table]
            ends += [table[ch][0] for ch in group if ch in table and not table[ch][1]]
            for ch in group:
                if ch in standard or ch in table:
                    continue
                to = next((end for end in ends if end != ch and same_sound(unihan, ch, end)), None)
                if to:
                    table[ch] = (to, False)


def simplified_only(unihan: Unihan, ch: str) -> bool:
    """Whether only simplified text has the character: a traditional form stands against it and Taiwan lacks it (报, 电)."""
    others = set(unihan["kTraditionalVariant"].get(ch, "").split()) - {f"U+{ord(ch):04X}"}
    return bool(others) and ch not in unihan["kBigFive"] and "T" not in unihan["kUnihanCore2020"].get(ch, "")


def same_sound(unihan: Unihan, one: str, other: str) -> bool:
    sounds = unihan["kMandarin"]
    return bool(set(sounds.get(one, "-").split()) & set(sounds.get(other, "").split()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
