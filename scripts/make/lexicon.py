"""Make the Korean lexicon: python scripts/make/lexicon.py HANJA_TXT

HANJA_TXT is libhangul's hanja.txt (Debian package libhangul-data, /usr/share/libhangul/hanja/hanja.txt, BSD-3).
Writes glossary/data/lexicon.txt.gz, one line a Hangul word in code-point order: the word, a tab, then each hanja form
(folded) followed by one lower-case letter that holds what was seen when the table was made:

- what kiwipiepy takes the Hangul word for in carrier sentences (KIWI below, by majority);
- how jieba's dictionary (MIT) tags the hanzi (JIEBA below); the dictionary's own 지명 is a place.

The letter is "abcdefghijklmnopqrst"[4 * kiwi + jieba]. It takes five minutes and 500 MB.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter, defaultdict
from pathlib import Path

import jieba
from kiwipiepy import Kiwi, Token

from glossary.text.hanzi import fold

DATA = Path(__file__).resolve().parents[2] / "glossary" / "data"
CARRIERS = ("사람들은 {}에 대해 말했다.", "그것은 {}도 마찬가지이다.")
FIRST_ID = 64  # kiwipiepy gives words that its dictionary lacks the small number of their part of speech
KIWI = ("nothing", "common", "proper", "guessed", "compound")  # guessed: proper, but not in kiwipiepy's dictionary
JIEBA = ("nothing", "common", "person", "place")  # person: nr nrt; place: ns nt nz, which are less sure
LETTERS = "abcdefghijklmnopqrst"
JIEBA_TAGS = {"nr": 2, "nrt": 2, "ns": 3, "nt": 3, "nz": 3}


def entries(path: Path) -> dict[str, dict[str, bool]]:
    """Words of two to eight syllables, wholly in hanja: Hangul, folded hanja, whether the gloss says 지명."""
    words: dict[str, dict[str, bool]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        ko, _, rest = line.partition(":")
        zh, _, gloss = rest.partition(":")
        whole = (
            2 <= len(ko) == len(zh) <= 8
            and all("가" <= c <= "힣" for c in ko)
            and not any("가" <= c <= "힣" for c in zh)
        )
        if whole and not line.startswith("#"):
            key = fold(zh)
            words[ko][key] = words[ko].get(key, False) or gloss == "지명"
    return words


def jieba_tags() -> dict[str, int]:
    """What jieba's dictionary takes each folded word for."""
    tags: dict[str, int] = {}
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split(" ")
        tags[fold(word)] = JIEBA_TAGS.get(tag, 1)
    return tags


def kiwi_tags(words: list[str]) -> dict[str, int]:
    """What kiwipiepy takes each word for, by majority of the carriers."""
    kiwi = Kiwi(num_workers=1)
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    for carrier in CARRIERS:
        at = carrier.index("{")
        for start in range(0, len(words), 20000):
            batch = words[start : start + 20000]
            for word, tokens in zip(batch, kiwi.tokenize([carrier.format(word) for word in batch]), strict=True):
                inside = [token for token in tokens if token.end > at and token.start < at + len(word)]
                seen[word][taken_for(inside, at, len(word))] += 1
    return {word: tags.most_common(1)[0][0] for word, tags in seen.items()}


def taken_for(tokens: list[Token], at: int, length: int) -> int:
    """The index in KIWI of what the tokens make of a word at this place."""
    if not tokens or tokens[0].start != at or tokens[-1].end != at + length:
        return 0
    if len(tokens) == 1:
        known = tokens[0].id >= FIRST_ID
        return {"NNP": 2 if known else 3, "NNG": 1 if known else 0}.get(tokens[0].tag, 0)
    return 4 if all(token.tag in {"NNG", "XSN", "XPN", "XR"} for token in tokens) else 0


def main() -> None:
    """Tag, write, report."""
    words = entries(Path(sys.argv[1]))
    jieba_tag, kiwi_tag = jieba_tags(), kiwi_tags(sorted(words))
    lines = []
    for ko in sorted(words):
        marked = []
        for zh, place in sorted(words[ko].items()):
            letter = LETTERS[4 * kiwi_tag.get(ko, 0) + (3 if place else jieba_tag.get(zh, 0))]
            marked.append(zh + letter)
        lines.append(f"{ko}\t{''.join(marked)}")
    path = DATA / "lexicon.txt.gz"
    path.write_bytes(gzip.compress(("\n" + "\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(f"{len(lines)} Hangul words, {sum(map(len, words.values()))} hanja words, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
