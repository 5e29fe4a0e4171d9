"""Slips put into clean sentences: drift, wrong hanzi, mixed readings, wrong particles, as writers make them.

Each text is clean but for one slip. The pairs come from the annotated press pairs, the sentences are made up here, and
so are the ways in which a syllable goes wrong: nothing is taken from what the program finds.
"""

from __future__ import annotations

import csv
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[2] / "glossary" / "data"
SPELLING = frozenset({"variant-spelling", "near-duplicate", "hanzi-mismatch", "reading-mix", "established-form"})
# How one syllable of a name goes wrong, as in 펑자오 / 평자오, 리텅 / 리팅, 쥔 / 진.
SLIPS = (
    ("펑", "평"), ("텅", "팅"), ("쥔", "진"), ("슝", "승"), ("중", "종"), ("룽", "롱"),
    ("둥", "동"), ("융", "용"), ("러", "르"), ("첸", "치엔"), ("젠", "지엔"), ("롄", "리엔"),
    ("톈", "티엔"), ("셴", "시엔"), ("샤", "시아"), ("줘", "주어"), ("뤄", "루어"),
    ("궈", "구어"), ("쉬", "수"), ("왕", "웡"), ("린", "링"), ("밍", "민"), ("징", "진"),
    ("싱", "신"), ("잉", "인"), ("닝", "닌"),
)  # fmt: skip
FRAMES = (
    "{a}({zh}) 대표는 어제 베이징에서 강연했다. 이어 {b} 대표가 질문에 답했다.",
    "지난주 {a}({zh})의 발표가 있었다. {b}의 발표는 내년에도 이어진다.",
    "{a}({zh}) 측은 협약을 맺었고, {b} 측은 후속 계획을 밝혔다.",
)
PAIRS_OF_SOUND = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"))


@dataclass(frozen=True, slots=True)
class Seeded:
    """A text with one slip, where it is, and the rules that may tell of it."""

    text: str
    start: int
    end: int
    slip: str
    rule: str
    rules: frozenset[str]


def seeded(count: int, data: Path, seed: int = 260) -> Iterator[Seeded]:
    """So many texts with a slip each, by turns of the four kinds."""
    chance = random.Random(seed)
    pairs = list(_pairs(data))
    makers = (_drift, _hanzi, _reading, _particle)
    made = tries = 0
    while made < count and tries < 50 * count:
        found = makers[made % len(makers)](chance, *chance.choice(pairs))
        tries += 1
        if found is not None:
            made += 1
            yield found


def _pairs(data: Path) -> Iterator[tuple[str, str, str]]:
    with (data / "data" / "press_pairs_dev.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            plain = (
                row["label"] == "name" and row["relation"] == "transliteration" and row["type"] in ("person", "place")
            )
            if plain and len(row["ko"]) > 1 and _clean(row["ko"], row["zh"]):
                yield row["ko"], row["zh"], row["type"]


def _clean(ko: str, zh: str) -> bool:
    """Whether a pair is spelled by the official table throughout: some that the press prints are slips themselves."""
    if not zh:
        return not ko
    return any(ko.startswith(sound) and _clean(ko[len(sound) :], zh[1:]) for sound in _official(zh[0]) if sound)


def _drift(chance: random.Random, ko: str, zh: str, kind: str) -> Seeded | None:
    """The second mention, in the same text, is spelled otherwise."""
    wrong = _misspelt(chance, ko)
    if wrong is None or len(ko) < 3:
        return None
    frame = "{a}({zh}) 대표는 어제 베이징에서 강연했다. {a}의 말에 이어 {b}({zh}) 대표가 질문에 답했다."
    text = frame.format(a=ko, b=wrong, zh=zh)
    start = text.index(f"{wrong}({zh})")
    return Seeded(text, start, start + len(wrong), wrong, "variant-spelling", SPELLING)


def _hanzi(chance: random.Random, ko: str, zh: str, kind: str) -> Seeded | None:
    """One hanzi is another one of the same Sino-Korean sound, as a keyboard offers it, that is read so in no way."""
    if len(zh) != len(ko) or len(zh) < 2:
        return None
    place = chance.randrange(len(zh))
    offered = [char for char in _offered(zh[place]) if _unlike_all(char, ko[place])]
    if not offered:
        return None
    wrong = zh[:place] + chance.choice(offered) + zh[place + 1 :]
    text = f"어제 {ko}({wrong}) 측이 베이징에서 강연했다."
    start = text.index(ko)
    return Seeded(text, start, start + len(ko) + len(zh) + 2, wrong, "hanzi-mismatch", frozenset({"hanzi-mismatch"}))


