"""Make the Japanese tables: python scripts/make/japanese.py IPADIC_DIR UNIHAN_READINGS.txt[.bz2]

Sources: mecab-ipadic (Debian package mecab-ipadic, /usr/share/mecab/dic/ipadic, Noun.*.csv in EUC-JP, NAIST/ICOT
licence) and Unihan_Readings.txt (Debian package unicode-data, Unicode licence). Writes into glossary/data:

- japanese_kanji.tsv.gz: key form of the kanji, then `reading:commonness` (9 most common to 0), learnt from
  140,000 persons, places and organizations, plus Unihan's readings;
- japanese_words.tsv.gz: whole-word readings that do not split (大和 ヤマト);
- japanese_names.tsv.gz: surnames with readings, given names, places.
"""

from __future__ import annotations

import bz2
import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from kana_split import Split, Splitter, is_kana, sound_variants

from glossary.reading.japanese_tables import key

DATA = Path(__file__).resolve().parents[2] / "glossary" / "data"
FILES = ("name", "place", "org", "proper")
Row = tuple[str, str, str, int]  # surface, kana, class, cost

ROMAJI = {
    **{c + v: k for c, kana in {
        "": "アイウエオ", "K": "カキクケコ", "S": "サ.スセソ", "T": "タ..テト", "N": "ナニヌネノ", "H": "ハヒ.ヘホ", "F": "..フ..",
        "M": "マミムメモ", "Y": "ヤ.ユ.ヨ", "R": "ラリルレロ", "W": "ワ....", "G": "ガギグゲゴ", "Z": "ザ.ズゼゾ",
        "D": "ダヂヅデド", "B": "バビブベボ", "P": "パピプペポ",
    }.items() for v, k in zip("AIUEO", kana, strict=True) if k != "."},
    "SHI": "シ", "CHI": "チ", "TSU": "ツ", "JI": "ジ", "N": "ン", "N'": "ン",
    **{c + v: k + y for c, k in {
        "KY": "キ", "SH": "シ", "CH": "チ", "NY": "ニ", "HY": "ヒ", "MY": "ミ", "RY": "リ", "GY": "ギ", "J": "ジ", "BY": "ビ",
        "PY": "ピ",
    }.items() for v, y in zip("AUO", "ャュョ", strict=True)},
}  # fmt: skip


def kana_of(romaji: str) -> str | None:
    """Unihan's romaji in katakana: SHOU -> ショウ, None for a slip of its own."""
    kana, at = "", 0
    while at < len(romaji):
        if at + 1 < len(romaji) and romaji[at] == romaji[at + 1] and romaji[at] not in "AIUEON":
            kana, at = kana + "ッ", at + 1
        for size in (3, 2, 1):
            if romaji[at : at + size] in ROMAJI:
                kana, at = kana + ROMAJI[romaji[at : at + size]], at + size
                break
        else:
            return None
    return kana


