"""Is a Korean word written in hanja a common word (시적 詩的) or a proper name (이순신 李舜臣)?

The lexicon holds 240,000 words with what two analysers took them for; endings and person shapes tell of words it lacks.
"""

from __future__ import annotations

import gzip
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from glossary.model import Evidence
from glossary.text.hanzi import fold
from glossary.text.tables import rows

LexicalKind = Literal["name", "term"]

_DATA = Path(__file__).parent.parent / "data"
_LETTERS = "abcdefghijklmnopqrst"  # 4 * kiwipiepy + jieba, see scripts/make/lexicon.py
_KIWI = ("", "kiwi-common", "kiwi-proper", "kiwi-guessed", "kiwi-compound")
_JIEBA = ("", "jieba-common", "jieba-person", "jieba-place")


class Entry(NamedTuple):
    """What was seen of one word when the lexicon was made."""

    kiwi: str  # what kiwipiepy took the Hangul for, "" for nothing
    jieba: str  # what jieba's dictionary has the hanzi for
    shared: bool  # the Hangul word has further hanja forms


def is_word(ko: str, zh: str) -> bool:
    """Tell whether the dictionary has this Korean word with these hanja, in whatever script.

    >>> is_word("도항", "渡航"), is_word("시적", "诗的"), is_word("화웨이", "華爲")
    (True, True, False)
    """
    return entry(ko, zh) is not None


@lru_cache(maxsize=32_768)
def in_dictionary(ko: str) -> bool:
    """Tell whether the dictionary has this Korean word of hanja stock, whatever its hanja.

    >>> in_dictionary("궁전"), in_dictionary("텐센트")
    (True, False)
    """
    return bool(_forms(_text(), ko))


def hanja_forms(ko: str) -> int:
    """How many hanja words the dictionary has for this Hangul.

    >>> hanja_forms("둔황"), hanja_forms("텐센트")
    (1, 0)
    """
    return sum(letter in _LETTERS for letter in _forms(_text(), ko))


def lexical_kind(ko: str, zh: str) -> LexicalKind | None:
    """Tell a proper name from a common word, None where nothing decides.

    >>> lexical_kind("도항", "渡航"), lexical_kind("이순신", "李舜臣"), lexical_kind("임진왜란", "壬辰倭亂")
    ('term', 'name', 'name')
    """
    score = lexical_score(ko, zh)
    if score >= _weights()["decide"]["name"]:
        return "name"
    return "term" if score <= _weights()["decide"]["term"] else None


def lexical_score(ko: str, zh: str) -> float:
    """Return the sum of the evidence: above zero a proper name, below zero a common word, zero for neither.

    >>> lexical_score("시적", "詩的") < 0 < lexical_score("한산도", "閑山島")
    True
    """
    return round(sum(item.value for item in lexical_evidence(ko, zh)), 3)


def lexical_evidence(ko: str, zh: str) -> tuple[Evidence, ...]:
    """Return each thing that speaks for a name (positive) or a common word (negative).

    >>> [item.feature for item in lexical_evidence("도화원기학", "桃花源記學")]
    ['ending']
    """
    ko, keys = "".join(ko.split()), fold(zh)
    found = entry(ko, keys)
    seen = () if found is None else _seen(found)
    return (*seen, *_beginning(ko, keys), *_ending(ko, keys), *_person(ko, keys))


def entry(ko: str, zh: str) -> Entry | None:
    """Look one word up, by its Hangul and its folded hanja.

    >>> entry("도항", "渡航")
    Entry(kiwi='kiwi-compound', jieba='', shared=True)
    """
    text = _text()
    forms = _forms(text, "".join(ko.split()))
    keys = fold(zh)
    at = forms.find(keys) if keys else -1
    while at >= 0:
        end = at + len(keys)
        if end < len(forms) and (at == 0 or forms[at - 1] in _LETTERS) and forms[end] in _LETTERS:
            kiwi, jieba = divmod(_LETTERS.index(forms[end]), 4)
            return Entry(_KIWI[kiwi], _JIEBA[jieba], shared=len(forms) > len(keys) + 1)
        at = forms.find(keys, at + 1)
    return None


def _forms(text: str, ko: str) -> str:
    """The hanja forms of a Hangul word, by bisection over the sorted lines."""
    low, high = 0, len(text)
    while low < high:
        middle = text.rfind("\n", low, (low + high) // 2 + 1)
        start = middle + 1 if middle >= 0 else low
        end = text.find("\n", start)
        if end < 0:
            return ""
        word, _, forms = text[start:end].partition("\t")
        if word == ko:
            return forms
        if word < ko:
            low = end + 1
        else:
            high = start - 1
    return ""


@cache
def _text() -> str:
    return gzip.decompress((_DATA / "lexicon.txt.gz").read_bytes()).decode().lstrip("\n")


def _seen(found: Entry) -> tuple[Evidence, ...]:
    weight = _weights()["seen"]
    items = [Evidence("listed", weight["listed"])]
    if found.kiwi:
        part = weight["shared"] if found.shared else 1.0
        items.append(Evidence(found.kiwi, round(weight[found.kiwi] * part, 3)))
    if found.jieba:
        items.append(Evidence(found.jieba, weight[found.jieba]))
    return tuple(items)


def _beginning(ko: str, keys: str) -> tuple[Evidence, ...]:
    found = _beginnings().get((keys[:1], ko[:1])) if 3 <= len(keys) == len(ko) else None
    return () if found is None else (Evidence("beginning", found, f"{ko[:1]}({keys[:1]})"),)


def _ending(ko: str, keys: str) -> tuple[Evidence, ...]:
    for size in range(min(4, len(keys) - 1), 0, -1):
        found = _endings().get((keys[-size:], ko[-size:]))
        if found is not None and len(keys) == len(ko):
            return (Evidence("ending", found, f"{ko[-size:]}({keys[-size:]})"),)
    return ()


def _person(ko: str, keys: str) -> tuple[Evidence, ...]:
    """A surname and a given name of one or two characters, weighed by how often these stand in given names."""
    if len(ko) != len(keys):
        return ()
    for size in (2, 1):
        given = keys[size:]
        if (keys[:size], ko[:size]) in _surnames() and 1 <= len(given) <= 2:
            shape = _weights()["shape"]
            odds = sum(_given().get(hanja, 0) for hanja in given) / len(given)
            base = shape["person" if len(given) == 2 else "person-short"]
            value = round(base + shape["given"] * odds, 3)
            return (Evidence("person", value, f"{ko[:size]}({keys[:size]})"),) if value > 0 else ()
    return ()


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads((_DATA / "lexicon_weights.toml").read_text(encoding="utf-8"))


@cache
def _endings() -> dict[tuple[str, str], float]:
    sign = {"name": 1.0, "term": -1.0}
    return {(fold(zh), ko): sign[kind] * float(weight) for kind, zh, ko, weight, *_ in rows("lexicon_endings.tsv")}


@cache
def _beginnings() -> dict[tuple[str, str], float]:
    return {(fold(zh), ko): -float(weight) for zh, ko, weight, *_ in rows("lexicon_beginnings.tsv")}


@cache
def _surnames() -> frozenset[tuple[str, str]]:
    return frozenset((fold(zh), ko) for zh, ko in rows("korean_surnames.tsv"))


@cache
def _given() -> dict[str, int]:
    return {hanja: int(odds) for odds, every in rows("given_hanja.tsv") for hanja in every}