@cache
def _readings() -> dict[str, tuple[str, str]]:
    """Pinyin without tones and Sino-Korean sounds of each hanzi."""
    found = {}
    for row in _rows("hanzi_readings.tsv"):
        pinyin = unicodedata.normalize("NFD", row[1].split(",")[0]).replace("u\u0308", "v")
        found[row[0]] = "".join(char for char in pinyin if char.isalpha()), row[2] if len(row) > 2 else ""
    return found


@cache
def _offered(hanzi: str) -> tuple[str, ...]:
    """The common hanzi of both scripts with the same Sino-Korean sound."""
    letters = {row[0]: row[1] for row in _rows("letter_frequency.tsv")}
    common = dict.fromkeys(letters["hanzi"][:2500] + letters["traditional"][:2500])
    sound = _readings().get(hanzi, ("", ""))[1][:1]
    return tuple(char for char in common if sound and char != hanzi and _readings().get(char, ("", ""))[1][:1] == sound)


@cache
def _official(hanzi: str) -> frozenset[str]:
    """The official Hangul of a hanzi's readings."""
    return frozenset(filter(None, (_table().get(sound, "") for sound in _pinyin().get(hanzi, ()))))


@cache
def _table() -> dict[str, str]:
    return {row[0].replace("ü", "v"): row[1] for row in _rows("pinyin_hangul.tsv")}


@cache
def _pinyin() -> dict[str, tuple[str, ...]]:
    """Every reading of each hanzi without tones."""
    found = {}
    for row in _rows("hanzi_readings.tsv"):
        plain = (unicodedata.normalize("NFD", one).replace("u\u0308", "v") for one in row[1].split(","))
        found[row[0]] = tuple("".join(char for char in one if char.isalpha()) for one in plain)
    return found


def _unlike_all(hanzi: str, written: str) -> bool:
    """Whether no reading of a hanzi, Mandarin or Sino-Korean, is anything like a syllable."""
    official = _official(hanzi)
    return bool(official) and written not in _readings()[hanzi][1] and all(_unlike(one, written) for one in official)


def _unlike(official: str, written: str) -> bool:
    """Whether two syllables differ in onset and in vowel, by Unicode arithmetic."""
    if not official:
        return False
    one, other = ord(official[0]) - 44032, ord(written) - 44032
    return one // 588 != other // 588 and one % 588 // 28 != other % 588 // 28


@cache
def _rows(name: str) -> list[list[str]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]


PLACES = (
    ("베이징", "북경"), ("칭다오", "청도"), ("다롄", "대련"), ("창춘", "장춘"),
    ("선양", "심양"), ("옌지", "연길"), ("톈진", "천진"), ("하이난", "해남"), ("난징", "남경"),
    ("충칭", "중경"), ("항저우", "항주"), ("상하이", "상해"), ("옌타이", "연태"),
)  # fmt: skip
PLACE_FRAMES = (
    "중국 {a}에서 열린 박람회에 국내 기업 열두 곳이 참가했다. 이들은 {b} 지사를 거쳐 {a} 공항으로 귀국했다.",
    "무역협회는 {a} 사무소를 넓히고 현지 직원을 더 뽑는다. {b} 사무소는 2010년에 문을 열었다.",
    "대표단은 {a}를 떠나 홍콩으로 갔다. {b} 방문은 사흘 동안 이어졌다.",
)


def _reading(chance: random.Random, ko: str, zh: str, kind: str) -> Seeded:
    """One place is called by its Sino-Korean sound after its Mandarin one."""
    mandarin, sino = chance.choice(PLACES)
    text = chance.choice(PLACE_FRAMES).format(a=mandarin, b=sino)
    if "를 떠나" in text and (ord(mandarin[-1]) - 44032) % 28:
        text = text.replace("를 떠나", "을 떠나")
    start = text.index(sino)
    return Seeded(text, start, start + len(sino), sino, "reading-mix", frozenset({"reading-mix", "variant-spelling"}))


def _particle(chance: random.Random, ko: str, zh: str, kind: str) -> Seeded:
    """The other shape of a particle behind the bracket."""
    pair = chance.choice(PAIRS_OF_SOUND)
    closed = (ord(ko[-1]) - 44032) % 28 != 0
    wrong = pair[1] if closed else pair[0]
    head = f"어제 {ko}({zh})"
    text = f"{head}{wrong} 다룬 기사가 베이징 신문에 실렸다."
    return Seeded(text, len(head), len(head) + 1, wrong, "particle", frozenset({"particle"}))


def _misspelt(chance: random.Random, ko: str) -> str | None:
    ways = [ko.replace(right, wrong, 1) for right, wrong in SLIPS if right in ko]
    return chance.choice(ways) if ways else None
