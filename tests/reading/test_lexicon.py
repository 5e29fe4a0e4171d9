"""The lexicon: dictionary words in any script, names told from common words, endings with their examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.reading.lexicon import entry, is_word, lexical_evidence, lexical_kind, lexical_score
from glossary.text.hanzi import fold
from glossary.text.tables import rows

TERMS = [
    ("시적", "詩的"), ("도항", "渡航"), ("종마", "種馬"), ("실사구시", "實事求是"), ("화산", "火山"),
    ("지속가능성", "持續可能性"), ("한산", "閑散"), ("불교", "佛敎"), ("비핵화", "非核化"),
    ("신자유주의", "新自由主義"), ("역지사지", "易地思之"),
]  # fmt: skip

NAMES = [
    ("이순신", "李舜臣"), ("임진왜란", "壬辰倭亂"), ("한산도", "閑山島"), ("충남", "忠南"), ("막고굴", "莫高窟"),
    ("주몽", "朱蒙"), ("독립신문", "獨立新聞"), ("제갈량", "諸葛亮"), ("한강", "漢江"), ("고구려", "高句麗"),
    ("북한산", "北漢山"), ("노무현", "盧武鉉"),
]  # fmt: skip


@pytest.mark.parametrize(("ko", "zh"), TERMS)
def test_common_words_are_terms(ko: str, zh: str) -> None:
    assert lexical_kind(ko, zh) == "term"


@pytest.mark.parametrize(("ko", "zh"), NAMES)
def test_proper_names_are_names(ko: str, zh: str) -> None:
    assert lexical_kind(ko, zh) == "name"


@pytest.mark.parametrize(
    ("ko", "zh"),
    [
        ("화웨이", "華爲"),
        ("베이징", "北京"),
        ("", ""),
        ("도항", ""),
        ("", "渡航"),
        ("가", "가"),
    ],
)
def test_what_no_evidence_speaks_of_is_left_open(ko: str, zh: str) -> None:
    assert lexical_kind(ko, zh) is None
    assert lexical_evidence(ko, zh) == ()
    assert not is_word(ko, zh)


@pytest.mark.parametrize(
    ("ko", "zh"),
    [
        ("시적", "詩的"),
        ("시적", "诗的"),
        ("시적", "詩 的"),
        ("시 적", "詩的"),
        ("핵심", "核心"),
    ],
)
def test_words_are_found_in_any_script(ko: str, zh: str) -> None:
    assert is_word(ko, zh)


@pytest.mark.parametrize(
    ("ko", "zh"),
    [
        ("가", "家"),
        ("도항", "渡"),
        ("도항", "航渡"),
        ("시적", "詩"),
        ("詩的", "시적"),
    ],
)
def test_parts_and_swapped_words_are_not_found(ko: str, zh: str) -> None:
    assert not is_word(ko, zh)


@pytest.mark.parametrize("row", list(rows("lexicon_endings.tsv")), ids=lambda row: "-".join(row[:2]))
def test_each_ending_says_what_its_example_shows(row: list[str]) -> None:
    kind, zh, ko, weight, example, hanja = row
    assert hanja.endswith(zh)
    assert example.endswith(ko)
    found = {item.feature: item for item in lexical_evidence(example, hanja)}["ending"]
    assert found.detail == f"{ko}({fold(zh)})"
    assert found.value == (float(weight) if kind == "name" else -float(weight))


@pytest.mark.parametrize("row", list(rows("lexicon_beginnings.tsv")), ids=lambda row: row[0] + row[1])
def test_each_beginning_says_what_its_example_shows(row: list[str]) -> None:
    zh, ko, weight, example, hanja = row
    found = {item.feature: item for item in lexical_evidence(example, hanja)}["beginning"]
    assert (found.value, found.detail) == (-float(weight), f"{ko}({fold(zh)})")


@pytest.mark.parametrize("row", list(rows("korean_surnames.tsv")), ids=lambda row: row[0] + row[1])
def test_each_surname_makes_a_person(row: list[str]) -> None:
    zh, ko = row
    assert "person" in {item.feature for item in lexical_evidence(ko + "순신", zh + "舜臣")}


def test_first_and_last_words_of_the_dictionary_are_found() -> None:
    assert is_word("가가", "家家")
    assert is_word("힐항", "詰抗")


def test_the_score_is_the_sum_of_the_evidence() -> None:
    items = lexical_evidence("한강", "漢江")
    assert lexical_score("한강", "漢江") == round(sum(item.value for item in items), 3)


def test_an_entry_tells_whether_its_hangul_is_shared() -> None:
    shared, alone = entry("한산", "閑散"), entry("실사구시", "實事求是")
    assert shared is not None
    assert shared.shared
    assert alone is not None
    assert not alone.shared


@given(st.text(max_size=6), st.text(max_size=6))
def test_any_text_gets_an_answer(ko: str, zh: str) -> None:
    assert lexical_kind(ko, zh) in ("name", "term", None)
