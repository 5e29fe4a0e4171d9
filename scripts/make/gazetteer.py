"""Make glossary/data/gazetteer.tsv.gz: the Korean forms of Chinese names that every reader of the news knows.

A row is form, folded hanzi, type, rank, the divisions that it lies in. Ranks: province, prefecture, county, feature,
news (person, company, medium or place that the press names without hanzi), known (less often named), history; with a minus where the form is the
Sino-Korean reading of a name that the press mostly writes by its Mandarin sound. `word` tells what kiwipiepy takes the
form for by itself: frequent or rare for a Korean word that is no proper name. `fame` tells how well a place is known: 9
for those of large_cities.tsv, else the digits of what jieba's dictionary has counted of its hanzi. From the tables beside it.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jieba
from kiwipiepy import Kiwi

from glossary.reading.transliterate import transliterate
from glossary.text.hanzi import fold
from glossary.text.tables import cell_list, records, rows

UNKNOWN = 4  # ids below stand for words that kiwipiepy guesses
FREQUENT = -11.5  # log probability of 소주 and 신랑, above 안휘 and 지안
DATA = Path(__file__).parents[2] / "glossary" / "data"
SUFFIXES = (
    "성",
    "시",
    "현",
    "구",
    "지구",
    "자치구",
    "자치주",
    "자치현",
    "기",
    "주",
    "맹",
    "특별행정구",
    "진",
    "향",
    "임구",
)
LARGE = 9  # fame of a city that needs no explaining
NOT_CHINESE = ("中国", "马克思", "列宁", "斯大林", "迈克尔杰克逊")
PERSONS = ("Chinese public figure",)
THINGS = ("place", "organization", "media", "product")
GROUPS = (
    "company whose name",
    "sight",
    "mountain, pass",
    "river, lake or sea of China",
    "Chinese paper",
    "Chinese product",
)
Row = tuple[str, str, str, str, str]


def main() -> None:
    """Write the table, one row for each form and hanzi, the first that names it."""
    found: dict[tuple[str, str], Row] = {}
    for row in (*_places(), *_features(), *_news(), *_customary(), *_known()):
        if len(row[0].replace(" ", "")) > 1 and row[1] not in NOT_CHINESE:
            known = found.setdefault((row[0], row[1]), row)
            if row[3] == "news" and known[3].startswith("county"):  # a county of which the news speaks
                found[row[0], row[1]] = (*known[:3], "news", known[4])
    korean = Kiwi(num_workers=1)
    seen = _seen()
    lines = ["form\tzh\ttype\trank\twithin\tword\tfame"]
    lines += ["\t".join((*row, _word(row, korean), _fame(row, seen))) for row in sorted(found.values())]
    data = "\n".join(lines) + "\n"
    (DATA / "gazetteer.tsv.gz").write_bytes(gzip.compress(data.encode(), 9, mtime=0))
    print(f"{len(found)} forms")


def _word(row: Row, korean: Kiwi) -> str:
    """Whether a short form is a Korean word, inflected ones too (해서, 보러), by the dictionary of kiwipiepy."""
    form, county = row[0], row[3].startswith("county")
    tokens = korean.tokenize(form)
    if form.isascii() or len(form) > 3 or any(token.id < UNKNOWN or token.tag == "NNP" for token in tokens):
        return ""
    score = sum(token.score for token in tokens)
    if len(tokens) > 1:
        verb = tokens[0].tag[0] == "V" and tokens[-1].tag[0] == "E"
        return ("frequent" if score > FREQUENT else "rare" if county else "") if verb else ""
    return "frequent" if score > FREQUENT else "rare"


def _seen() -> Counter[str]:
    """How often jieba's dictionary has counted each word."""
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    found: Counter[str] = Counter()
    for word, count, *_ in map(str.split, lines):
        found[fold(word)] += int(count)
    return found


def _fame(row: Row, seen: Counter[str]) -> str:
    if row[2] != "place":
        return ""
    return str(LARGE if row[1] in _large() and row[3].startswith("pref") else len(str(seen[row[1]] or "")))


@cache
def _large() -> frozenset[str]:
    return frozenset(fold(zh) for row in records("large_cities.tsv") for zh in row["zh"].split())


def _places() -> Iterator[Row]:
    for row in records("china_places.tsv"):
        forms = [row["ko"], *cell_list(row["more"])]
        if row["level"] == "county" and row["stem"] and row["zh"][len(row["stem"]) :] in ("市", "县"):
            forms.append(row["ko"][:-1])  # 투먼 of 투먼시, where the list keeps 图们市 whole
        sino = {transliterate(zh, type="place").sino_korean for zh in (row["zh"], row["stem"])}
        if row["level"] != "county":
            forms += sorted(sino)
        for form in _stems(list(dict.fromkeys(forms))):
            mark = "-" if form in sino and form != forms[0] else ""
            yield form, fold(row["stem"] or row["zh"]), "place", row["level"] + mark, row["within"]


def _stems(forms: list[str]) -> list[str]:
    """The forms without those that are another one with 성, 시, 현 behind it."""
    return [
        form
        for form in forms
        if not any(form.startswith(other) and form[len(other) :] in SUFFIXES for other in forms if other != form)
    ]


def _features() -> Iterator[Row]:
    for row in records("china_features.tsv"):
        if row["level"] != "country":
            for form in (row["ko"], *cell_list(row["more"])):
                yield form, fold(row["zh"]), "place", "feature", row["within"]


def _news() -> Iterator[Row]:
    for row in records("news_names.tsv"):
        forms = cell_list(row["ko"]) or (transliterate(row["zh"]).official,)
        for form in forms:
            yield form, fold(row["zh"]), row["type"], "news", ""


def _customary() -> Iterator[Row]:
    for zh, forms, kind, reason in rows("customary.tsv"):
        if kind in ("place", "modern", "star", "history"):
            rank = "history" if kind == "history" else "feature" if kind == "place" else "news"
            type_ = "place" if kind == "place" else "person"
            if kind == "history" and "person" not in reason:
                continue
            old = kind == "place" and reason.startswith("old capital")
            if kind == "place" and not old and any(zh.startswith(row["zh"]) for row in records("china_places.tsv")):
                continue
            rank = "history" if old else rank
            for form in (*forms.split("/"), *((transliterate(zh).official,) if kind in ("modern", "star") else ())):
                yield form, fold(zh), type_, rank, ""


def _known() -> Iterator[Row]:
    for row in records("known_names.tsv"):
        if row["type"] in THINGS and row["what"].startswith(GROUPS) and len(row["zh"]) > 1:
            official = transliterate(row["zh"], type=row["type"]).official  # type: ignore[arg-type]
            if official in (cell_list(row["ko"]) or (official,)):  # 구글 谷歌 is a name of another tongue
                yield official, fold(row["zh"]), row["type"], "known", ""
        if row["type"] == "person" and row["what"].startswith(PERSONS):
            for form in cell_list(row["ko"]) or (transliterate(row["zh"], type="person").official,):
                yield form, fold(row["zh"]), "person", "news", ""


if __name__ == "__main__":
    main()
