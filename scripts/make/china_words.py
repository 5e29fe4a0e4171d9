"""What the names of China's divisions are made of, for china_places.py: kinds of division, peoples, spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from glossary.reading.chars import official_syllable

DIVISIONS = {  # the longest first: what Korean writes for it, behind the name
    "特别行政区": "특별행정구",
    "自治区": "자치구",
    "自治州": "자치주",
    "自治县": "자치현",
    "自治旗": "자치기",
    "联合旗": "연합기",
    "地区": "지구",
    "林区": "임구",
    "新区": "신구",
    "矿区": "광구",
    "省": "성",
    "市": "시",
    "县": "현",
    "区": "구",
    "盟": "맹",
    "旗": "기",
    "州": "주",
    "镇": "진",
    "乡": "향",
}
ENGLISH = {
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "特别行政区": "SAR",
    "自治区": "Autonomous Region",
    "地区": "Prefecture",
    "林区": "Forestry District",
    "新区": "New Area",
    "矿区": "Mining District",
    "省": "Province",
    "市": "City",
    "县": "County",
    "区": "District",
    "旗": "Banner",
    "盟": "League",
    "镇": "Town",
    "乡": "Township",
}
PEOPLES = {
    "维吾尔族": "위구르족",
    "维吾尔": "위구르",
    "哈萨克族": "카자흐족",
    "哈萨克": "카자흐",
    "柯尔克孜": "키르기스",
    "塔吉克": "타지크",
    "蒙古族": "몽골족",
    "蒙古": "몽골",
    "壮族": "좡족",
    "回族": "후이족",
    "藏族": "티베트족",
    "苗族": "먀오족",
    "彝族": "이족",
    "土家族": "투자족",
    "侗族": "둥족",
    "布依族": "부이족",
    "满族": "만주족",
    "哈尼族": "하니족",
    "傣族": "다이족",
    "白族": "바이족",
    "朝鲜族": "조선족",
    "傈僳族": "리쑤족",
    "羌族": "창족",
    "黎族": "리족",
    "瑶族": "야오족",
    "畲族": "서족",
    "拉祜族": "라후족",
    "佤族": "와족",
    "景颇族": "징포족",
    "独龙族": "두룽족",
    "怒族": "누족",
    "纳西族": "나시족",
    "普米族": "푸미족",
    "布朗族": "부랑족",
    "仡佬族": "거라오족",
    "水族": "수이족",
    "毛南族": "마오난족",
    "仫佬族": "무라오족",
    "土族": "투족",
    "撒拉族": "싸라족",
    "东乡族": "둥샹족",
    "保安族": "바오안족",
    "裕固族": "위구족",
    "锡伯": "시보",
    "达斡尔族": "다우르족",
    "鄂温克族": "어원커족",
    "鄂伦春族": "어룬춘족",
    "各族": "각민족",
}
HANT = {  # where the converter takes the wrong one of two traditional characters
    "澄江": "澄江",
    "于洪": "于洪",
    "兰溪": "蘭溪",
    "慈溪市": "慈溪市",
    "新干": "新干",
    "新余": "新餘",
    "大余": "大餘",
    "岳西": "岳西",
    "岳池": "岳池",
    "岳麓": "岳麓",
    "岳塘": "岳塘",
    "岳普湖": "岳普湖",
    "湖里区": "湖里區",
    "游仙区": "游仙區",
    "苑里": "苑裡",
}
_AUTONOMOUS = ("自治州", "自治县", "自治区", "自治旗")
_WOODS = "神农架"  # the one 林区; other names that end so are districts: 万柏林区


def division(name: str) -> str:
    """The word for the kind of division at the end of a name: 自治州, 区; "" where there is none.

    >>> division("延边朝鲜族自治州"), division("清新区"), division("万柏林区"), division("香港岛")
    ('自治州', '区', '区', '')
    """
    for one in DIVISIONS:
        short = name.removesuffix(one)
        if short != name and (len(one) == 1 or (len(short) > 1 and (one != "林区" or short == _WOODS))):
            return one if short else ""
    return ""


def stem(name: str) -> str:
    """The name without its division and the peoples named in it: 延边 for 延边朝鲜族自治州.

    >>> stem("延边朝鲜族自治州"), stem("城区"), stem("东乡族自治县")
    ('延边', '城', '东乡')
    """
    short = name.removesuffix(division(name))
    if name.startswith("内蒙古"):
        return "内蒙古"
    if name.endswith((*_AUTONOMOUS, "族区")):
        return re.sub(rf"(?:{'|'.join(PEOPLES)})+\Z", "", short) or short.removesuffix("族")
    return short


def english(pinyin: Iterable[str]) -> str:
    """Pinyin as one word: no tones, an apostrophe before a syllable that begins with a vowel.

    >>> english(["xī", "ān"]), english(["lǚ", "liáng"])
    ("Xi'an", 'Lüliang')
    """
    plain = [_toneless(one) for one in pinyin]
    return "".join("'" + one if place and one[0] in "aeo" else one for place, one in enumerate(plain)).capitalize()


def hangul_of(pinyin: Iterable[str]) -> str:
    """The official Hangul of these syllables."""
    return "".join(official_syllable(one) or one for one in pinyin)


def _toneless(syllable: str) -> str:
    apart = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(ch for ch in apart if ch not in "\u0300\u0301\u0304\u030c"))
