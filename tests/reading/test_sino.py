"""Sino-Korean by word and by person."""

from __future__ import annotations

import pytest

from glossary.model import EntityType
from glossary.reading.transliterate import transliterate


@pytest.mark.parametrize(
    ("zh", "sino"),
    [
        ("黨風廉政", "당풍염정"),
        ("申銀萬國", "신은만국"),
        ("比率", "비율"),
        ("羅列", "나열"),
        ("女性时代", "여성시대"),
        ("六月", "유월"),
        ("十月", "시월"),
        ("音樂", "음악"),
        ("茶馬高道", "차마고도"),
        ("茶陵", "다릉"),
        ("不動産", "부동산"),
        ("北京理工大学", "북경이공대학"),
        ("中国联通", "중국연통"),
        ("瀋陽", "심양"),
        ("禾赛科技", "화새과기"),
        ("新能源", "신능원"),
        ("貿易", "무역"),
        ("契丹", "거란"),
        ("白居易", "백거이"),
        ("台州", "태주"),
        ("番禺", "번우"),
        ("樂清", "악청"),
        ("月氏", "월지"),
        ("EMQ映云科技", "EMQ영운과기"),
        ("々", "々"),  # no reading: it stays as it is
    ],
)
def test_words(zh: str, sino: str) -> None:
    assert transliterate(zh).sino_korean == sino


@pytest.mark.parametrize(
    ("zh", "kind", "sino"),
    [
        ("李連杰", None, "이연걸"),
        ("梁朝伟", None, "양조위"),
        ("劉德華", None, "유덕화"),
        ("林青霞", None, "임청하"),
        ("沈从文", None, "심종문"),
        ("叶剑英", None, "엽검영"),
        ("诸葛亮", None, "제갈량"),
        ("金庸", "person", "김용"),
        ("金山", None, "금산"),
        ("车晓", "person", "차효"),
        ("成龍", "person", "성룡"),
        ("欧阳修", None, "구양수"),
    ],
)
def test_persons(zh: str, kind: EntityType | None, sino: str) -> None:
    assert transliterate(zh, type=kind).sino_korean == sino