def unihan_readings(path: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """On and kun readings of every kanji, in katakana."""
    tables: dict[str, dict[str, set[str]]] = {"kJapaneseOn": defaultdict(set), "kJapaneseKun": defaultdict(set)}
    opener = bz2.open if path.suffix == ".bz2" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("U+"):
                continue
            code, _, rest = line.partition("\t")
            field, _, values = rest.strip().partition("\t")
            if field in tables:
                kana = {kana_of(value.upper()) for value in values.split()}
                tables[field][key(chr(int(code[2:], 16)))] |= {reading for reading in kana if reading}
    return tables["kJapaneseOn"], tables["kJapaneseKun"]


def is_kanji(character: str) -> bool:
    """An ideograph of the main block, the compatibility block, or a sign that stands for one."""
    return "\u4e00" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character in "々〆"


def ipadic_names(folder: Path) -> Iterator[Row]:
    """All names of ipadic that hold kanji and nothing but kanji and kana; 々 is written out, all forms folded."""
    for name in FILES:
        for line in (folder / f"Noun.{name}.csv").read_text(encoding="euc-jp").splitlines():
            field = line.split(",")
            surface = field[0]
            for at, character in enumerate(surface):
                if character == "々" and at:
                    surface = surface[:at] + surface[at - 1] + surface[at + 1 :]
            if all(is_kanji(c) or is_kana(c) for c in surface) and any(map(is_kanji, surface)):
                kind = field[7] if field[6] == "人名" else field[6]
                yield key(surface), field[11], kind, int(field[3])


def bound(splits: Iterable[Split]) -> dict[tuple[str, str], float]:
    """The largest share that one neighbour has in the uses of a reading: near 1 it belongs to a word (大和), not to a kanji."""
    before: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    after: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for split in splits:
        for at, use in enumerate(split):
            before[use][split[at - 1][0] if at else ""] += 1
            after[use][split[at + 1][0] if at + 1 < len(split) else ""] += 1
    return {use: max(_top_share(before[use]), _top_share(after[use])) for use in before}


def _top_share(neighbours: Counter[str]) -> float:
    return max((count for kanji, count in neighbours.items() if kanji), default=0) / sum(neighbours.values())


def kept_readings(counts: dict[str, Counter[str]], around: dict[tuple[str, str], float],
                  known: dict[str, set[str]]) -> dict[str, Counter[str]]:  # fmt: skip
    """The readings worth keeping: known to Unihan (with sound laws), or seen among many neighbours and not too rare."""
    kept: dict[str, Counter[str]] = {}
    for kanji, readings in counts.items():
        regular = {variant for reading in known.get(kanji, ()) for variant in sound_variants(reading)}
        total = sum(readings.values())
        floor = max(3, total * 0.0015)
        kept[kanji] = Counter({
            kana: count for kana, count in readings.items()
            if kana in regular or (count >= floor and around.get((kanji, kana), 1) <= 0.7)
        })  # fmt: skip
    return kept


def covered(surface: str, kana: str, kept: dict[str, Counter[str]], words: dict[str, set[str]]) -> bool:
    """Whether the kept readings and words spell the name."""
    reached: list[set[int]] = [{0}] + [set() for _ in surface]
    for at, character in enumerate(surface):
        for start in reached[at]:
            if is_kana(character):
                reached[at + 1].add(start + 1)
                continue
            for reading in kept.get(character, ()):
                if kana.startswith(reading, start):
                    reached[at + 1].add(start + len(reading))
            for end in range(at + 2, min(at + 4, len(surface)) + 1):
                reached[end] |= {start + len(w) for w in words.get(surface[at:end], ()) if kana.startswith(w, start)}
    return len(kana) in reached[len(surface)]


def whole_words(rows: list[Row], kept: dict[str, Counter[str]]) -> dict[str, set[str]]:
    """Names of two and three kanji that cannot be spelt by character, short ones first."""
    words: dict[str, set[str]] = defaultdict(set)
    for surface, kana, kind, _ in sorted(rows, key=lambda row: (len(row[0]), row[0], row[1])):
        short = 2 <= len(surface) <= 3 and not any(map(is_kana, surface)) and kind != "組織"
        if short and not covered(surface, kana, kept, words):
            words[surface].add(kana)
    return words


def commonness(count: int, total: int) -> int:
    """9 for half of all uses and more, one less for each halving."""
    return max(0, min(9, round(10 + math.log2(max(count, 1) / max(total, 1)))))


def write(name: str, lines: list[str]) -> None:
    """Write a gzip file that is the same bytes every time."""
    path = DATA / name
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(f"{name}: {len(lines)} lines, {path.stat().st_size} bytes")


@cache
def jis_kanji() -> frozenset[str]:
    """The keys of the 6,355 kanji of JIS X 0208: rarer ones stand in no name."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xF5) for low in range(0xA1, 0xFF))
    return frozenset(key(raw.decode("euc_jp", "ignore")) for raw in rows) - {""}


def kanji_lines(kept: dict[str, Counter[str]], known: dict[str, set[str]], on: dict[str, set[str]]) -> list[str]:
    """One line a kanji: the key, then its readings, commonest first."""
    lines = []
    wanted = kept.keys() | {kanji for kanji in known if on.get(kanji) and kanji in jis_kanji()}
    for kanji in sorted(wanted):
        counts = kept.get(kanji, Counter())
        total = sum(counts.values())
        ranked = {kana: commonness(count, total) for kana, count in counts.most_common()}
        for kana in sorted(known.get(kanji, ())):
            ranked.setdefault(kana, 2 if kanji not in kept else 0)
        if ranked:
            lines.append(f"{kanji}\t" + " ".join(f"{kana}{rank}" for kana, rank in ranked.items()))
    return lines


def name_lines(rows: list[Row]) -> list[str]:
    """Surnames with readings, given names and places: class letter, name, readings."""
    letters = {"姓": "S", "名": "G", "地域": "P"}
    table: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for surface, kana, kind, cost in rows:
        if kind in letters and 1 <= len(surface) <= 5 and not (kind == "地域" and len(surface) > 3):
            readings = table[letters[kind], surface]
            readings[kana] = min(cost, readings.get(kana, cost))
    lines = []
    for (letter, surface), readings in sorted(table.items()):
        ordered = sorted(readings, key=lambda kana: (readings[kana], kana))
        lines.append(f"{letter}{surface}" + (" " + " ".join(ordered) if letter == "S" else ""))
    return lines


def main() -> None:
    """Learn, prune, write, report the coverage."""
    folder, unihan = Path(sys.argv[1]), Path(sys.argv[2])
    on, kun = unihan_readings(unihan)
    rows = list(ipadic_names(folder))
    known: dict[str, set[str]] = defaultdict(set)
    for table in (on, kun):
        for kanji, readings in table.items():
            known[kanji] |= readings
    stems = {
        kanji: {reading[:end] for reading in readings for end in range(1, len(reading))}
        for kanji, readings in kun.items()
    }
    splitter = Splitter({kanji: readings | stems.get(kanji, set()) for kanji, readings in known.items()})
    names = sorted({(surface, kana) for surface, kana, _, _ in rows})
    splitter.learn(names, rounds=4)
    splits = [found[1] for surface, kana in names if (found := splitter.split(surface, kana))]
    kept = kept_readings(splitter.counts, bound(splits), known)
    kept = {kanji: readings for kanji, readings in kept.items() if is_kanji(kanji) and readings}
    words = whole_words(rows, kept)
    spelt = sum(covered(surface, kana, kept, words) for surface, kana in names)
    print(f"{len(names)} names, spelt {spelt / len(names):.4f}, words {len(words)}")
    write("japanese_kanji.tsv.gz", kanji_lines(kept, known, on))
    write("japanese_words.tsv.gz", [f"{word}\t{' '.join(sorted(words[word]))}" for word in sorted(words)])
    write("japanese_names.tsv.gz", name_lines(rows))


if __name__ == "__main__":
    main()
